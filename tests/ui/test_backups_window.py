"""The list of backups: its model, its names, and what it offers."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QToolButton

from workbench.project.backups import BackupFacts
from workbench.ui.backups_window import EMPTY, MARKED, NOT_MARKED, BackupsWindow

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
WHOLE = BackupFacts(Path("new"), NOON, 1_200, 4)
OLD = BackupFacts(Path("old"), NOON, 1_000, 0, is_of_old=True)
DAMAGED = BackupFacts(Path("damaged"), NOON, None, None)


@pytest.fixture
def shown(qtbot):
    window = BackupsWindow("Kept are the latest.")
    qtbot.addWidget(window)
    QAbstractItemModelTester(
        window.listing.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    window.show_backups((WHOLE, OLD, DAMAGED), is_inside=False)
    window.show()
    return window


def mark(window, row):
    window.listing.view.setCurrentIndex(window.listing.shown(row))


def test_each_backup_says_when_it_was_made_and_what_it_holds(shown):
    rows = [shown.listing.model.row_of(shown.listing.model.index(row, 0)) for row in range(3)]
    here = NOON.astimezone()
    assert rows[0].cells == (f"22 Nov 2026, {here:%H:%M}", 1_200, 4, "")
    assert rows[1].cells[1:] == (1_000, 0, "before it was brought up to date")
    assert rows[2].cells[1:] == ("", "", "damaged")


def test_only_what_can_be_read_is_offered(shown):
    assert (shown.marked(), shown.said) == (None, NOT_MARKED)
    mark(shown, 1)
    assert (shown.marked(), shown.said) == (Path("old"), MARKED)
    assert all(button.isEnabled() for button in (shown.look, shown.copy, shown.go_back))
    mark(shown, 2)
    assert not shown.look.isEnabled()


@pytest.mark.parametrize("name", ["look", "copy", "go_back"])
def test_each_button_names_the_backup_that_is_marked(shown, qtbot, name):
    signals = {"look": "look_wanted", "copy": "copy_wanted", "go_back": "return_wanted"}
    mark(shown, 0)
    with qtbot.waitSignal(getattr(shown, signals[name])) as wanted:
        qtbot.mouseClick(getattr(shown, name), Qt.MouseButton.LeftButton)
    assert wanted.args == [Path("new")]


def test_it_is_left_only_from_inside(shown, qtbot):
    assert not shown.leave.isVisible()
    shown.show_backups((WHOLE,), is_inside=True)
    assert shown.leave.isVisible()
    with qtbot.waitSignal(shown.leave_wanted):
        shown.leave.click()


def test_without_backups_it_says_when_there_will_be_one(shown):
    shown.show_backups((), is_inside=False)
    assert shown.listing.empty_words == EMPTY


def test_everything_has_a_name_and_every_button_a_tip(shown):
    assert shown.accessibleName() == shown.listing.view.accessibleName() == "Backups"
    for button in (shown.leave, shown.look, shown.copy, shown.go_back):
        assert isinstance(button, QToolButton)
        assert button.accessibleName() == button.text()
        assert button.toolTip()
