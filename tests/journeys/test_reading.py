"""A day of reading: layers, finding, keys and colours, with the whole program at work."""

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from workbench.resources import sample_files
from workbench.settings import Settings
from workbench.ui.keys_window import KeysWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def reading(program, qtbot):
    """The program with the sample story compared, the keyboard in the first pane."""
    with qtbot.waitSignal(
        program.session.compared, timeout=30_000, check_params_cb=lambda one: bool(one.articles)
    ):
        program.session.import_paths(sample_files())
    program.window.board.panes[0].view.setFocus()
    return program


def press(program, qtbot, key, held=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(program.window.focusWidget(), key, held)


def test_every_layer_is_switched_by_its_key(reading, qtbot):
    view = reading.window.board.panes[0].view
    pictures = [view.grab().toImage()]
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_4):
        press(reading, qtbot, key)
        pictures.append(view.grab().toImage())
    assert all(one != other for one, other in itertools.pairwise(pictures))


def test_words_are_found_and_stepped_through(reading, qtbot):
    press(reading, qtbot, Qt.Key.Key_F, CONTROL)
    qtbot.keyClicks(reading.window.find_bar.field, "productive forces")
    qtbot.waitUntil(lambda: not reading.window.finder.is_looking)
    seen = set()
    for _ in range(reading.window.finder.count(everywhere=False)[0]):
        press(reading, qtbot, Qt.Key.Key_Return)
        article, span = reading.window.finder.current
        assert span.of(reading.desk.article(article).text).lower().split() == [
            "productive",
            "forces",
        ]
        pane = next(one for one in reading.window.board.panes if one.article.id == article)
        top, _ = pane.view.extent_of(span)
        bar = pane.view.verticalScrollBar()
        assert bar.value() <= top <= bar.value() + pane.view.viewport().height()
        seen.add(article)
    assert len(seen) == len(sample_files())


def test_a_key_is_changed_works_at_once_and_is_kept(reading, qtbot, tmp_path):
    reading.window.actions_by_name["keys"].trigger()
    keys = reading.window.findChild(KeysWindow)
    qtbot.waitExposed(keys)
    qtbot.keyClicks(keys.search, "next passage")
    keys.table.setCurrentIndex(keys.model.index(0, 0))
    qtbot.keyClick(keys.field, Qt.Key.Key_J)
    qtbot.mouseClick(keys.set_key, LEFT)
    keys.close()
    view = reading.window.board.panes[0].view
    with qtbot.waitActive(reading.window):
        reading.window.activateWindow()
    qtbot.keyClick(view, Qt.Key.Key_N)
    assert reading.desk.chosen == ""
    assert "J  next passage" in reading.window.status.text
    qtbot.keyClick(view, Qt.Key.Key_J)
    assert reading.desk.chosen == reading.desk.comparison.clusters[0].id
    assert "J" in Settings(tmp_path / "config" / "settings.json").get("keys")


def test_a_command_is_found_and_done(reading, qtbot):
    press(reading, qtbot, Qt.Key.Key_K, CONTROL)
    palette = reading.window.palette_of_commands
    assert isinstance(reading.window.focusWidget(), QLineEdit)
    qtbot.keyClicks(palette.field, "high contr")
    press(reading, qtbot, Qt.Key.Key_Return)
    assert reading.settings.get("contrast") == "yes"
    assert "contrast" in reading.dressing.theme.name
