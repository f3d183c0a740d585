"""The field to search the project, what was found below it, and the keys that lead through it."""

import pytest
from PySide6.QtCore import Qt

from workbench.model import Article, Codebook, Span
from workbench.project.searching import FIRST, Hit
from workbench.ui.desk import Desk
from workbench.ui.search_dock import NOTHING, SearchDock
from workbench.ui.search_help import EXAMPLES
from workbench.ui.search_menu import SearchMenu
from workbench.ui.search_model import ROW, SearchModel
from workbench.ui.search_rows import RowKind
from workbench.ui.theme import DARK, LIGHT

Key = Qt.Key


@pytest.fixture
def dock(desk, qtbot):
    made = SearchDock(desk, LIGHT)
    made.queries = []
    made.chosen = []
    made.asked.connect(lambda *asked: made.queries.append(asked))
    made.row_chosen.connect(made.chosen.append)
    qtbot.addWidget(made)
    made.resize(320, 700)
    made.show()
    return made


@pytest.fixture
def model(desk):
    return SearchModel(desk)


@pytest.fixture
def long(qapp):
    """A desk with an article that has a word in many places."""
    desk = Desk()
    sentence = f"The ferry {'went on its way and ' * 4}nobody waved. "
    desk.show_articles((Article("long", f"{sentence:107}" * 9, headline="On and on"),))
    return desk


def hits_of(articles, word="ferry"):
    """Return a hit for each article, with the places of a word."""
    found = []
    for article in articles:
        text = article.text
        starts = [at for at in range(len(text)) if text.startswith(word, at)]
        spans = tuple(Span(at, at + len(word)) for at in starts)
        found.append(Hit(article, spans, (), (), ()))
    return found


def many(articles, number):
    """Return what brings some of so many hits, and the places it was asked for."""
    asked = []

    def hits(start):
        asked.append(start)
        return hits_of([articles[0]] * (min(number, start + FIRST) - start))

    return hits, asked


def show(dock, articles, word="ferry"):
    dock.model.show(len(articles), lambda _: hits_of(articles, word), Codebook())
    dock.say(f"{len(articles)} articles")


def test_as_many_articles_are_read_as_are_looked_at(model, articles):
    hits, asked = many(articles, FIRST + 5)
    model.show(FIRST + 5, hits, Codebook())
    assert (asked, model.canFetchMore(model.index(-1))) == ([0], True)
    assert model.rowCount() == 2 * FIRST
    model.fetchMore(model.index(-1))
    assert asked == [0, FIRST]
    assert (model.rowCount(), model.canFetchMore(model.index(-1))) == (2 * (FIRST + 5), False)
    model.show(0, hits, Codebook())
    assert (model.rowCount(), asked) == (0, [0, FIRST])


def test_it_is_a_model_as_qt_wants_them(model, articles, qtmodeltester):
    hits, asked = many(articles, 3 * FIRST)
    model.show(3 * FIRST, hits, Codebook())
    qtmodeltester.check(model)
    assert asked[:2] == [0, FIRST]  # who checks also asks for more


def test_so_it_is_when_places_are_opened(long, qtmodeltester):
    model = SearchModel(long)
    model.show(1, lambda _: hits_of(long.articles), Codebook())
    qtmodeltester.check(model)
    model.open(model.index(model.rowCount() - 1))


def test_articles_that_have_gone_meanwhile_leave_no_rows(model):
    model.show(FIRST + 1, lambda _: (), Codebook())
    assert model.rowCount() == 0
    model.fetchMore(model.index(-1))
    assert (model.rowCount(), model.canFetchMore(model.index(-1))) == (0, False)


def test_a_model_that_was_shown_nothing_has_nothing(model):
    model.fetchMore(model.index(-1))
    assert model.rowCount() == 0
    assert model.index(0).data() is None


def test_the_other_places_are_opened(long):
    model = SearchModel(long)
    model.show(1, lambda _: hits_of(long.articles), Codebook())
    kinds = [model.index(row).data(ROW).kind for row in range(model.rowCount())]
    assert kinds[-1] is RowKind.MORE
    model.open(model.index(0))
    assert model.rowCount() == len(kinds)
    model.open(model.index(len(kinds) - 1))
    after = [model.index(row).data(ROW) for row in range(model.rowCount())]
    assert RowKind.MORE not in [row.kind for row in after]
    assert [row.span.start for row in after[1:]] == [4 + 107 * place for place in range(9)]


def test_a_screen_reader_hears_all_of_a_row(model, articles):
    model.show(1, lambda _: hits_of(articles[:1]), Codebook())
    said = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Ferry leaves, A · Morning Post · 22 Feb 2024 · 1 place"
    assert model.index(0).data() == "Ferry leaves"
    assert model.index(0).data(Qt.ItemDataRole.DecorationRole) is None


def test_what_is_typed_is_asked_a_moment_later(dock, qtbot):
    qtbot.keyClicks(dock.field, "fer")
    assert dock.queries == []
    qtbot.waitUntil(lambda: dock.queries == [("fer", True)])


