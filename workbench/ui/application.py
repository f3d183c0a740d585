"""Application: Qt's own, which also hears what the system asks it to open.

On macOS a project that is double-clicked comes as an event, also while the program runs; elsewhere
it stands on the command line.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class Application(QApplication):
    """The application, with a signal for each file that it is asked to open."""

    file_asked = Signal(Path)

    def event(self, event: QEvent) -> bool:
        """Tell of a file; all else is Qt's."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_asked.emit(Path(event.file()))
            return True
        return super().event(event)
