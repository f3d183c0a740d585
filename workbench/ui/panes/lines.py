"""Lines: words in lines of a width, so many at most; what has no room is cut with a sign."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QTextLayout

from workbench.ui.panes.article_document import Utf16Map

if TYPE_CHECKING:
    from PySide6.QtGui import QFont


def line_height(font: QFont) -> int:
    """Return how high a line is where several are painted, in pixels.

    Qt rounds each line up, but the line spacing of its metrics to the nearest: lines that are
    counted with that reach into what stands below them.
    """
    return ceil(QFontMetricsF(font).lineSpacing())


def wrapped(words: str, font: QFont, width: int) -> list[str]:
    """Return words in lines of a width in pixels; one empty line where there are none."""
    layout = QTextLayout(words, font)
    units = Utf16Map(words)
    found: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        start, end = line.textStart(), line.textStart() + line.textLength()
        found.append(words[units.to_point(start) : units.to_point(end)])
    layout.endLayout()
    return found


def cut_lines(words: str, font: QFont, width: int, most: int) -> list[str]:
    """Return words in `most` lines of a width in pixels, the last one cut where there are more."""
    every = wrapped(words, font, width)
    shown, rest = every[: most - 1], "".join(every[most - 1 :])
    last = QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return [*shown, last] if rest else shown
