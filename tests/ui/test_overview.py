"""From the texts to the matrix and the timeline, and back."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from workbench.model import Comparison
from workbench.ui.desk import MOST_PANES
from workbench.ui.overview import VIEWS


def press(window, qtbot, key):
    qtbot.keyClick(window.focusWidget(), key)


def checked(window):
    return [name for name in VIEWS if window.actions_by_name[name].isChecked()]


@pytest.fixture
def matrix(window, qtbot):
    """The window with the matrix in front."""
    window.board.focus_pane(0)
    press(window, qtbot, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: window.overview.matrix.model.rowCount() > 0)
    return window.overview.matrix


def test_keys_switch_between_texts_matrix_and_timeline(window, matrix, qtbot):
    assert matrix.isVisible()
    assert not window.board.isVisible()
    assert window.focusWidget() is matrix.table
    press(window, qtbot, Qt.Key.Key_Y)
    assert window.overview.timeline.isVisible()
    assert checked(window) == ["timeline"]
    assert window.overview.shown == "timeline"
    press(window, qtbot, Qt.Key.Key_Y)
    assert window.board.isVisible()
    assert checked(window) == []
    assert window.board.focused_article() == "one"


def test_escape_leads_back_to_the_texts_before_it_lets_the_passage_go(window, matrix, qtbot):
    window.desk.choose("band")
    press(window, qtbot, Qt.Key.Key_M)
    press(window, qtbot, Qt.Key.Key_Escape)
    assert window.board.isVisible()
    assert window.desk.chosen == "band"
    press(window, qtbot, Qt.Key.Key_Escape)
    assert window.desk.chosen == ""


@pytest.mark.parametrize(
    "seek",
    [
        lambda window: window.desk.choose("band"),
        lambda window: window.actions_by_name["next_passage"].trigger(),
        lambda window: window.actions_by_name["next_pane"].trigger(),
        lambda window: window.view_gestures.open_article("two"),
        lambda window: window.board.show_span("one", window.desk.layers("one").marks[0].span),
    ],
)
def test_whatever_is_sought_in_the_texts_brings_them_back(window, matrix, seek):
    seek(window)
    assert window.board.isVisible()
    assert checked(window) == []


def test_what_changes_elsewhere_leaves_the_overview(window, matrix):
    window.desk.show_articles(window.desk.articles)
    window.desk.choose("")
    assert matrix.isVisible()


def test_a_pair_stands_side_by_side_at_the_first_passage_it_shares(window, matrix):
    matrix.pair_chosen.emit("three", "one")
    assert window.desk.open_ids == ("two", "three", "one")
    assert window.desk.chosen == "band"  # the first one in the text of "three"
    assert window.board.isVisible()
    assert window.board.focused_article() == "three"
    matrix.pair_chosen.emit("one", "three")
    assert window.desk.open_ids == ("two", "one", "three")
    assert window.desk.chosen == "ferry"
    matrix.pair_chosen.emit("one", "two")
    assert window.desk.open_ids == ("one", "two", "three")


def test_a_pair_that_shares_nothing_stands_side_by_side_all_the_same(window, matrix):
    window.desk.show_comparison(Comparison(window.desk.articles))
    window.desk.close_article("three")
    matrix.pair_chosen.emit("one", "three")
    assert window.desk.open_ids == ("one", "three", "two")
    assert window.desk.chosen == ""
    assert window.board.isVisible()


def test_an_article_by_itself_is_opened(window, matrix):
    window.desk.close_article("two")
    matrix.pair_chosen.emit("two", "two")
    assert window.board.focused_article() == "two"
    assert window.desk.chosen == ""


def test_where_there_is_no_room_the_last_panes_give_way(window, matrix):
    more = [replace(window.desk.articles[0], id=f"more{place}") for place in range(MOST_PANES)]
    window.desk.show_articles((*more, *window.desk.articles))
    while len(window.desk.open_ids) < MOST_PANES:
        window.desk.open_article(next(x.id for x in more if x.id not in window.desk.open_ids))
    for key in ("one", "two"):
        window.desk.close_article(key)
        window.desk.open_article(next(x.id for x in more if x.id not in window.desk.open_ids))
    matrix.pair_chosen.emit("one", "two")
    assert len(window.desk.open_ids) == MOST_PANES
    place = window.desk.open_ids.index("one")
    assert window.desk.open_ids[place + 1] == "two"


def test_a_passage_is_read_in_the_article_whose_letter_was_chosen(window, matrix):
    passage = window.desk.cluster("ferry").passages[1]
    window.overview.timeline.entry_chosen.emit("ferry", passage)
    assert window.board.focused_article() == "two"
    assert window.desk.chosen == "ferry"
    assert window.board.isVisible()


def test_without_articles_the_overview_says_what_to_do(window, qtbot):
    window.desk.show_articles(())
    window.actions_by_name["matrix"].trigger()
    assert "once there are two" in window.overview.matrix.empty.text()
    window.actions_by_name["matrix"].trigger()
    assert window.welcome.isVisible()
