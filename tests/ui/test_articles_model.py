"""The list of articles: outlets in alphabetical order, their articles by date."""

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt

from workbench.model import Article, Outlet
from workbench.ui.articles_dock import ArticlesDock
from workbench.ui.articles_grouping import NO_OUTLET, Grouping
from workbench.ui.articles_model import ROW, ArticleRow, ArticlesModel, Heading
from workbench.ui.desk import Desk
from workbench.ui.theme import LIGHT


@pytest.fixture
def model(desk):
    made = ArticlesModel(desk)
    made.refresh()
    return made


def listed(model):
    rows = [model.row_of(model.index(place)) for place in range(model.rowCount())]
    return [row.words if isinstance(row, Heading) else row.id for row in rows]


def test_it_behaves_as_qt_asks(qtmodeltester, model, desk, articles):
    qtmodeltester.check(model, force_py=True)


def test_qts_own_tester_finds_nothing_while_it_changes(desk, articles, model):
    from PySide6.QtTest import QAbstractItemModelTester

    tester = QAbstractItemModelTester(model)
    desk.show_articles(articles[:1])
    model.search("nothing of the kind")
    assert model.rowCount() == 0
    model.search("")
    desk.show_articles(())
    desk.show_articles(articles)
    desk.close_article("one")
    assert tester.model() is model


def test_outlets_and_dates_give_the_order(model):
    assert listed(model) == ["Evening Star", "two", "Morning Post", "three", "one"]


def test_unknown_outlets_and_dates_come_last(qapp):
    desk = Desk()
    model = ArticlesModel(desk)
    desk.show_articles(
        [
            Article("a", "Text."),
            Article("b", "Text.", "zeit"),
            Article("c", "Text.", "Zebra", published="2024-01-01"),
            Article("d", "Text.", "zeit", published="2024-01-01"),
        ]
    )
    assert listed(model) == ["Zebra", "c", "zeit", "d", "b", NO_OUTLET, "a"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", ["two", "three", "one"]),
        ("  ", ["two", "three", "one"]),
        ("FERRY noon", ["three", "one"]),
        ("morning leaves", ["one"]),
        ("waved", ["one"]),
        ("star", ["two"]),
        ("ferry zeppelin", []),
    ],
)
def test_search_wants_all_words_anywhere(model, words, expected):
    model.search(words)
    rows = [model.row_of(model.index(place)) for place in range(model.rowCount())]
    assert [row.id for row in rows if isinstance(row, ArticleRow)] == expected


def test_a_pane_that_closes_shows_in_the_row_without_a_reset(model, desk, qtbot):
    assert model.row_of(model.index_of("one")).is_open
    with qtbot.waitSignal(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        desk.close_article("one")
    assert not model.row_of(model.index_of("one")).is_open


def test_what_is_said_and_shown(model):
    one, three = model.index_of("one"), model.index_of("three")
    assert one.data() == "A, Ferry leaves, 22 Feb 2024 · 15 words, open"
    assert one.data(Qt.ItemDataRole.ToolTipRole) == "Ferry leaves\n22 Feb 2024 · 15 words"
    assert three.data(ROW).headline == "A band played two old songs."
    assert model.index(0).data() == "Evening Star, 1 article"
    assert model.index(0).data(Qt.ItemDataRole.ToolTipRole) is None


def test_an_article_without_a_word_has_a_row(qapp):
    desk = Desk()
    model = ArticlesModel(desk)
    desk.show_articles([Article("a", " \n")])
    assert model.index_of("a").data(ROW).headline == "Empty article"


def test_only_articles_can_be_chosen(model):
    selectable = Qt.ItemFlag.ItemIsSelectable
    assert model.flags(model.index_of("one")) & selectable
    assert not model.flags(model.index(0)) & selectable
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags


def test_what_is_not_listed_has_no_index(model):
    assert not model.index_of("nobody").isValid()
    assert model.row_of(QModelIndex()) is None
    assert model.data(QModelIndex()) is None


def headings(model):
    rows = [model.row_of(model.index(place)) for place in range(model.rowCount())]
    return [(row.words, row.articles, row.colour) for row in rows if isinstance(row, Heading)]


def test_articles_can_stand_together_by_something_else(model, desk):
    desk.show_outlets([Outlet("Morning Post", group="Harbour Group", colour="#2471a3")])
    assert headings(model) == [("Evening Star", 1, ""), ("Morning Post", 2, "#2471a3")]
    assert model.index_of("one").data(ROW).colour == ""
    model.group(Grouping.GROUP)
    assert headings(model) == [("Harbour Group", 2, ""), ("Owner not known", 1, "")]
    one = model.index_of("one").data(ROW)
    assert (one.facts, one.colour) == ("Morning Post · 22 Feb 2024 · 15 words", "#2471a3")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("date:2024-02-22", ["one"]),
        ("22 Feb 2024", ["one"]),
        ("outlet:morning", ["three", "one"]),
        ("outlet:ferry", []),
        ("tag:framing", ["two"]),
        ("FRAMING star", ["two"]),
        ("tag:star", []),
    ],
)
def test_outlet_date_and_tags_are_searched_by_their_names_too(model, words, expected):
    model.set_tags({"two": "tag:framing"})
    model.search(words)
    assert [one for one in listed(model) if one in {"one", "two", "three"}] == expected


def test_other_tags_are_looked_through_at_once(model):
    model.search("framing")
    assert model.rowCount() == 0
    model.set_tags({"two": "tag:framing"})
    assert listed(model) == ["Evening Star", "two"]


def test_rows_tell_their_articles_and_articles_their_rows(model):
    assert model.ids(range(model.rowCount())) == ("two", "three", "one")
    assert model.places(["one", "two", "nobody"]) == [1, 4]


@pytest.fixture
def dock(desk, qtbot):
    made = ArticlesDock(desk, LIGHT)
    qtbot.addWidget(made)
    desk.articles_changed.emit()
    made.show()
    return made


def test_what_is_marked_stays_so_wherever_it_stands(dock, qtbot):
    dock.list.selectAll()
    assert dock.marked_articles() == ("two", "three", "one")
    first = dock.model.index_of("one")
    alone = QItemSelectionModel.SelectionFlag.ClearAndSelect  # whatever key another test held last
    dock.list.selectionModel().setCurrentIndex(first, alone)
    assert dock.marked_articles() == ("one",)
    with qtbot.waitSignal(dock.grouping_chosen):
        dock.groupings[Grouping.DATE].trigger()
    assert dock.marked_articles() == ("one",)
    assert dock.marked_article() == "one"
    with qtbot.waitSignal(dock.marked_changed):
        dock.search.setText("star")
    assert dock.marked_articles() == ()


def test_ctrl_and_shift_mark_and_open_nothing(dock, qtbot):
    def click(article, modifier):
        place = dock.list.visualRect(dock.model.index_of(article)).center()
        qtbot.mouseClick(dock.list.viewport(), Qt.MouseButton.LeftButton, modifier, place)

    with qtbot.waitSignal(dock.article_activated):
        click("two", Qt.KeyboardModifier.NoModifier)
    with qtbot.assertNotEmitted(dock.article_activated):
        click("one", Qt.KeyboardModifier.ShiftModifier)
    assert dock.marked_articles() == ("two", "three", "one")
    with qtbot.assertNotEmitted(dock.article_activated):
        click("three", Qt.KeyboardModifier.ControlModifier)
    assert dock.marked_articles() == ("two", "one")
