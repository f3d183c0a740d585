"""The pointer tells that the window is busy, and only as long as it is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from workbench.ui.busy import busy


def test_the_pointer_asks_for_patience(qapp):
    with busy():
        assert QGuiApplication.overrideCursor().shape() == Qt.CursorShape.WaitCursor
    assert QGuiApplication.overrideCursor() is None


def test_a_failure_gives_the_pointer_back(qapp):
    with pytest.raises(KeyError), busy():
        raise KeyError
    assert QGuiApplication.overrideCursor() is None
