"""What the program says of itself, and what can be done with that."""

import pytest
from PySide6.QtWidgets import QApplication, QToolButton

import workbench
from workbench.ui.about import About


@pytest.fixture
def shown(window, tmp_path):
    """The folders that were to be shown, once the program was asked about itself."""
    folders = []
    About(window, tmp_path, folders.append)
    window.actions_by_name["about"].trigger()
    return folders


def press(window, words):
    next(one for one in window.notices.findChildren(QToolButton) if one.text() == words).click()


def test_versions_stand_behind_the_details(window, shown):
    assert window.notices.texts[-1].startswith(f"Crossread {workbench.__version__}: ")
    assert "on this machine" in window.notices.texts[-1]
    details = window.notices.details[-1]
    assert f"Crossread: {workbench.__version__}" in details
    assert "pyside6-essentials: " in details.lower()


def test_versions_can_be_copied_and_the_log_found(window, shown, tmp_path):
    press(window, "Copy versions")
    assert QApplication.clipboard().text() == window.notices.details[-1]
    press(window, "Open folder of the log")
    assert shown == [tmp_path]
