"""Intake: what dropped or pasted data holds - files and folders, a page, or else text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData


def paths_in(data: QMimeData) -> tuple[Path, ...]:
    """Return the files and folders of the machine that the data names."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())


def page_in(data: QMimeData) -> str:
    """Return what was copied from a web page, or from any program that copies as pages do."""
    return data.html() if data.hasHtml() and data.html().strip() else ""


def text_in(data: QMimeData) -> str:
    """Return the data's plain text where it holds any that could be an article."""
    return data.text() if data.hasText() and data.text().strip() else ""
