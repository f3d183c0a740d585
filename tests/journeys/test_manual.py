"""The manual is one key away, knows the keys as they are and every command, and stays open."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from workbench.cli.described import told_by_commands
from workbench.project.manual import words_of


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
