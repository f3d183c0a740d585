"""Parts: labels and buttons as every piece of the window sets them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton

if TYPE_CHECKING:
    from PySide6.QtGui import QFont


def label(text: str, font: QFont, *, dim: bool = False, wraps: bool = False) -> QLabel:
    """Return a label that shows `text` as it is, never as markup."""
    result = QLabel(text)
    result.setTextFormat(Qt.TextFormat.PlainText)
    result.setFont(font)
    result.setWordWrap(wraps)
    if dim:
        result.setProperty("dim", dim)
    return result


def tool_button(text: str, *, name: str = "", tip: str = "") -> QToolButton:
    """Return a quiet button; `name` is what a screen reader says where the text is a mere sign."""
    result = QToolButton()
    result.setText(text)
    result.setAccessibleName(name or text)
    result.setToolTip(tip)
    return result
