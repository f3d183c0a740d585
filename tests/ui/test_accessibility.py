"""Every control of the window has a name, and the keyboard reaches what can be done."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QDockWidget,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QMenuBar,
    QProgressBar,
    QScrollBar,
    QToolBar,
    QWidget,
)

from workbench.ui.keys import Keys
from workbench.ui.keys_window import KeysWindow
from workbench.ui.panes.ribbons import Ribbons
from workbench.ui.panes.strip import Strip

CONTROLS = (
    *(QAbstractButton, QAbstractItemView, QAbstractScrollArea, QComboBox, QKeySequenceEdit),
    *(QLineEdit, QProgressBar, Ribbons, Strip),
)
# what Qt makes inside these itself is named by them
WHOLES = (QLineEdit, QAbstractItemView, QMenuBar, QToolBar)


def is_qts_own(widget):
    return (
        isinstance(widget, QScrollBar | QHeaderView)
        or widget.objectName().startswith("qt_")
        or (isinstance(widget.parent(), WHOLES) and type(widget).__module__.startswith("PySide6"))
    )


def unnamed(root):
    widgets = [root, *root.findChildren(QWidget)]
    controls = [one for one in widgets if isinstance(one, CONTROLS) and not is_qts_own(one)]
    assert len(controls) > 3
    return [
        f"{type(one).__name__} in {type(one.parent()).__name__}"
        for one in controls
        if not name_of(one)
    ]


def name_of(widget):
    if isinstance(widget, QAbstractButton) and len(widget.text()) > 1:
        return widget.accessibleName() or widget.text()
    return widget.accessibleName()


def test_every_control_of_the_window_has_a_name(window):
    window.notices.say("A notice.", "With details.")
    window.find_bar.open("ferry")
    window.legend.show_it(True)
    for dock in window.findChildren(QDockWidget):
        dock.show()
    assert unnamed(window) == []


def test_every_control_of_the_list_of_keys_has_a_name(window, settings, qtbot):
    keys = KeysWindow(Keys(window.actions_by_name, settings))
    qtbot.addWidget(keys)
    keys.show()
    assert unnamed(keys) == []


def test_an_unnamed_control_would_be_found(window):
    button = QLineEdit(window)
    assert unnamed(window) == ["QLineEdit in MainWindow"]
    button.setParent(None)


def test_every_dock_has_a_title(window):
    assert [
        one.objectName() for one in window.findChildren(QDockWidget) if not one.windowTitle()
    ] == []


def test_tab_goes_through_the_panes_in_their_order(window, qtbot):
    window.desk.move_article("three", -2)
    views = [pane.view for pane in window.board.panes]
    views[0].setFocus()
    reached = [window.focusWidget()]
    for _ in range(60):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        reached.append(window.focusWidget())
    order = [one for one in dict.fromkeys(reached) if one in views]
    assert order == views


def reached_by_tab(window, qtbot, first):
    """Return the widgets that Tab reaches, from a first one on, until it comes round."""
    first.setFocus()
    reached = [first]
    while window.focusWidget() is not first or len(reached) == 1:
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        reached.append(window.focusWidget())
    return reached


def test_tab_goes_as_one_reads_from_the_bar_to_what_was_found(window, qtbot):
    first, *others = (pane.view for pane in window.board.panes)
    wanted = [
        window.toolbar.buttons["shared"],
        window.toolbar.buttons["export"],
        window.articles.search,
        window.articles.list,
        first,
        *others,
        window.passages.search,
        window.passages.table,
    ]
    reached = reached_by_tab(window, qtbot, wanted[0])
    assert [one for one in reached[:-1] if one in wanted] == wanted


def test_tab_passes_by_what_is_behind_another_tab(window, qtbot):
    reached = reached_by_tab(window, qtbot, window.articles.search)
    assert window.passages.search in reached
    assert window.wording.listing.search not in reached
    assert window.wording.is_stale
    window.show_dock("wording_list")
    qtbot.waitUntil(lambda: not window.wording.is_stale)
    assert window.passages.search not in reached_by_tab(window, qtbot, window.articles.search)


def test_the_lists_are_reached_by_tab(window, qtbot):
    window.board.panes[0].view.setFocus()
    reached = set()
    for _ in range(80):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        reached.add(window.focusWidget())
    assert window.articles.search in reached
    assert window.passages.table in reached


@pytest.mark.parametrize("kind", [QLabel])
def test_words_keep_to_what_they_say(window, kind):
    """Text of articles is never taken for markup."""
    loose = [
        one.text()
        for one in window.findChildren(kind)
        if one.textFormat() != Qt.TextFormat.PlainText and "<" in one.text()
    ]
    assert loose == []
