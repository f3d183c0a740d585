"""The manual is one key away, knows the keys as they are and every command, and stays open."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QToolButton

from workbench.cli.described import told_by_commands
from workbench.project.manual import words_of
from workbench.ui.keys_window import KeysWindow


@pytest.fixture
def manual(program, qtbot):
    """The manual, opened by its key."""
    with qtbot.waitActive(program.window):
        program.window.activateWindow()
    qtbot.keyClick(program.window, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: program.manual.manual is not None)
    return program.manual.manual


def words(manual, name):
    return words_of(manual._pages[name])


def test_it_is_searched_closed_and_opened_where_it_was(manual, program, qtbot):
    assert manual.isVisible()
    manual.go("collation")
    qtbot.keyClicks(manual.search, "siglum")
    assert manual.page == "tutorial"
    qtbot.keyClick(manual.search, Qt.Key.Key_Escape)
    assert not manual.isVisible()
    program.window.actions_by_name["manual"].trigger()
    assert program.manual.manual is manual
    assert manual.page == "tutorial"


def test_an_empty_window_leads_to_it(program, qtbot):
    links = program.window.welcome.findChildren(QToolButton)
    (link,) = (one for one in links if one.text() == "Read the manual")
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert program.manual.manual.page == "contents"


def test_it_tells_the_keys_as_they_are_now(manual, program):
    assert "Press N. The first" in words(manual, "tutorial")
    program.gestures.keys.give("next_passage", ["Ctrl+J"])
    assert program.manual.manual is None
    program.window.actions_by_name["manual"].trigger()
    assert "Press Ctrl+J. The first" in words(program.manual.manual, "tutorial")
    program.gestures.keys.give("next_passage", [])
    program.window.actions_by_name["manual"].trigger()
    assert "Press Next passage. The first" in words(program.manual.manual, "tutorial")


def test_it_tells_the_commands_where_it_is_told_of_them(manual, program):
    assert "crossread --help lists all commands." in words(manual, "commands")
    program.manual.tell_commands(told_by_commands)
    program.window.actions_by_name["manual"].trigger()
    assert "crossread self-test" in words(program.manual.manual, "commands")


def test_it_follows_the_colours_of_the_program(manual, program):
    program.window.actions_by_name["dark"].trigger()
    assert program.dressing.theme.paper in manual.text.styleSheet()


def test_it_opens_at_what_tells_of_the_part_with_the_keyboard(program, qtbot):
    window = program.window
    with qtbot.waitActive(window):
        window.activateWindow()
    for name, place in (("terms_list", "wording-terms"), ("codebook_list", "codebook")):
        window.show_dock(name)
        window.dock(name).findChild(QAbstractItemView).setFocus()
        assert opened(program, qtbot) == place
    qtbot.keyClick(window, Qt.Key.Key_M)
    assert opened(program, qtbot) == "overview-matrix"
    qtbot.keyClick(window, Qt.Key.Key_Y)
    assert opened(program, qtbot) == "overview-timeline"
    qtbot.keyClick(window, Qt.Key.Key_Y)
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert opened(program, qtbot) == "searching-find"
    window.welcome.setFocus()
    assert opened(program, qtbot) == "searching-find"  # as it was left


def test_it_tells_of_keys_from_the_window_of_keys(program, qtbot):
    program.window.actions_by_name["keys"].trigger()
    (keys,) = program.window.findChildren(KeysWindow)
    keys.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is keys)
    assert opened(program, qtbot) == "window-keys-of-your-own"
    keys.close()


def opened(program, qtbot):
    """Press the manual's key where the keyboard is, close the manual, and tell its place."""
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F1)
    manual = program.manual.manual
    qtbot.waitUntil(manual.isVisible)
    place = next(name for name in reversed(manual._here) if name)
    with qtbot.waitActive(program.window):
        manual.close()
        program.window.activateWindow()
    return place


def test_an_open_manual_comes_to_the_front_as_it_is(manual, program):
    manual.go("tutorial")
    program.window.dock("articles_list").findChild(QAbstractItemView).setFocus()
    program.window.actions_by_name["manual"].trigger()
    assert manual.page == "tutorial"
