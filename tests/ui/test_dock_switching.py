"""A key that shows or puts away a list takes the keyboard along where it was in one of these."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QLineEdit

F8, F9 = Qt.Key.Key_F8, Qt.Key.Key_F9


@pytest.fixture
def shown(window, qtbot):
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def list_of(dock):
    return dock.findChild(QAbstractItemView)


def test_the_keyboard_goes_to_the_list_that_covers_the_one_it_was_in(shown, qtbot):
    list_of(shown.passages).setFocus()
    qtbot.keyClick(shown.focusWidget(), F9)
    qtbot.waitUntil(lambda: list_of(shown.wording).hasFocus())
    qtbot.keyClick(shown.focusWidget(), F8)
    qtbot.waitUntil(lambda: list_of(shown.passages).hasFocus())


def test_the_keyboard_goes_back_to_the_texts_from_a_list_put_away(shown, qtbot):
    list_of(shown.passages).setFocus()
    qtbot.keyClick(shown.focusWidget(), F8)
    assert not shown.dock("passages_list").isVisible()
    qtbot.waitUntil(lambda: shown.board.isAncestorOf(shown.focusWidget()))
    assert not isinstance(shown.focusWidget(), QLineEdit)


def test_the_keyboard_stays_in_the_texts_while_lists_come_and_go(shown, qtbot):
    shown.board.focus_pane(0)
    held = shown.focusWidget()
    for key in (F9, F9, F8):
        qtbot.keyClick(held, key)
        assert shown.focusWidget() is held
