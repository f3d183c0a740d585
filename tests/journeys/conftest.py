"""The whole program in a window, on folders of its own."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from workbench.app import Program
from workbench.project.drafts import Drafts


@pytest.fixture
def program(qapp, qtbot, tmp_path):
    """The program with an empty draft, its window shown; put away afterwards."""
    project = Drafts(tmp_path / "data" / "drafts").new()
    program = Program(qapp, project, tmp_path / "data", tmp_path / "config")
    program.open()
    qtbot.waitExposed(program.window)
    yield program
    program.window.close()
    program.window.deleteLater()
    program.deleteLater()
    qapp.setStyleSheet("")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
