"""Keys are changed, kept, reset; no key ever does two things."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QAbstractItemModelTester

from workbench.settings import Settings
from workbench.ui.actions import ACTIONS
from workbench.ui.keys import Keys
from workbench.ui.keys_model import HEADS, KeysModel
from workbench.ui.keys_window import KeysWindow


@pytest.fixture
def actions(qapp):
    return {spec.name: QAction(spec.text) for spec in ACTIONS}


@pytest.fixture
def keys(actions, settings):
    return Keys(actions, settings)


@pytest.fixture
def shown(keys, qtbot):
    window = KeysWindow(keys)
    qtbot.addWidget(window)
    window.show()
    return window


def all_keys(keys):
    return Counter(key for spec in ACTIONS for key in keys.of(spec.name))


def row_of(model, name):
    return next(
        row for row in range(model.rowCount()) if model.spec(model.index(row, 0)).name == name
    )


def choose(window, name):
    window.table.setCurrentIndex(window.model.index(row_of(window.model, name), 0))


def test_at_first_all_actions_have_their_usual_keys(keys, actions):
    for spec in ACTIONS:
        assert keys.of(spec.name) == tuple(QKeySequence(key).toString() for key in spec.keys)
        assert [one.toString() for one in actions[spec.name].shortcuts()] == list(
            keys.of(spec.name)
        )
        assert not keys.is_own(spec.name)


def test_a_tip_names_the_first_key(keys, actions):
    assert "(N)" in actions["next_passage"].toolTip()
    keys.give("next_passage", ["J"])
    assert "(J)" in actions["next_passage"].toolTip()
    keys.give("next_passage", [])
    assert "(" not in actions["next_passage"].toolTip()


def test_a_changed_key_is_kept_for_the_next_start(keys, actions, settings, tmp_path):
    keys.give("next_passage", ["J", "Ctrl+J"])
    again = Keys({name: QAction() for name in actions}, Settings(tmp_path / "settings.json"))
    assert again.of("next_passage") == ("J", "Ctrl+J")
    assert again.is_own("next_passage")


@pytest.mark.parametrize(
    ("key", "other"),
    [
        ("Ctrl+N", "new_project"),
        ("N", ""),
        ("F20", ""),
        ("ctrl+n", "new_project"),
        ("Ctrl+Q, A", "quit"),
    ],
)
def test_a_clash_names_the_other_action(keys, key, other):
    assert keys.clash("next_passage", key) == other


def test_whoever_had_a_key_loses_it(keys):
    keys.give("next_passage", ["Ctrl+N"])
    assert keys.of("new_project") == ()
    assert keys.of("next_passage") == ("Ctrl+N",)
    assert max(all_keys(keys).values()) == 1


def test_other_keys_of_the_loser_stay(keys):
    keys.give("new_project", ["N"])
    assert keys.of("next_passage") == ("Ctrl+Down",)


def test_resetting_takes_the_usual_keys_back(keys):
    keys.give("next_passage", ["Ctrl+N"])
    keys.reset("new_project")
    assert keys.of("new_project") == ("Ctrl+N",)
    assert keys.of("next_passage") == ()
    assert max(all_keys(keys).values()) == 1


def test_resetting_all_leaves_nothing_kept(keys, settings):
    keys.give("next_passage", ["J"])
    keys.reset_all()
    assert keys.of("next_passage") == ("N", "Ctrl+Down")
    assert settings.get("keys") == ""


def test_giving_an_action_its_usual_keys_is_no_change(keys, settings):
    keys.give("quit", ["Ctrl+Q"])
    assert not keys.is_own("quit")
    assert settings.get("keys") == ""


@pytest.mark.parametrize(
    "kept", ["{", "[]", "3", '{"quit": "Ctrl+X"}', '{"quit": [3]}', '{"no such action": ["X"]}']
)
def test_damaged_keys_mean_the_usual_ones(actions, settings, kept):
    settings.set("keys", kept)
    assert Keys(actions, settings).of("quit") == ("Ctrl+Q",)


def test_the_model_holds_to_qts_rules(keys, qtbot):
    model = KeysModel(keys)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.filter("pane")
    keys.give("close_pane", ["F20"])
    model.filter("no such thing")
    keys.reset_all()
    assert model.rowCount() == 0
    model.filter("")
    assert model.rowCount() == len(ACTIONS)
    assert [model.headerData(place, Qt.Orientation.Horizontal) for place in range(3)] == list(HEADS)


@pytest.mark.parametrize("words", ["Ctrl+W", "close pane", "PANE close"])
def test_rows_are_found_by_words_menu_and_keys(keys, words):
    model = KeysModel(keys)
    model.filter(words)
    assert model.rowCount() == 1
    assert model.spec(model.index(0, 0)).name == "close_pane"


def test_a_screen_reader_hears_what_a_cell_is(keys):
    keys.give("about", ())
    model = KeysModel(keys)
    row = row_of(model, "about")
    said = [model.index(row, place).data(Qt.ItemDataRole.AccessibleTextRole) for place in range(3)]
    assert said == ["Action: About Crossread", "Menu: Help", "Keys: none"]


def test_changed_keys_are_set_off(keys):
    model = KeysModel(keys)
    index = model.index(row_of(model, "quit"), 2)
    assert index.data(Qt.ItemDataRole.FontRole) is None
    keys.give("quit", ["Ctrl+Shift+Q"])
    assert (
        index.data(Qt.ItemDataRole.FontRole).bold()
        or index.data(Qt.ItemDataRole.FontRole).weight() > 400
    )


def test_a_key_is_pressed_and_set(shown, keys, qtbot):
    choose(shown, "quit")
    assert not shown.set_key.isEnabled()
    qtbot.keyClick(shown.field, Qt.Key.Key_F20)
    assert shown.said == "F20 is free."
    qtbot.mouseClick(shown.set_key, Qt.MouseButton.LeftButton)
    assert keys.of("quit") == ("F20",)
    qtbot.keyClick(shown.field, Qt.Key.Key_F21)
    qtbot.mouseClick(shown.add_key, Qt.MouseButton.LeftButton)
    assert keys.of("quit") == ("F20", "F21")
    qtbot.mouseClick(shown.reset, Qt.MouseButton.LeftButton)
    assert keys.of("quit") == ("Ctrl+Q",)
    qtbot.mouseClick(shown.take_keys, Qt.MouseButton.LeftButton)
    assert keys.of("quit") == ()
    qtbot.mouseClick(shown.reset_all, Qt.MouseButton.LeftButton)
    assert keys.of("quit") == ("Ctrl+Q",)


def test_a_clash_is_said_before_it_happens(shown, keys, qtbot):
    choose(shown, "quit")
    qtbot.keyClick(shown.field, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert shown.said == "Ctrl+N does “New project” now; that would lose it."
    assert shown.field.accessibleDescription() == shown.said
    assert keys.of("new_project") == ("Ctrl+N",)


def test_without_a_chosen_action_there_is_nothing_to_do(shown, qtbot):
    qtbot.keyClick(shown.field, Qt.Key.Key_F20)
    for button in (shown.set_key, shown.add_key, shown.take_keys, shown.reset):
        assert not button.isEnabled()
    qtbot.keyClicks(shown.search, "quit")
    assert shown.model.rowCount() == 1
    choose(shown, "quit")
    assert shown.set_key.isEnabled()
