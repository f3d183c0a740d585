"""Annotated words: where the annotations of an article lie on its page."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QPointF, Signal

from workbench.ui.panes import annotation_signs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QPainter

    from workbench.ui.annotated import AnnotationMark
    from workbench.ui.panes.placing import Extent, Placing
    from workbench.ui.theme import Theme

LANES = 3  # side by side; what overlaps more often shares the last one


class Row(NamedTuple):
    """A mark with its top and bottom, in pixels of the document, and its lane, counted from 0."""

    top: float
    bottom: float
    mark: AnnotationMark
    lane: int


class AnnotatedWords(QObject):
    """The annotation marks of a text: placed, painted and found again by a point.

    Marks whose lines touch get lanes of their own.
    """

    changed = Signal()

    def __init__(self, placing: Placing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._placing = placing
        self._marks: tuple[AnnotationMark, ...] = ()
        self._rows: list[Row] | None = None
        self._tallest = 0.0
        self._chosen = ""

    @property
    def marks(self) -> tuple[AnnotationMark, ...]:
        """What is shown, in the order of the text."""
        return self._marks

    @property
    def chosen(self) -> str:
        """The id of the annotation that stands out, or an empty string."""
        return self._chosen

    def show(self, marks: Sequence[AnnotationMark]) -> None:
        """Show these."""
        if tuple(marks) != self._marks:
            self._marks = tuple(marks)
            self.forget()
            self.changed.emit()

    def choose(self, annotation_id: str) -> None:
        """Let one annotation stand out."""
        if annotation_id != self._chosen:
            self._chosen = annotation_id
            self.changed.emit()

    def forget(self) -> None:
        """Place the marks anew: the page is laid out in another way."""
        self._rows = None

    def at(self, point: int) -> list[AnnotationMark]:
        """Return the marks whose words have a code point, or end there; the shortest first."""
        found = [mark for mark in self._marks if mark.span.start <= point <= mark.span.end]
        return sorted(found, key=lambda mark: (mark.span.length, mark.span))

    def under(self, place: QPointF) -> list[AnnotationMark]:
        """Return the marks under a place of the document, in pixels; the shortest first."""
        found = [
            row.mark
            for row in self.between(place.y() - 1, place.y() + 1)
            if any(box.contains(place) for box in self._placing.boxes(row.mark.span))
        ]
        return sorted(found, key=lambda mark: (mark.span.length, mark.span))

    def between(self, top: float, bottom: float) -> Iterator[Row]:
        """Yield the marks between two heights of the document."""
        rows = self._laid
        first = bisect_left(rows, top - self._tallest, key=_top)
        for row in rows[first : bisect_left(rows, bottom, key=_top)]:
            if row.bottom > top:
                yield row

    def paint(self, painter: QPainter, sight: Extent, theme: Theme) -> None:
        """Paint the lines over the words."""
        for row in self.between(*sight):
            boxes = self._placing.boxes(row.mark.span)
            colour = annotation_signs.colour_of(row.mark, theme)
            right = self._placing.is_from_right(row.mark.span)
            annotation_signs.paint_line(painter, boxes, row.lane, colour, from_right=right)
            if row.mark.annotation == self._chosen:
                annotation_signs.paint_frame(painter, boxes, colour)

    @property
    def _laid(self) -> list[Row]:
        """The marks with their places; in the order of the text their tops are in order too."""
        if self._rows is None:
            self._rows = _rows(self._marks, self._placing)
            self._tallest = max((row.bottom - row.top for row in self._rows), default=0.0)
        return self._rows


def _rows(marks: Sequence[AnnotationMark], placing: Placing) -> list[Row]:
    """Give each mark the first lane that is free where it begins, else the last one."""
    ends = [0.0] * LANES
    rows = []
    for mark in marks:
        top, bottom = placing.extent(mark.span)
        lane = next((lane for lane, end in enumerate(ends) if end <= top), LANES - 1)
        ends[lane] = max(bottom, ends[lane])
        rows.append(Row(top, bottom, mark, lane))
    return rows


def _top(row: Row) -> float:
    return row.top
