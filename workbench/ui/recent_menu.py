"""RecentMenu: the projects that were open last, in the File menu."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from workbench.ui.recent import LeftProject, Recent

BY_NUMBER = 9  # projects that a figure chooses while the menu is open


class RecentMenu(QMenu):
    """Lists the projects anew whenever it opens; those that have gone are named all the same."""

    project_chosen = Signal(str)

    def __init__(self, recent: Recent, parent: QWidget | None = None) -> None:
        super().__init__("Open recent", parent)
        self._recent = recent
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """List the projects as they are now."""
        self.clear()
        for number, project in enumerate(self._recent.projects, 1):
            action = self.addAction(_words(number, project))
            action.setToolTip(project.path)
            action.setEnabled(project.is_there)
            action.triggered.connect(
                lambda _=False, path=project.path: self.project_chosen.emit(path)
            )
        if self.isEmpty():
            self.addAction("No projects yet").setEnabled(False)


def place_of(project: LeftProject) -> str:
    """Return where a project lies, in a word: its folder, or that it is not there any more."""
    return Path(project.path).parent.name if project.is_there else "no longer there"


def _words(number: int, project: LeftProject) -> str:
    figure = f"&{number}  " if number <= BY_NUMBER else ""
    return f"{figure}{project.name.replace('&', '&&')}\t{place_of(project)}"
