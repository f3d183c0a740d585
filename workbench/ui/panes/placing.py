"""Placing: where the spans of an article lie on its page, in pixels of the document."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QRectF, Qt

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QTextBlock, QTextLine

    from workbench.model import Span
    from workbench.ui.panes.article_document import ArticleDocument

Thing = TypeVar("Thing")
Extent = tuple[float, float]


class Placing:
    """Measures spans on a page as it is laid out now; `forget` when it is laid out anew."""

    def __init__(self, document: ArticleDocument) -> None:
        self._document = document
        self._boxes: dict[Span, tuple[QRectF, ...]] = {}
        self._extents: dict[Span, Extent] = {}

    def forget(self) -> None:
        """Measure anew from now on."""
        self._boxes.clear()
        self._extents.clear()

    def extent(self, span: Span) -> Extent:
        """Return the top and the bottom of a span."""
        found = self._extents.get(span)
        if found is None:
            start, end = self._document.units(span)
            top = self._line_edges(start)[0]
            found = top, max(top, self._line_edges(max(start, end - 1))[1])
            self._extents[span] = found
        return found

    def boxes(self, span: Span) -> tuple[QRectF, ...]:
        """Return a box for each line that holds a part of the span, from top to bottom."""
        if span not in self._boxes:
            self._boxes[span] = tuple(self._measure(span))
        return self._boxes[span]

    def is_from_right(self, span: Span) -> bool:
        """Tell whether the paragraph that a span begins in runs from right to left."""
        block = self._document.qt.findBlock(self._document.units(span)[0])
        return block.textDirection() == Qt.LayoutDirection.RightToLeft

    def _line_edges(self, unit: int) -> Extent:
        block = self._document.qt.findBlock(unit)
        around = self._document.qt.documentLayout().blockBoundingRect(block)
        line = block.layout().lineForTextPosition(unit - block.position())
        if not line.isValid():  # a gap between paragraphs holds no line
            return around.top(), around.bottom()
        return around.top() + line.y(), around.top() + line.y() + line.height()

    def _measure(self, span: Span) -> Iterator[QRectF]:
        start, end = self._document.units(span)
        block = self._document.qt.findBlock(start)
        while block.isValid() and block.position() < end:
            origin = self._document.qt.documentLayout().blockBoundingRect(block).topLeft()
            for box in _boxes_in(block, start - block.position(), end - block.position()):
                yield box.translated(origin)
            block = block.next()


class Placed(Generic[Thing]):
    """Things that cover spans, by where these lie on the page."""

    def __init__(self, placing: Placing, things: Iterable[tuple[Span, Thing]]) -> None:
        self._placing = placing
        rows = [(*placing.extent(span), span, thing) for span, thing in things]
        self._rows = sorted(rows, key=lambda row: row[0])
        self._tops = [row[0] for row in self._rows]
        self._tallest = max((row[1] - row[0] for row in rows), default=0.0)

    def __iter__(self) -> Iterator[tuple[Thing, float, float]]:
        """Yield each thing with its top and its bottom."""
        return ((thing, top, bottom) for top, bottom, _, thing in self._rows)

    def between(self, top: float, bottom: float) -> list[tuple[Thing, tuple[QRectF, ...]]]:
        """Return the things that lie between two heights, with their boxes."""
        return [(thing, self._placing.boxes(span)) for thing, span in self._touching(top, bottom)]

    def in_sight(self, top: float, bottom: float) -> list[Thing]:
        """Return the things that lie between two heights."""
        return [thing for thing, _ in self._touching(top, bottom)]

    def _touching(self, top: float, bottom: float) -> Iterator[tuple[Thing, Span]]:
        first = bisect_left(self._tops, top - self._tallest)
        last = bisect_left(self._tops, bottom)
        for _, low, span, thing in self._rows[first:last]:
            if low > top:
                yield thing, span


def _boxes_in(block: QTextBlock, start: int, end: int) -> Iterator[QRectF]:
    """Yield the boxes of UTF-16 units `start` to `end` of a block, in its own pixels."""
    layout = block.layout()
    opening = layout.lineForTextPosition(max(0, start))
    for place in range(opening.lineNumber() if opening.isValid() else 0, layout.lineCount()):
        line = layout.lineAt(place)
        if line.textStart() >= end:
            return
        first = max(start, line.textStart())
        last = min(end, line.textStart() + line.textLength())
        if first < last:
            edges = sorted((_x(line, first), _x(line, last)))
            right = min(edges[1], line.naturalTextRect().right())
            yield QRectF(edges[0], line.y(), right - edges[0], line.height())


def _x(line: QTextLine, unit: int) -> float:
    """Return where a position stands in a line; the binding returns the position beside it."""
    place: tuple[float, int] = line.cursorToX(unit)  # type: ignore[assignment]
    return place[0]
