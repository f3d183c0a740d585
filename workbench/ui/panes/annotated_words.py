"""Annotated words: where the annotations of an article lie on its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Signal

from workbench.ui.panes import annotation_signs
from workbench.ui.panes.placing import Extent, Placed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QPainter

    from workbench.ui.annotated import AnnotationMark
    from workbench.ui.panes.placing import Placing
    from workbench.ui.theme import Theme

LANES = 3  # side by side; what overlaps more often shares the last one


class AnnotatedWords(QObject):
    """The annotation marks of a text: placed, painted and found again by a point.

    Marks whose lines touch get lanes of their own, counted from 0.
    """

    changed = Signal()

    def __init__(self, placing: Placing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._placing = placing
        self._marks: tuple[AnnotationMark, ...] = ()
        self._placed: Placed[tuple[AnnotationMark, int]] | None = None
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
        self._placed = None

    def at(self, point: int) -> list[AnnotationMark]:
        """Return the marks whose words have a code point, or end there; the shortest first."""
        found = [mark for mark in self._marks if mark.span.start <= point <= mark.span.end]
        return sorted(found, key=lambda mark: (mark.span.length, mark.span))

    def under(self, place: QPointF) -> list[AnnotationMark]:
        """Return the marks under a place of the document, in pixels; the shortest first."""
        near = self._laid.between(place.y() - 1, place.y() + 1)
        found = [mark for (mark, _), boxes in near if any(box.contains(place) for box in boxes)]
        return sorted(found, key=lambda mark: (mark.span.length, mark.span))

    def lanes(self, top: float, bottom: float) -> Iterator[tuple[AnnotationMark, int, Extent]]:
        """Yield the marks between two heights of the document, with lane, top and bottom."""
        for mark, lane in self._laid.in_sight(top, bottom):
            yield mark, lane, self._placing.extent(mark.span)

    def paint(self, painter: QPainter, sight: Extent, theme: Theme) -> None:
        """Paint the lines over the words."""
        for (mark, lane), boxes in self._laid.between(*sight):
            annotation_signs.paint_line(painter, mark, boxes, lane, theme)
            if mark.annotation == self._chosen:
                annotation_signs.paint_frame(painter, mark, boxes, theme)

    @property
    def _laid(self) -> Placed[tuple[AnnotationMark, int]]:
        if self._placed is None:
            lanes = _lanes([self._placing.extent(mark.span) for mark in self._marks])
            rows = ((m.span, (m, lane)) for m, lane in zip(self._marks, lanes, strict=True))
            self._placed = Placed(self._placing, rows)
        return self._placed


def _lanes(extents: Sequence[Extent]) -> list[int]:
    """Return a lane for each extent, in the order of their tops: the first that is free there."""
    ends = [0.0] * LANES
    found = []
    for top, bottom in extents:
        lane = next((lane for lane, end in enumerate(ends) if end <= top), LANES - 1)
        ends[lane] = max(bottom, ends[lane])
        found.append(lane)
    return found
