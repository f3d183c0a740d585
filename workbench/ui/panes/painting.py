"""Painting: how each layer looks on the page - tints, lines, bars and brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen

from workbench.model import Kind
from workbench.ui.theme import TINT, TINT_CHOSEN, Theme, mixture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from workbench.ui.overlay import Mark, Speech

GUTTER = 14  # pixels left of the words, where bars and brackets stand
BAR_LEFT, BAR_WIDTH = 1.0, 3.0  # of the bar beside a quotation
BRACKET_LEFT, BRACKET_ARM = 8.0, 4.0  # of the bracket beside what is only here
LINE_BELOW = 2  # pixels: the line that tells the kind
FIND_ROUND = 2  # pixels: how round the frame of something found is

LINE_STYLES = {
    Kind.VERBATIM: Qt.PenStyle.SolidLine,
    Kind.EDITED: Qt.PenStyle.DashLine,
    Kind.REWORDED: Qt.PenStyle.DotLine,
}

CLOSENESS = (Kind.REWORDED, Kind.EDITED, Kind.VERBATIM)  # the closest kind is painted last

Boxes = tuple[QRectF, ...]


def paint_mark(painter: QPainter, mark: Mark, boxes: Boxes, theme: Theme, *, chosen: bool) -> None:
    """Paint a shared passage: its colour behind the words, its kind as a line below them.

    Nothing shines through: where passages overlap, the one painted last is seen, not a mixture.
    """
    hue = theme.hue(mark.hue)
    tint = mixture(QColor(theme.paper), hue, TINT_CHOSEN if chosen else TINT)
    pen = QPen(hue, LINE_BELOW, LINE_STYLES[mark.kind], Qt.PenCapStyle.FlatCap)
    for box in boxes:
        wider = box.adjusted(-1, -1, 1, 1)
        painter.fillRect(wider.adjusted(0, 0, 0, LINE_BELOW / 2), tint)
        painter.setPen(pen)
        painter.drawLine(wider.bottomLeft(), wider.bottomRight())


def paint_variant(painter: QPainter, boxes: Boxes, theme: Theme) -> None:
    """Paint the thin line below words that differ elsewhere."""
    painter.setPen(QPen(QColor(theme.ink), 1))
    for box in boxes:
        low = box.bottom() - 2
        painter.drawLine(QPointF(box.left(), low), QPointF(box.right(), low))


def paint_speech(painter: QPainter, speech: Speech, boxes: Boxes, theme: Theme) -> None:
    """Paint the bar beside a quotation, in the colour of who is said to have said it."""
    if boxes:
        top, bottom = boxes[0].top() + 2, boxes[-1].bottom() - 1
        bar = QRectF(BAR_LEFT, top, BAR_WIDTH, bottom - top)
        painter.fillRect(bar, theme.voice(speech.hue))


def paint_only_here(
    painter: QPainter, boxes: Boxes, theme: Theme, *, from_right: bool = False
) -> None:
    """Paint the bracket beside sentences that only this article has, and where they begin and end.

    The bracket stands beside whole lines; a corner at the first word and one at the last are exact.
    """
    if not boxes:
        return
    painter.setPen(QPen(QColor(theme.dim), 1))
    first, last = boxes[0], boxes[-1]
    top, bottom = first.top() + 3, last.bottom() - 1
    painter.drawPolyline(_bracket(BRACKET_LEFT, top, bottom))
    begins, ends = (
        (first.right() + 1, last.left() - 2) if from_right else (first.left() - 2, last.right() + 1)
    )
    arm = -BRACKET_ARM if from_right else BRACKET_ARM
    painter.drawPolyline(_corner(QPointF(begins, first.top() + 2), arm, BRACKET_ARM))
    painter.drawPolyline(_corner(QPointF(ends, last.bottom()), -arm, -BRACKET_ARM))


def paint_hit(painter: QPainter, boxes: Boxes, theme: Theme, *, current: bool) -> None:
    """Paint the ground of words that were looked for, framed where they are the current ones."""
    painter.setPen(QPen(QColor(theme.ink), 1.5) if current else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.found))
    for box in boxes:
        painter.drawRoundedRect(box.adjusted(-1, 1, 1, -1), FIND_ROUND, FIND_ROUND)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _corner(at: QPointF, across: float, down: float) -> Sequence[QPointF]:
    return [at + QPointF(0, down), at, at + QPointF(across, 0)]


def _bracket(left: float, top: float, bottom: float) -> Sequence[QPointF]:
    right = left + BRACKET_ARM
    return [
        QPointF(right, top),
        QPointF(left, top),
        QPointF(left, bottom),
        QPointF(right, bottom),
    ]
