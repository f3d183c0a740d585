"""Asking: the one seam through which the window asks for files and places; tests put theirs in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QInputDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

PROJECTS = "Crossread projects (*.crossread)"


class Asking:
    """Asks with the system's own dialogs; an empty answer means that nothing was chosen."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def files(self, suffixes: Sequence[str], what: str = "Articles") -> tuple[Path, ...]:
        """Ask for files to import; `what` says what is in them."""
        kinds = f"{what} ({' '.join('*' + suffix for suffix in suffixes)});;All files (*)"
        chosen, _ = QFileDialog.getOpenFileNames(self._parent, "Import files", "", kinds)
        return tuple(Path(name) for name in chosen)

    def folder(self) -> Path | None:
        """Ask for a folder to import."""
        chosen = QFileDialog.getExistingDirectory(self._parent, "Import folder")
        return Path(chosen) if chosen else None

    def project(self) -> Path | None:
        """Ask for a project to open."""
        chosen, _ = QFileDialog.getOpenFileName(self._parent, "Open project", "", PROJECTS)
        return Path(chosen) if chosen else None

    def words(self, title: str, question: str, words: str) -> str:
        """Ask for a few words; `words` stand there already."""
        said, given = QInputDialog.getText(self._parent, title, question, text=words)
        return said.strip() if given else ""

    def new_file(self, title: str, name: str, kinds: str) -> Path | None:
        """Ask where to write a file; `kinds` as Qt filters, the first one's suffix is added."""
        chosen, kind = QFileDialog.getSaveFileName(self._parent, title, name, kinds)
        if not chosen:
            return None
        path = Path(chosen)
        suffix = kind.partition("(*")[2].partition(")")[0]
        return path if path.suffix or not suffix else path.with_suffix(suffix)

    def show_file(self, path: Path) -> None:
        """Let the system show a file, or a folder, with the program that it has for it."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
