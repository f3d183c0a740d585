"""The whole program in a window, on folders of its own."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from workbench.app import Program, _first_project


@pytest.fixture
def start(qapp, qtbot, tmp_path):
    """Start the program as a system does, as often as wanted; each window is put away at last."""
    started = []

    def begin():
        data, config = tmp_path / "data", tmp_path / "config"
        project, why = _first_project(data, config, None, sample=False)
        program = Program(qapp, project, data, config)
        started.append(program)
        program.open(why=why)
        qtbot.waitExposed(program.window)
        return program

    yield begin
    for program in started:
        program.window.close()
        program.window.deleteLater()
        program.deleteLater()
    qapp.setStyleSheet("")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def program(start):
    """The program with an empty draft, its window shown; put away afterwards."""
    return start()
