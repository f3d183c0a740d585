"""FileBrowser: the system's own window on a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

if TYPE_CHECKING:
    from pathlib import Path


def show_folder(folder: Path) -> None:
    """Let the system show a folder; where it has no means to, nothing happens."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
