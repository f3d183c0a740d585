"""The table of actions: every key does one thing, and every action stands in a menu."""

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from workbench.ui.actions import ACTIONS, MENUS

STANDARD = {
    "open_project": QKeySequence.StandardKey.Open,
    "new_project": QKeySequence.StandardKey.New,
    "undo": QKeySequence.StandardKey.Undo,
    "redo": QKeySequence.StandardKey.Redo,
    "copy": QKeySequence.StandardKey.Copy,
    "paste": QKeySequence.StandardKey.Paste,
    "find": QKeySequence.StandardKey.Find,
    "larger": QKeySequence.StandardKey.ZoomIn,
    "smaller": QKeySequence.StandardKey.ZoomOut,
    "find_next": QKeySequence.StandardKey.FindNext,
    "find_previous": QKeySequence.StandardKey.FindPrevious,
}


def repeated(things):
    return [thing for thing, times in Counter(things).items() if times > 1]


def test_no_key_does_two_things(qapp):
    assert repeated(QKeySequence(keys).toString() for one in ACTIONS for keys in one.keys) == []


def test_every_action_has_a_key():
    assert [one.name for one in ACTIONS if not one.keys] == []


def test_every_key_is_one_that_qt_knows(qapp):
    for one in ACTIONS:
        for keys in one.keys:
            assert QKeySequence(keys).toString(), keys


def test_names_and_words_are_used_once():
    assert repeated(one.name for one in ACTIONS) == []
    assert repeated(one.text for one in ACTIONS) == []


def test_every_action_stands_in_a_known_menu_and_no_menu_is_empty():
    assert {one.menu for one in ACTIONS} == set(MENUS)


def test_no_menu_ends_with_a_line():
    last = {one.menu: one for one in ACTIONS}
    assert [one.name for one in last.values() if one.group_ends] == []


@pytest.mark.parametrize(("name", "standard"), STANDARD.items())
def test_actions_that_every_program_has_have_their_usual_keys(qapp, name, standard):
    spec = next(one for one in ACTIONS if one.name == name)
    ours = {QKeySequence(keys).toString() for keys in spec.keys}
    assert ours & {key.toString() for key in QKeySequence.keyBindings(standard)}


def test_every_menu_is_opened_by_a_letter_of_its_own(window):
    titles = [action.text() for action in window.menuBar().actions()]
    letters = [title[title.index("&") + 1].lower() for title in titles]
    assert [title.replace("&", "") for title in titles] == list(MENUS)
    assert len(set(letters)) == len(letters)
