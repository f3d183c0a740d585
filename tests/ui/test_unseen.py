"""Without a screen, Qt's words on its own platform are kept back, and no others."""

import pytest
from PySide6.QtCore import qInstallMessageHandler, qWarning
from PySide6.QtWidgets import QLabel, QMainWindow

from workbench.ui.unseen import unseen


@pytest.fixture
def own_handler():
    """Put Qt's words to where a program has them, and not where the tests hear them."""
    before = qInstallMessageHandler(None)
    yield
    qInstallMessageHandler(before)


def show_window():
    window = QMainWindow()
    window.setCentralWidget(QLabel("a label with a least size"))
    window.show()
    window.close()
    window.deleteLater()


@pytest.mark.usefixtures("qapp", "own_handler")
def test_the_platform_says_nothing_of_itself(capfd):
    with unseen():
        show_window()
    assert capfd.readouterr().err == ""
    show_window()
    assert "propagateSizeHints" in capfd.readouterr().err


@pytest.mark.usefixtures("own_handler")
def test_what_a_program_does_wrong_is_said(capfd):
    with unseen():
        qWarning("a mistake")
    assert capfd.readouterr().err == "a mistake\n"


@pytest.mark.usefixtures("own_handler")
def test_who_heard_before_hears_again():
    heard = []
    qInstallMessageHandler(lambda _kind, _context, message: heard.append(message))
    with unseen():
        qWarning("This plugin does not support grabbing the mouse")
        qWarning("within")
    qWarning("after")
    assert heard == ["within", "after"]
