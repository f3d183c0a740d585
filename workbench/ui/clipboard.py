"""Clipboard: the same words put there as text, as rich text and as Markdown at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel
from PySide6.QtGui import QGuiApplication

from workbench.project.copying import copied_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.project.copying import Copied

MARKDOWN = "text/markdown"


def put_on_clipboard(copied: Copied) -> None:
    """Put words on the clipboard in all their forms."""
    one = QStringListModel([""])
    # The clipboard keeps it longer than Python lives, so Qt must have made it.
    data = one.mimeData([one.index(0)])
    data.clear()
    data.setText(copied.plain)
    data.setHtml(copied.html)
    data.setData(MARKDOWN, copied.markdown.encode("utf-8", "replace"))
    QGuiApplication.clipboard().setMimeData(data)


def put_rows(lines: Sequence[str]) -> None:
    """Put a table on the clipboard, given as lines with tabs; as text these stay as they are."""
    rows = [line.split("\t") for line in lines]
    width = max(map(len, rows), default=0)
    full = [(*row, *[""] * (width - len(row))) for row in rows]
    put_on_clipboard(replace(copied_table(("",) * width, full), plain="\n".join(lines)))
