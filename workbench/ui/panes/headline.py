"""Headline: the words above an article in a few lines; what has no room is cut with a sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.ui.direction import is_from_right
from workbench.ui.panes.article_document import Utf16Map

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPaintEvent

MOST_LINES = 3  # the rest stands in the tip


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
        lines = min(MOST_LINES, len(self._wrapped(width)))
        return lines * metrics.lineSpacing() + metrics.descent()

    def lines(self) -> list[str]:
        """Return the words of each line that is seen."""
        every = self._wrapped(self.width())
        shown, rest = every[: MOST_LINES - 1], "".join(every[MOST_LINES - 1 :])
        metrics = QFontMetrics(self.font())
        last = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, self.width())
        return [*shown, last] if rest else shown

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
            box = room.translated(0, place * metrics.lineSpacing())
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft, line.strip())

    def _wrapped(self, width: int) -> list[str]:
        """Return the words in lines of a width."""
        layout = QTextLayout(self._words, self.font())
        units = Utf16Map(self._words)
        found: list[str] = []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            start, end = line.textStart(), line.textStart() + line.textLength()
            found.append(self._words[units.to_point(start) : units.to_point(end)])
        layout.endLayout()
        return found
