"""The matrix in the window: what each cell says, and what opens from it."""

import gc
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from shared_words import ARTICLES, MANY, PAIRS, WORDS, article, many, pair
from tables import cells

from workbench.model import Comparison
from workbench.ui.desk import Desk
from workbench.ui.matrix_sheet import MOST_ARTICLES
from workbench.ui.matrix_view import HOW_TO_READ, MatrixView
from workbench.ui.theme import DARK, LIGHT

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(qapp, qtbot):
    """A matrix with four articles, shown."""
    desk = Desk()
    made = MatrixView(desk, LIGHT)
    qtbot.addWidget(made)
    desk.show_articles(ARTICLES)
    desk.show_comparison(Comparison(ARTICLES, PAIRS))
    made.resize(900, 500)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: made.model.rowCount() > 0)
    made.desk = desk
    return made


def show(view, comparison, qtbot):
    view.desk.show_articles(comparison.articles)
    view.desk.show_comparison(comparison)
    qtbot.waitUntil(lambda: view.model.rowCount() > 0)


def click(view, qtbot, row, column):
    place = view.table.visualRect(view.model.index(row, column)).center()
    qtbot.mouseClick(view.table.viewport(), LEFT, pos=place)


def heads(view):
    model = view.model
    return (
        [model.headerData(row, Qt.Orientation.Vertical) for row in range(model.rowCount())],
        [model.headerData(one, Qt.Orientation.Horizontal) for one in range(model.columnCount())],
    )


def test_a_name_from_right_to_left_does_not_disorder_its_sentence(view, qtbot):
    articles = (replace(ARTICLES[0], outlet="הארץ"), *ARTICLES[1:])
    show(view, Comparison(articles, PAIRS), qtbot)
    qtbot.waitUntil(lambda: "A \u2068הארץ\u2069" in heads(view)[0])


