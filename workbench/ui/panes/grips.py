"""Grips: the ends of the chosen passages, by which each is dragged to other words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QToolTip

from workbench.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtWidgets import QTextEdit

    from workbench.ui.panes.article_document import ArticleDocument
    from workbench.ui.panes.placing import Placing
    from workbench.ui.theme import Theme

KNOB = 3.5  # pixels: how far a knob reaches from its end of the passage
OUTSIDE, INSIDE = 7.0, 4.0  # pixels beside an end where it is taken hold of
LINE = 2  # pixels
BESIDE = 1  # pixels between the words and the line
SCROLL = 24  # pixels that the text moves on while an end is dragged out of sight
TIP = "Drag to move this end of the passage"


@dataclass(frozen=True, slots=True)
class Grip:
    """One end of a passage: which, and where it stands on the page (pixels of the document)."""

    span: Span
    is_end: bool
    x: float
    top: float
    bottom: float
    from_right: bool

    def is_at(self, place: QPointF) -> bool:
        """Tell whether a mouse at this place of the document would take hold of it."""
        to_right = self.is_end != self.from_right
        before, after = (INSIDE, OUTSIDE) if to_right else (OUTSIDE, INSIDE)
        across = -before <= place.x() - self.x <= after
        return across and self.top - KNOB <= place.y() <= self.bottom + KNOB


class Grips(QObject):
    """The ends of the chosen passages of a text; it takes the mouse where that is on one.

    `dragged` brings the span that a passage is to have, from the start to the end of words or
    marks; it never reaches into another of the chosen passages.
    """

    dragged = Signal(object)

    def __init__(
        self, view: QTextEdit, document: ArticleDocument, placing: Placing, tip: str = TIP
    ) -> None:
        super().__init__(view)
        self._view = view
        self._document = document
        self._placing = placing
        self._tip = tip
        self._spans: tuple[Span, ...] = ()
        self._colour: Callable[[Theme], QColor] = lambda theme: theme.hue(0)
        self._held: Grip | None = None
        self._edges: tuple[int, ...] = ()
        self._span = Span(0, 0)
        view.viewport().installEventFilter(self)

    @property
    def held(self) -> Span | None:
        """The passage of which an end is being dragged, as it was before."""
        return self._held.span if self._held else None

    @property
    def span(self) -> Span:
        """What the passage would have if its end were let go now."""
        return self._span

    def show(self, spans: Sequence[Span], colour: Callable[[Theme], QColor]) -> None:
        """Offer the ends of these passages, in the colour that a theme has for them.

        One that is being dragged is let go.
        """
        self._spans, self._colour = tuple(spans), colour
        self._held = None

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Paint a line and a knob at each end."""
        hue = self._colour(theme)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(hue, LINE))
        for grip in self._grips():
            painter.drawLine(QPointF(grip.x, grip.top), QPointF(grip.x, grip.bottom))
        painter.setPen(QPen(QColor(theme.paper), 1))
        painter.setBrush(hue)
        for grip in self._grips():
            knob = QPointF(grip.x, grip.bottom if grip.is_end else grip.top)
            painter.drawEllipse(knob, KNOB, KNOB)
        painter.restore()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take hold of an end, drag it, and let it go; all other events are the text's own."""
        if isinstance(event, QMouseEvent):
            return self._follow(event)
        if isinstance(event, QHelpEvent) and self._grip_at(QPointF(event.pos())):
            QToolTip.showText(event.globalPos(), self._tip, self._view)
            return True
        return False

    def _follow(self, event: QMouseEvent) -> bool:
        kind, place = event.type(), event.position()
        if kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            return self._take(place)
        if kind == QEvent.Type.MouseMove:
            return self._move(place, is_pressed=bool(event.buttons()))
        if kind == QEvent.Type.MouseButtonRelease and self._held is not None:
            self._let_go(self._held)
            return True
        return False

    def _take(self, place: QPointF) -> bool:
        self._held = self._grip_at(place)
        if self._held is None:
            return False
        self._edges = self._edges_for(self._held)
        self._span = self._held.span
        return True

    def _move(self, place: QPointF, *, is_pressed: bool) -> bool:
        if self._held is None:
            is_over = not is_pressed and self._grip_at(place) is not None
            if is_over:
                self._view.viewport().setCursor(Qt.CursorShape.SizeHorCursor)
            return is_over
        self._scroll_along(place)
        point = self._document.point(self._view.cursorForPosition(place.toPoint()).position())
        edge = min(self._edges, key=lambda one: abs(one - point), default=point)
        which = "end" if self._held.is_end else "start"
        self._span = replace(self._held.span, **{which: edge})
        self._view.viewport().update()
        return True

    def _let_go(self, held: Grip) -> None:
        self._held = None
        self._view.viewport().update()
        if self._span != held.span:
            self.dragged.emit(self._span)

    def _edges_for(self, grip: Grip) -> tuple[int, ...]:
        """Return where an end may come to stand: at words and marks within its limits."""
        from workbench.text.tokenize import token_arrays

        tokens = token_arrays(self._document.text)
        edges = tokens.ends if grip.is_end else tokens.starts
        low, high = self._limits(grip)
        return tuple(edges[(edges >= low) & (edges <= high)].tolist())

    def _limits(self, grip: Grip) -> tuple[int, int]:
        """Return between which code points an end may come to stand."""
        span, others = grip.span, [each for each in self._spans if each != grip.span]
        if grip.is_end:
            after = (each.start for each in others if each.start >= span.end)
            return span.start + 1, min(after, default=len(self._document.text))
        return max((each.end for each in others if each.end <= span.start), default=0), span.end - 1

    def _scroll_along(self, place: QPointF) -> None:
        height = self._view.viewport().height()
        bar = self._view.verticalScrollBar()
        if not 0 <= place.y() < height:
            bar.setValue(bar.value() + (SCROLL if place.y() >= height else -SCROLL))

    def _grip_at(self, place: QPointF) -> Grip | None:
        on_page = place + QPointF(0, self._view.verticalScrollBar().value())
        return next((grip for grip in self._grips() if grip.is_at(on_page)), None)

    def _grips(self) -> Iterator[Grip]:
        for span in self._spans:
            shown = self._span if span == self.held else span
            boxes = self._placing.boxes(shown)
            if boxes:
                from_right = self._placing.is_from_right(shown)
                yield _grip(span, boxes[0], from_right=from_right, is_end=False)
                yield _grip(span, boxes[-1], from_right=from_right, is_end=True)


def _grip(span: Span, box: QRectF, *, from_right: bool, is_end: bool) -> Grip:
    x = box.right() + BESIDE if is_end != from_right else box.left() - BESIDE
    return Grip(span, is_end, x, box.top(), box.bottom(), from_right)
