"""Every command, article and passage is found by a few letters and done with Enter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from workbench.ui.actions import ACTIONS
from workbench.ui.command_palette import MOST, Command, CommandsModel

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def palette(window, qtbot):
    view = window.board.panes[0].view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_K, CONTROL)
    asked = window.palette_of_commands
    assert asked.isVisible()
    yield asked
    asked.hide()


def rows(palette):
    model = palette.model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_every_action_is_offered_with_its_key(window):
    offered = {one.words: one.key for one in window.view_gestures.commands()}
    for spec in ACTIONS:
        words = window.actions_by_name[spec.name].text().replace("…", "")
        assert offered[words] == window.actions_by_name[spec.name].shortcut().toString()


def test_typing_narrows_and_enter_does(palette, window, qtbot):
    qtbot.keyClicks(palette.field, "next pass")
    assert rows(palette)[0] == "Next passage"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.desk.chosen == "ferry"
    assert not palette.isVisible()


def test_the_list_is_walked_from_the_field(palette, window, qtbot):
    qtbot.keyClicks(palette.field, "passage")
    words = rows(palette)
    down = words.index("Previous passage") - words.index(palette.list.currentIndex().data())
    for _ in range(down):
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.currentIndex().data() == "Previous passage"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.desk.chosen == "band"


def test_an_article_is_opened(palette, window, qtbot):
    palette.hide()
    window.desk.close_article("two")
    view = window.board.panes[0].view
    qtbot.keyClick(view, Qt.Key.Key_P, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(palette.field, "ferry late")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert "two" in window.desk.open_ids


def test_a_passage_is_chosen_by_a_click(palette, window, qtbot):
    qtbot.keyClicks(palette.field, "old songs")
    article, passage = rows(palette)[:2]  # both begin so: the article has no headline
    assert article == f"C  {passage}"
    spot = palette.list.visualRect(palette.model.index(1, 0)).center()
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert window.desk.chosen == "band"


def test_escape_puts_it_away(palette, window, qtbot):
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert window.board.panes[0].view.hasFocus()


def test_a_click_elsewhere_puts_it_away(palette, window, qtbot):
    qtbot.mouseClick(window.board.panes[1].view.viewport(), Qt.MouseButton.LeftButton)
    assert not palette.isVisible()


def test_nothing_fits_and_enter_does_nothing(palette, qtbot):
    qtbot.keyClicks(palette.field, "qqqq")
    assert rows(palette) == []
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_what_cannot_be_done_now_is_not_done(qapp):
    done = []
    model = CommandsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_commands([Command("Undo", "", "Ctrl+Z", lambda: done.append(1), enabled=False)])
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEnabled
    said = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Undo, Ctrl+Z"


def test_no_more_rows_than_anybody_reads(qapp):
    model = CommandsModel()
    model.set_commands([Command(f"Do {place}", "", "", int) for place in range(MOST + 9)])
    assert model.rowCount() == MOST
    model.filter("do 68")
    assert model.rowCount() == 1