def test_a_cell_says_both_directions(view):
    told = view.model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.split("\n") == [
        "D Post: 20% of its 10 words are also in A Post (2).",
        "A Post: 20% of its 10 words are also in D Post (2).",
    ]
    assert "the article itself" in view.model.index(1, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert "nothing in common" in view.model.index(0, 3).data(Qt.ItemDataRole.ToolTipRole)


def test_every_cell_shows_its_number(view):
    assert cells(view) == [
        ["–", "20%", "50%", "0%"],
        ["20%", "–", "30%", "0%"],
        ["50%", "30%", "–", "0%"],
        ["0%", "0%", "0%", "–"],
    ]


def test_what_the_pointer_or_the_keys_are_at_is_told(view, qtbot):
    assert view.told.text() == HOW_TO_READ
    place = view.table.visualRect(view.model.index(0, 1)).center()
    qtbot.mouseMove(view.table.viewport(), QPoint(1, 1))
    qtbot.mouseMove(view.table.viewport(), place)
    qtbot.waitUntil(lambda: view.told.text().startswith("D Post: 20%"))
    assert (view.rows.current, view.columns.current) == (0, 1)
    view.table.setCurrentIndex(view.model.index(0, 2))
    assert view.told.text().startswith("D Post: 50%")
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    assert view.told.text().startswith("A Post: 30%")


def test_a_click_or_enter_opens_two_articles(view, qtbot):
    with qtbot.waitSignal(view.pair_chosen) as found:
        click(view, qtbot, 0, 2)
    assert found.args == ["a3", "a1"]
    with qtbot.waitSignal(view.pair_chosen) as found:
        qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert found.args == ["a3", "a1"]


def test_another_order_is_a_click_away(view, qtbot):
    assert heads(view)[0][:2] == ["D Post", "A Post"]
    qtbot.mouseClick(view.order.buttons["likeness"], LEFT)
    assert set(heads(view)[0][:2]) == {"D Post", "B Star"}
    qtbot.mouseClick(view.order.buttons["likeness"], LEFT)
    qtbot.mouseClick(view.order.buttons["date"], LEFT)
    assert heads(view)[0] == ["D Post", "B Star", "A Post", f"C {WORDS}"]


def test_many_articles_are_shown_by_outlet_and_open_downwards(view, qtbot):
    assert MANY > MOST_ARTICLES
    show(view, many(), qtbot)
    qtbot.waitUntil(lambda: heads(view)[0] == ["Post", "Star", "Wire"])
    assert view.up.isHidden()
    assert "All outlets: 3" in view.title.text()
    click(view, qtbot, 0, 1)
    assert view.title.text() == "Post and Star"
    assert "articles" in view.left_out.text()
    assert {head.split()[1] for head in heads(view)[0]} == {"Post"}
    assert {head.split()[1] for head in heads(view)[1]} == {"Star"}
    with qtbot.waitSignal(view.pair_chosen):
        click(view, qtbot, 0, 0)
    qtbot.keyClick(view.table, Qt.Key.Key_Backspace)
    assert heads(view)[0] == ["Post", "Star", "Wire"]
    index = view.table.currentIndex()
    assert (index.row(), index.column()) == (0, 1)


def test_the_articles_of_one_outlet_are_a_square(view, qtbot):
    articles = many().articles
    pairs = (pair(0, 3, 4), pair(3, 6, 4))
    show(view, Comparison(articles, pairs), qtbot)
    qtbot.waitUntil(lambda: heads(view)[0][:1] == ["Post"])
    click(view, qtbot, 0, 0)
    assert view.title.text() == "Post"
    assert heads(view)[0] == heads(view)[1] == ["A Post", "D Post", "G Post"]
    qtbot.mouseClick(view.up, LEFT)
    assert view.up.isHidden()


def test_outlets_that_share_nothing_do_not_open(view, qtbot):
    outlets = ("Post", "Star")
    articles = tuple(article(place, outlets[place % 2]) for place in range(MANY))
    show(view, Comparison(articles, (pair(0, 2, 4), pair(1, 3, 4))), qtbot)
    qtbot.waitUntil(lambda: heads(view)[0] == ["Post", "Star"])
    click(view, qtbot, 0, 1)
    assert heads(view)[0] == ["Post", "Star"]
    assert view.told.text() == "Post and Star have nothing in common."


def test_many_articles_of_one_outlet_are_shown_at_once(view, qtbot):
    articles = tuple(article(place, "Post") for place in range(MANY))
    show(view, Comparison(articles, (pair(0, 2, 4),)), qtbot)
    qtbot.waitUntil(lambda: len(heads(view)[0]) == 2)
    assert view.left_out.text().startswith(f"without {MANY - 2} articles")


def test_one_stays_where_one_is_when_there_is_another_comparison(view, qtbot):
    show(view, many(), qtbot)
    click(view, qtbot, 0, 1)
    qtbot.mouseClick(view.order.buttons["date"], LEFT)
    view.table.setCurrentIndex(view.model.index(5, 3))
    view.table.verticalScrollBar().setValue(view.table.verticalScrollBar().maximum())
    scrolled = view.table.verticalScrollBar().value()
    one, other = view.model.members(view.table.currentIndex())
    fewer = many().articles[:-1]
    kept = tuple(each for each in many().pairs if each.b.article in {one.id for one in fewer})
    show(view, Comparison(fewer, kept), qtbot)
    assert view.title.text() == "Post and Star"
    assert view.model.members(view.table.currentIndex()) == (one, other)
    assert view.table.verticalScrollBar().value() == scrolled > 0


def test_outlets_that_are_gone_are_left(view, qtbot):
    show(view, many(), qtbot)
    click(view, qtbot, 0, 1)
    rest = tuple(each for each in many().articles if each.outlet != "Star")
    more = tuple(replace(each, id=f"a{80 + at}", outlet="Tide") for at, each in enumerate(rest))
    show(view, Comparison((*rest, *more), ()), qtbot)
    assert view.title.text() == "All outlets: 3"


def test_an_empty_matrix_says_what_to_do(view, qtbot):
    view.desk.show_articles(())
    assert "once there are two" in view.empty.text()
    view.desk.show_articles(ARTICLES)
    view.refresh()
    assert view.empty.text() == "The articles are being compared."
    articles = tuple(article(place, "Post") for place in range(MANY))
    view.desk.show_articles(articles)
    view.desk.show_comparison(Comparison(articles))
    qtbot.waitUntil(lambda: "anything in common" in view.empty.text())


def test_what_is_not_seen_is_not_counted(view, qtbot):
    view.hide()
    view.desk.show_comparison(Comparison(ARTICLES, PAIRS[:1]))
    assert cells(view)[0][1] == "20%"
    view.show()
    qtbot.waitUntil(lambda: cells(view)[0][1] == "0%")


def test_a_count_that_is_overtaken_is_stopped(view, qtbot, monkeypatch):
    monkeypatch.setattr("workbench.ui.steps.SLICE", 0)
    view.desk.show_comparison(Comparison(ARTICLES, PAIRS[:1]))
    assert "are being counted" in view.empty.text()
    view.desk.show_comparison(Comparison(ARTICLES, PAIRS))
    qtbot.waitUntil(lambda: view.model.rowCount() > 0)
    assert cells(view)[0][1] == "20%"
    gc.collect()


def test_the_matrix_is_painted_in_the_colours_of_the_theme(view):
    before = view.table.grab().toImage()
    view.set_theme(DARK)
    assert view.table.grab().toImage() != before
