"""About: what the program says of itself: what it is, of which versions, and where its log lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

import workbench
from workbench.ui.file_browser import show_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from workbench.ui.main_window import MainWindow

SAID = (
    "Crossread {}: how several outlets cover one story, read side by side, on this machine alone."
)


class About(QObject):
    """Tells in a notice, with all versions behind its details, to be copied for whoever helps."""

    def __init__(
        self,
        window: MainWindow,
        state: Path,
        show: Callable[[Path], object] = show_folder,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._state = state
        self._show = show
        window.actions_by_name["about"].triggered.connect(self._tell)

    def _tell(self) -> None:
        text = _versions()
        self._window.notices.say(
            SAID.format(workbench.__version__),
            text,
            ("Copy versions", lambda: QGuiApplication.clipboard().setText(text)),
            ("Open folder of the log", lambda: self._show(self._state)),
        )


def _versions() -> str:
    from workbench.project.facts import facts, packages

    return "\n".join(f"{name}: {value}" for name, value in (*facts(), *packages()))
