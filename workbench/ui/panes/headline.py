"""Headline: the words above an article in a few lines; what has no room is cut with a sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.text.direction import is_from_right
from workbench.ui.panes.lines import cut_lines, line_height, wrapped

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPaintEvent

MOST_LINES = 3  # the rest stands in the tip
LEADING = 1.35  # times the size of the words, whatever their face has of its own


class Headline(QWidget):
    """Words that wrap; a label would ask for more height than it is given.

    Widths and heights in pixels.
    """

    def __init__(self, words: str, font: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = " ".join(words.split())
        self.setFont(font)
        self.setAccessibleName(self._words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def height_at(self, width: int) -> int:
        """Return how high the words are in lines of this width."""
        metrics = QFontMetrics(self.font())
        lines = min(MOST_LINES, len(wrapped(self._words, self.font(), width)))
        return lines * self._line() + metrics.descent()

    def lines(self) -> list[str]:
        """Return the words of each line that is seen."""
        return cut_lines(self._words, self.font(), self.width(), MOST_LINES)

    def _line(self) -> int:
        return max(line_height(self.font()), round(LEADING * self.font().pixelSize()))

    def sizeHint(self) -> QSize:
        """Return the height at the present width."""
        return QSize(0, self.height_at(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines, from the right where the words run from there."""
        painter = QPainter(self)
        if is_from_right(self._words):
            painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        metrics = QFontMetrics(self.font())
        room = QRect(0, 0, self.width(), metrics.height())
        for place, line in enumerate(self.lines()):
            box = room.translated(0, place * self._line())
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft, line.strip())