def test_enter_asks_at_once_and_then_goes_to_the_first(dock, articles, qtbot):
    qtbot.keyClicks(dock.field, "ferry")
    qtbot.keyClick(dock.field, Key.Key_Return)
    assert dock.queries == [("ferry", True)]
    show(dock, articles)
    qtbot.keyClick(dock.field, Key.Key_Enter)
    assert (dock.chosen[0].article, dock.chosen[0].kind) == ("one", RowKind.ARTICLE)


def test_enter_where_nothing_was_found_leads_nowhere(dock, qtbot):
    dock.search("ferry")
    qtbot.keyClick(dock.field, Key.Key_Return)
    assert dock.chosen == []


def test_keys_lead_through_the_list_without_leaving_the_field(dock, articles, qtbot):
    dock.search("ferry")
    show(dock, articles)
    for _ in range(2):
        qtbot.keyClick(dock.field, Key.Key_Down)
    qtbot.keyClick(dock.field, Key.Key_Return)
    qtbot.keyClick(dock.field, Key.Key_Up)
    qtbot.keyClick(dock.field, Key.Key_Up)
    qtbot.keyClick(dock.field, Key.Key_Return)
    qtbot.keyClick(dock.field, Key.Key_PageDown)
    assert dock.list.currentIndex().row() == dock.model.rowCount() - 1
    assert [row.kind for row in dock.chosen] == [RowKind.PLACE, RowKind.ARTICLE]
    assert dock.field.hasFocus()


def test_a_click_leads_to_the_place(dock, articles, qtbot):
    dock.search("ferry")
    show(dock, articles)
    index = dock.model.index(1)
    spot = dock.list.visualRect(index).center()
    qtbot.mouseClick(dock.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert dock.chosen == [index.data(ROW)]


def test_what_stands_there_is_what_fits(dock, articles, qtbot):
    pages = dock.help, dock.list
    assert [page.isVisible() for page in pages] == [True, False]
    dock.search("ferry")
    show(dock, articles)
    assert [page.isVisible() for page in pages] == [False, True]
    dock.help_button.click()
    assert [page.isVisible() for page in pages] == [True, False]
    dock.help_button.click()
    show(dock, ())
    assert [page.isVisible() for page in pages] == [False, False]
    assert NOTHING.startswith("Nothing was found")
    dock.field.clear()
    assert dock.queries[-1] == ("", False)
    dock.say("")
    assert [page.isVisible() for page in pages] == [True, False]


def test_an_example_is_searched_by_a_click(dock, qtbot):
    buttons = [one for one in dock.help.findChildren(type(dock.saved)) if one.text() == "harb*"]
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    assert (dock.query, dock.queries) == ("harb*", [("harb*", False)])


@pytest.mark.parametrize("query", EXAMPLES)
def test_each_example_is_a_query(query):
    from workbench.text.query import parse

    assert parse(query) is not None


def test_another_order_is_asked_for(dock, qtbot):
    dock.search("ferry")
    dock.order.buttons["date"].click()
    assert (dock.order.current, dock.queries[-1]) == ("date", ("ferry", False))


def test_the_help_offers_what_was_searched(dock, qtbot):
    dock.help.show_searches({"Ferries": "ferry -boat"}, ["storm & sea"])
    texts = {one.text(): one for one in dock.help.findChildren(type(dock.saved)) if one.text()}
    texts["Ferries"].click()
    texts["storm && sea"].click()
    assert dock.queries == [("ferry -boat", False), ("storm & sea", False)]


def test_it_says_what_was_found(dock):
    dock.say("3 articles")
    assert dock.said == dock.field.accessibleDescription() == "3 articles"


def test_strong_words_are_painted_stronger_in_any_theme(dock, articles, qtbot):
    dock.search("ferry")
    show(dock, articles)
    plain = dock.list.grab().toImage()
    show(dock, articles, "harbour")
    other = dock.list.grab().toImage()
    assert plain != other
    dock.set_theme(DARK)
    dock.list.setCurrentIndex(dock.model.index(1))
    assert dock.list.grab().toImage() != other


def test_the_menu_lists_the_saved_searches(qtbot):
    searches, told = {"A & B": "a b"}, []
    menu = SearchMenu(lambda: searches, lambda: True)
    qtbot.addWidget(menu)
    menu.query_chosen.connect(lambda query: told.append(("ask", query)))
    menu.save_wanted.connect(lambda: told.append(("save",)))
    menu.rename_wanted.connect(lambda name: told.append(("rename", name)))
    menu.delete_wanted.connect(lambda name: told.append(("delete", name)))
    menu.fill()
    actions = {action.text(): action for action in menu.actions() if action.text()}
    assert list(actions) == ["A && B", "Save this search…", "Rename", "Delete"]
    actions["A && B"].trigger()
    actions["Save this search…"].trigger()
    actions["Rename"].menu().actions()[0].trigger()
    actions["Delete"].menu().actions()[0].trigger()
    assert told == [("ask", "a b"), ("save",), ("rename", "A & B"), ("delete", "A & B")]
    searches.clear()
    menu.fill()
    assert menu.actions()[0].text() == "No searches saved yet"
    assert not menu.actions()[-1].isEnabled()
