"""Annotation signs: how annotated words look, and the bars with letters beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap

from workbench.ui.tag_colours import shown, sign
from workbench.ui.theme import sans

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from workbench.model import Tag
    from workbench.ui.annotated import AnnotationMark
    from workbench.ui.panes.painting import Boxes
    from workbench.ui.panes.placing import Extent
    from workbench.ui.theme import Theme

LINE = 1.25  # pixels: the line over annotated words
STEP = 2.0  # pixels: how far the line of the next lane lies lower
CORNER = 4.0  # pixels
LANE = 10  # pixels from lane to lane beside the text
TILE = 10.0, 12.0  # pixels: the tile with a tag's letter
TILE_BELOW = 3.0  # pixels below the top of the first line
BAR = 2.0  # pixels
ROUND = 2.0
NO_TAG = "–"


def headroom(font: QFont) -> float:
    """Return how far the tall letters of a face stay below the top of their line, in pixels."""
    metrics = QFontMetricsF(font)
    return max(LINE, metrics.ascent() + metrics.tightBoundingRect("d").top())


def paint_line(
    painter: QPainter, boxes: Boxes, lane: int, colour: QColor, *, from_right: bool = False
) -> None:
    """Paint a bracket over annotated words; its corners are at the first and at the last of them.

    The painter has the face of the words, `from_right` says that they run from the right.
    """
    painter.setPen(QPen(colour, LINE))
    above = headroom(painter.font())
    for place, box in enumerate(boxes):
        high = box.top() + above + lane * STEP
        left, right = QPointF(box.left(), high), QPointF(box.right(), high)
        painter.drawLine(left, right)
        first, last = (right, left) if from_right else (left, right)
        if place == 0:
            painter.drawLine(first, first + QPointF(0, CORNER))
        if place == len(boxes) - 1:
            painter.drawLine(last, last + QPointF(0, CORNER))


def paint_frame(painter: QPainter, boxes: Boxes, colour: QColor) -> None:
    """Paint a frame around the words of the annotation that is being edited."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 1))
    for box in boxes:
        painter.drawRoundedRect(box.adjusted(-1, 0, 1, -1), ROUND, ROUND)


def paint_bar(
    painter: QPainter, mark: AnnotationMark, lane: int, extent: Extent, theme: Theme
) -> None:
    """Paint the bar beside annotated lines, a part for each tag; of several passages it is double.

    Its tile, that of `tile`, is painted over its upper end.
    """
    left = lane * LANE
    top, bottom = extent[0] + TILE_BELOW, extent[1] - 2
    width, _ = TILE
    colours = [shown(tag.colour, theme) for tag in mark.tags] or [QColor(theme.dim)]
    part = (bottom - top) / len(colours)
    for place, colour in enumerate(colours):
        x = left + (width - BAR) / 2
        for beside in (-1.5, 1.5) if mark.is_shared else (0.0,):
            painter.fillRect(QRectF(x + beside, top + place * part, BAR, part), colour)


def tile(mark: AnnotationMark, theme: Theme, ratio: float) -> QPixmap:
    """Return the tile with the letter of an annotation's first tag; `ratio` as Qt's pixel ratio.

    The tile of what has no tag is empty, and a memo is a line below the letter.
    """
    width, height = TILE
    picture = QPixmap(QSizeF(width * ratio, height * ratio).toSize())
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_tile(painter, QRectF(0, 0, width, height), mark, theme)
    painter.end()
    return picture


def look_of(mark: AnnotationMark) -> object:
    """Return all that a tile depends on."""
    first = mark.tags[0] if mark.tags else None
    return first and (first.colour, sign(first)), mark.has_memo


def _paint_tile(painter: QPainter, box: QRectF, mark: AnnotationMark, theme: Theme) -> None:
    first: Tag | None = mark.tags[0] if mark.tags else None
    colour = colour_of(mark, theme)
    painter.setPen(QPen(colour, 1))
    painter.setBrush(colour if first else QColor(theme.paper))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), ROUND, ROUND)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ink = QColor(theme.paper) if first else colour
    painter.setPen(ink)
    painter.setFont(sans(9, semibold=True))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sign(first) if first else NO_TAG)
    if mark.has_memo:
        low = box.bottom() - 1.5
        painter.drawLine(QPointF(box.left() + 2, low), QPointF(box.right() - 2, low))


def colour_of(mark: AnnotationMark, theme: Theme) -> QColor:
    """Return the colour of an annotation: that of its first tag, dim where it has none."""
    return shown(mark.tags[0].colour if mark.tags else "", theme)
