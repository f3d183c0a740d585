"""Parts: labels and buttons as every piece of the window sets them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from workbench.ui.theme import sans

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPaintEvent

BARE = "QPlainTextEdit { border: none; padding: 0; background: palette(base); }"  # text to be read


class Elided(QLabel):
    """A line, dim and small unless it is told its face; what does not fit stands in the tip."""

    def __init__(self, text: str, font: QFont | None = None) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font or sans(11))
        self.setProperty("dim", "false" if font else "true")
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        """Let the line become as narrow as it must."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much of the line as fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.setFont(self.font())
        words = QFontMetrics(self.font()).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, words)


def label(text: str, font: QFont, *, dim: bool = False, wraps: bool = False) -> QLabel:
    """Return a label that shows `text` as it is, never as markup."""
    result = QLabel(text)
    result.setTextFormat(Qt.TextFormat.PlainText)
    result.setFont(font)
    result.setWordWrap(wraps)
    if dim:
        result.setProperty("dim", dim)
    return result


def held(content: QWidget) -> QWidget:
    """Return a widget that holds another, and stays where that is hidden."""
    holder = QWidget()
    holder.setMinimumSize(1, 1)  # a dock without any would warn
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(content)
    return holder


def tool_button(text: str, *, name: str = "", tip: str = "") -> QToolButton:
    """Return a quiet button; `name` is what a screen reader says where the text is a mere sign."""
    result = QToolButton()
    result.setText(text)
    result.setAccessibleName(name or text)
    result.setToolTip(tip)
    return result
