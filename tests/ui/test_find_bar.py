"""The line in which one looks for words: typed, switched, stepped with keys and buttons."""

import pytest
from PySide6.QtCore import Qt

from workbench.model import Span

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bar(window, qtbot):
    view = window.board.panes[0].view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_F, CONTROL)
    assert window.find_bar.isVisible()
    assert window.find_bar.field.hasFocus()
    return window.find_bar


def marked(window):
    return {pane.article.id: len(pane.view.hit_extents()) for pane in window.board.panes}


def test_what_is_typed_is_marked_in_every_pane_and_counted(bar, window, qtbot):
    qtbot.keyClicks(bar.field, "ferry")
    assert marked(window) == {"one": 1, "two": 1, "three": 1}
    assert bar.said == "3 in open articles   ·   3 in the project, 3 articles"
    assert bar.field.accessibleDescription() == bar.said


def test_enter_steps_on_and_back_with_shift(bar, window, qtbot):
    qtbot.keyClicks(bar.field, "ferry")
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.said.startswith("1 of 3")
    assert window.finder.current == ("one", Span(4, 9))
    qtbot.keyClick(bar.field, Qt.Key.Key_Enter, SHIFT)
    assert window.finder.current[0] == "three"


def test_f3_steps_where_the_keyboard_is_in_a_pane(bar, window, qtbot):
    qtbot.keyClicks(bar.field, "ferry")
    view = window.board.panes[1].view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_F3)
    assert window.finder.current[0] == "two"
    qtbot.keyClick(view, Qt.Key.Key_F3, SHIFT)
    assert window.finder.current[0] == "one"


def test_f3_without_anything_looked_for_opens_the_bar(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_F3)
    assert window.find_bar.isVisible()


@pytest.mark.parametrize(
    ("switch", "words", "count"),
    [("whole_word", "song", 0), ("match_case", "the", 3), ("is_pattern", "n..n", 2)],
)
def test_switches_change_what_is_found(bar, window, qtbot, switch, words, count):
    qtbot.keyClicks(bar.field, words)
    before = window.finder.count(everywhere=True)[0]
    qtbot.mouseClick(getattr(bar, switch), LEFT)
    assert window.finder.count(everywhere=True)[0] == count != before


def test_what_is_no_pattern_is_said_while_it_is_typed(bar, qtbot):
    qtbot.mouseClick(bar.is_pattern, LEFT)
    qtbot.keyClicks(bar.field, "(no")
    assert bar.said.startswith("Not a pattern")
    qtbot.keyClicks(bar.field, "on)?")
    assert "in open articles" in bar.said


def test_nothing_found_is_said(bar, qtbot):
    qtbot.keyClicks(bar.field, "zeppelin")
    assert bar.said == "Not found"
    bar.field.clear()
    assert bar.said == ""


def test_a_step_into_an_article_that_is_closed_opens_it(bar, window, qtbot):
    window.desk.close_article("two")
    qtbot.keyClicks(bar.field, "dusk")
    assert bar.said == "0 in open articles   ·   1 in the project, 1 article"
    qtbot.mouseClick(bar.everywhere, LEFT)
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert "two" in window.desk.open_ids
    assert bar.said.startswith("1 of 1")


def test_the_key_for_the_whole_project_switches_that_on(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_F, CONTROL | SHIFT)
    assert window.find_bar.everywhere.isChecked()
    qtbot.keyClick(window, Qt.Key.Key_F, CONTROL)
    assert not window.find_bar.everywhere.isChecked()


def test_selected_words_are_looked_for(window, qtbot):
    view = window.board.panes[0].view
    view.setFocus()
    view.select(Span(4, 9))
    qtbot.keyClick(view, Qt.Key.Key_F, CONTROL)
    assert window.find_bar.field.text() == "ferry"


@pytest.mark.parametrize("how", ["escape", "button"])
def test_closing_the_bar_takes_the_marks_away(bar, window, qtbot, how):
    qtbot.keyClicks(bar.field, "ferry")
    if how == "escape":
        qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    else:
        close = next(one for one in bar.children() if one.property("text") == "×")
        qtbot.mouseClick(close, LEFT)
    assert not bar.isVisible()
    assert marked(window) == {"one": 0, "two": 0, "three": 0}
    assert any(pane.view.hasFocus() for pane in window.board.panes)


def test_after_closing_the_keyboard_is_where_something_was_found(bar, window, qtbot):
    qtbot.keyClicks(bar.field, "dusk")
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert window.board.focused_article() == "two"


def test_letters_typed_in_the_field_are_no_keys_of_the_window(bar, window, qtbot):
    qtbot.keyClicks(bar.field, "n1t")
    assert bar.field.text() == "n1t"
    assert window.desk.chosen == ""
