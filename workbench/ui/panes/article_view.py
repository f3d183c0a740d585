"""The text of one article: tints behind shared passages, lines below them, never a word changed."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextLine,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from workbench.model import Article, Kind, Span
from workbench.ui.panes.article_document import ArticleDocument
from workbench.ui.theme import TINT, TINT_CHOSEN, Theme, blend, serif

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.ui.desk import Mark

TYPE_SIZE = 16  # pixels: the middle of what the look asks for
LEADING = 1.58  # lines this many times the type's height apart
DRAG = 4  # pixels: a mouse that moves further selects
LINE_BELOW = 2  # pixels: the line that tells the kind

LINE_STYLES = {
    Kind.VERBATIM: Qt.PenStyle.SolidLine,
    Kind.EDITED: Qt.PenStyle.DashLine,
    Kind.REWORDED: Qt.PenStyle.DotLine,
}


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a mark that stands in one line, in document pixels."""

    mark: Mark
    box: QRectF


class ArticleView(QTextEdit):
    """One article to read, select and copy from; it paints its marks under the words."""

    mark_clicked = Signal(str)
    laid_out = Signal()

    def __init__(self, article: Article, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = ArticleDocument(article.text)
        self._theme = theme
        self._marks: tuple[Mark, ...] = ()
        self._variants: tuple[Span, ...] = ()
        self._pieces: list[Piece] = []
        self._tops: list[float] = []
        self._underlines: list[QRectF] = []
        self._extent_of: dict[Mark, tuple[float, float]] = {}
        self._extents: dict[str, tuple[tuple[float, float], ...]] = {}
        self._tallest = 0.0
        self._chosen = ""
        self._pressed = QPointF()
        self.setDocument(self._document.qt)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(f"Text of {article.headline or article.outlet or article.id}")
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self._document.qt.documentLayout().documentSizeChanged.connect(self._lay_marks)
        self.set_type_size(TYPE_SIZE)

    def set_type_size(self, pixels: int) -> None:
        """Set the article in type of this height."""
        self._document.set_font(serif(pixels), round(pixels * LEADING))
        self._lay_marks()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours from now on."""
        self._theme = theme
        self.viewport().update()

    def set_marks(self, marks: Sequence[Mark], variants: Sequence[Span]) -> None:
        """Show these passages, and set these words off as differing elsewhere."""
        self._marks = tuple(marks)
        if tuple(variants) != self._variants:
            self._set_weight(self._variants, QFont.Weight.Normal)
            self._variants = tuple(variants)
            self._set_weight(self._variants, QFont.Weight.DemiBold)
        self._lay_marks()

    def set_chosen(self, cluster: str) -> None:
        """Let the passages of one cluster stand out."""
        self._chosen = cluster
        self.viewport().update()

    def extents(self, cluster: str) -> tuple[tuple[float, float], ...]:
        """Return top and bottom of each passage of a cluster, in pixels of the document."""
        return self._extents.get(cluster, ())

    def every_extent(self) -> tuple[tuple[Mark, float, float], ...]:
        """Return each mark with its top and bottom in pixels of the document."""
        return tuple((mark, *extent) for mark, extent in self._extent_of.items())

    def selected(self) -> Span:
        """Return the span that is selected, in code points of the article."""
        return self._document.span(self.textCursor())

    def select(self, span: Span) -> None:
        """Select a span of the article."""
        self.setTextCursor(self._document.cursor(span))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the marks out again for the new measure."""
        super().resizeEvent(event)
        self._lay_marks()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tints and lines first, then the words over them."""
        painter = QPainter(self.viewport())
        painter.translate(0, -self.verticalScrollBar().value())
        for piece in self._visible_pieces():
            self._paint_piece(painter, piece)
        self._paint_underlines(painter)
        painter.end()
        super().paintEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began: a drag selects and chooses nothing."""
        self._pressed = event.position()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the passage under a click."""
        super().mouseReleaseEvent(event)
        moved = (event.position() - self._pressed).manhattanLength()
        mark = self.mark_at(event.position())
        if mark and moved < DRAG and event.button() == Qt.MouseButton.LeftButton:
            self.mark_clicked.emit(mark.cluster)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over a passage that a click would choose."""
        super().mouseMoveEvent(event)
        over = self.mark_at(event.position()) is not None and not event.buttons()
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def mark_at(self, position: QPointF) -> Mark | None:
        """Return the mark at a position of the viewport: the shortest where several overlap."""
        place = position + QPointF(0, self.verticalScrollBar().value())
        found = [piece.mark for piece in self._visible_pieces() if piece.box.contains(place)]
        return min(found, key=lambda mark: mark.span.length, default=None)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the article's own words, never the widget's rendering of them."""
        # The clipboard keeps it longer than Python lives, so Qt must have made it; and Qt's own
        # fills itself when first looked at, and would write over the text later.
        data = super().createMimeDataFromSelection()
        data.text()
        data.clear()
        data.setText(self.selected().of(self._document.text))
        return data

    def _set_weight(self, spans: Sequence[Span], weight: QFont.Weight) -> None:
        style = QTextCharFormat()
        style.setFontWeight(weight)
        edit = QTextCursor(self._document.qt)
        edit.beginEditBlock()
        for span in spans:
            self._document.cursor(span).mergeCharFormat(style)
        edit.endEditBlock()

    def _lay_marks(self) -> None:
        self._pieces = [Piece(mark, box) for mark in self._marks for box in self._boxes(mark.span)]
        self._pieces.sort(key=lambda piece: piece.box.top())
        self._tops = [piece.box.top() for piece in self._pieces]
        self._extent_of = self._measure()
        self._extents = {}
        for mark, extent in self._extent_of.items():
            self._extents[mark.cluster] = (*self._extents.get(mark.cluster, ()), extent)
        self._underlines = [box for span in self._variants for box in self._boxes(span)]
        self._tallest = max((piece.box.height() for piece in self._pieces), default=0.0)
        self.viewport().update()
        self.laid_out.emit()

    def _measure(self) -> dict[Mark, tuple[float, float]]:
        extents: dict[Mark, tuple[float, float]] = {}
        for piece in self._pieces:
            top, bottom = extents.get(piece.mark, (piece.box.top(), piece.box.bottom()))
            extents[piece.mark] = min(top, piece.box.top()), max(bottom, piece.box.bottom())
        return extents

    def _boxes(self, span: Span) -> list[QRectF]:
        start, end = self._document.units(span)
        boxes = []
        block = self._document.qt.findBlock(start)
        while block.isValid() and block.position() < end:
            layout = block.layout()
            origin = self._document.qt.documentLayout().blockBoundingRect(block).topLeft()
            for place in range(layout.lineCount()):
                line = layout.lineAt(place)
                first = max(start - block.position(), line.textStart())
                last = min(end - block.position(), line.textStart() + line.textLength())
                if first < last:
                    edges = sorted((_x(line, first), _x(line, last)))
                    right = min(edges[1], line.naturalTextRect().right())
                    box = QRectF(edges[0], line.y(), right - edges[0], line.height())
                    boxes.append(box.translated(origin))
            block = block.next()
        return boxes

    def _visible_pieces(self) -> list[Piece]:
        top = self.verticalScrollBar().value()
        first = bisect_left(self._tops, top - self._tallest)
        last = bisect_left(self._tops, top + self.viewport().height())
        return self._pieces[first:last]

    def _paint_piece(self, painter: QPainter, piece: Piece) -> None:
        hue = self._theme.hue(piece.mark.hue)
        chosen = piece.mark.cluster == self._chosen
        box = piece.box.adjusted(-1, -1, 1, 1)
        painter.fillRect(box, blend(hue, TINT_CHOSEN if chosen else TINT))
        pen = QPen(hue, LINE_BELOW, LINE_STYLES[piece.mark.kind], Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(box.left(), box.bottom()), QPointF(box.right(), box.bottom()))

    def _paint_underlines(self, painter: QPainter) -> None:
        painter.setPen(QPen(QColor(self._theme.ink), 1))
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        for box in self._underlines:
            if box.bottom() >= top and box.top() <= bottom:
                low = box.bottom() - 2
                painter.drawLine(QPointF(box.left(), low), QPointF(box.right(), low))


def _x(line: QTextLine, unit: int) -> float:
    """Return where a position stands in a line; the binding returns the position beside it."""
    place: tuple[float, int] = line.cursorToX(unit)  # type: ignore[assignment]
    return place[0]
