"""The text of one article: what is found lies behind and beside the words, never in them."""

from __future__ import annotations

from functools import reduce
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QWidget

from workbench.model import Article, Span
from workbench.ui.overlay import NOBODY, Layers, Mark, Speech
from workbench.ui.panes import painting
from workbench.ui.panes.annotated_words import AnnotatedWords
from workbench.ui.panes.article_document import ArticleDocument
from workbench.ui.panes.grips import Grips
from workbench.ui.panes.placing import Extent, Placed, Placing, Thing
from workbench.ui.panes.sheet import Sheet, spans_placed
from workbench.ui.theme import Theme, serif
from workbench.ui.wording import called

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from workbench.ui.annotated import AnnotationMark

TYPE_SIZE = 16  # pixels: the middle of what the look asks for
MEASURE = 60  # mean letters, some 70 characters of text, in a line at most: the eye loses more
LEADING = 1.58  # lines this many times the type's height apart
DRAG = 4  # pixels: a mouse that moves further selects
ANNOTATION_TIP = "Drag to move this end of the annotation"


class ArticleView(QTextEdit):
    """One article to read, select and copy from; it paints its layers under the words."""

    mark_clicked = Signal(str)
    annotation_clicked = Signal(tuple)
    pressed = Signal()
    laid_out = Signal()

    def __init__(
        self,
        article: Article,
        theme: Theme,
        describe: Callable[[str], str] = str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = ArticleDocument(article.text, painting.GUTTER)
        self._placing = Placing(self._document)
        self._theme = theme
        self._describe = describe
        self.describe_annotation: Callable[[str], str] = str
        self._layers = Layers()
        self._hits: tuple[Span, ...] = ()
        self._current = Span(0, 0)
        self._sheet: Sheet | None = None
        self._placed_hits: Placed[Span] | None = None
        self._chosen = ""
        self._pressed = QPointF()
        self.setDocument(self._document.qt)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(f"Text of {called(article)}")
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.grips = Grips(self, self._document, self._placing)
        self.annotated = AnnotatedWords(self._placing, self)
        self.annotated.changed.connect(self.viewport().update)
        self.annotation_grips = Grips(self, self._document, self._placing, ANNOTATION_TIP)
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._settled.timeout.connect(self.laid_out)
        self._document.qt.documentLayout().documentSizeChanged.connect(self._lay_out)
        self.set_type_size(TYPE_SIZE)

    def set_type_size(self, pixels: int) -> None:
        """Set the article in type of this height where words are usual, else as much larger."""
        self._type_size = pixels
        font = serif(pixels)
        if font == self._document.qt.defaultFont():
            return
        point = self.point_at_top() if self.verticalScrollBar().value() else 0
        self._document.set_font(font, round(font.pixelSize() * LEADING))
        self.setMaximumWidth(
            painting.GUTTER + round(MEASURE * QFontMetricsF(font).averageCharWidth())
        )
        self._lay_out()
        if point:
            self.bring_to_top(point)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours and sizes from now on."""
        self._theme = theme
        self.set_type_size(self._type_size)
        self._set_words()

    def set_layers(self, layers: Layers) -> None:
        """Show these passages, differing words, quotations and sentences that are only here."""
        if layers != self._layers:
            restyled = (layers.variants, layers.speeches) != (
                self._layers.variants,
                self._layers.speeches,
            )
            self._layers = layers
            self._offer_ends()
            if restyled:
                self._set_words()
            self._lay_out()

    def set_hits(self, hits: Sequence[Span], current: Span | None) -> None:
        """Show what was looked for, and which of it is the current one."""
        if tuple(hits) != self._hits:
            self._hits = tuple(hits)
            self._placed_hits = None
            self._settled.start()
        self._current = current or Span(0, 0)
        self.viewport().update()

    def set_chosen(self, cluster: str) -> None:
        """Let the passages of one cluster stand out."""
        if cluster != self._chosen:
            self._chosen = cluster
            self._offer_ends()
            self.viewport().update()

    def extents(self, cluster: str) -> tuple[Extent, ...]:
        """Return top and bottom of each passage of a cluster, in pixels of the document."""
        return self._laid.extents.get(cluster, ())

    def every_extent(self) -> tuple[tuple[Mark, float, float], ...]:
        """Return each mark with its top and bottom in pixels of the document."""
        return tuple(self._laid.marks)

    def hit_extents(self) -> tuple[Extent, ...]:
        """Return top and bottom of all that was looked for, in pixels of the document."""
        return tuple((top, bottom) for _, top, bottom in self._found)

    def extent_of(self, span: Span) -> Extent:
        """Return top and bottom of any span, in pixels of the document."""
        return self._placing.extent(span)

    def point_at_top(self) -> int:
        """Return the code point at which the first line in view begins."""
        return self._document.point(self.cursorForPosition(QPoint(0, 1)).position())

    def bring_to_top(self, point: int) -> None:
        """Bring the line that has a code point to the top of what is in view."""
        length = len(self._document.text)
        top = self.extent_of(Span(min(point, length), min(point + 1, length)))[0]
        self.verticalScrollBar().setValue(round(top))

    @property
    def clusters(self) -> tuple[str, ...]:
        """The clusters of which the article has a passage."""
        return tuple(self._laid.extents)

    def clusters_in_sight(self) -> set[str]:
        """Return the clusters of which a passage is in view."""
        top = float(self.verticalScrollBar().value())
        found = self._laid.marks.in_sight(top, top + self.viewport().height())
        return {mark.cluster for mark in found}

    def box_of(self, span: Span) -> QRect:
        """Return the box around what is in view of a span, in pixels of the viewport."""
        top = self.verticalScrollBar().value()
        boxes = [box.toRect().translated(0, -top) for box in self._placing.boxes(span)]
        seen = [box for box in boxes if box.intersects(self.viewport().rect())] or boxes
        return reduce(QRect.united, seen, QRect())

    def selected(self) -> Span:
        """Return the span that is selected, in code points of the article."""
        return self._document.span(self.textCursor())

    def cursor_point(self) -> int:
        """Return the code point at which the cursor stands."""
        return self._document.point(self.textCursor().position())

    def selected_words(self) -> str:
        """Return the words that are selected, as the article has them."""
        return self.selected().of(self._document.text)

    def select(self, span: Span) -> None:
        """Select a span of the article."""
        self.setTextCursor(self._document.cursor(span))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the layers again for the new measure; what was read stays at the top."""
        point = self.point_at_top() if self.verticalScrollBar().value() else 0
        super().resizeEvent(event)
        self._lay_out()
        if point and event.size().width() != event.oldSize().width():
            self.bring_to_top(point)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the layers first, then the words over them."""
        painter = QPainter(self.viewport())
        scrolled = self.verticalScrollBar().value()
        painter.translate(0, -scrolled)
        top = scrolled + event.rect().top() - painting.LINE_BELOW
        self._paint_layers(painter, top, top + event.rect().height() + 2 * painting.LINE_BELOW)
        painter.end()
        super().paintEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began: a drag selects and chooses nothing."""
        self._pressed = event.position()
        self.pressed.emit()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the passage under a click, or lead to annotated words no longer than it."""
        super().mouseReleaseEvent(event)
        moved = (event.position() - self._pressed).manhattanLength()
        if moved >= DRAG or event.button() != Qt.MouseButton.LeftButton:
            return
        mark, annotated = self.mark_at(event.position()), self._annotated_at(event.position())
        if annotated and (not mark or annotated[0].span.length <= mark.span.length):
            self.annotation_clicked.emit(tuple(one.annotation for one in annotated))
        elif mark:
            self.mark_clicked.emit(mark.cluster)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what a click would choose."""
        super().mouseMoveEvent(event)
        place = event.position()
        over = (self.mark_at(place) or self._annotated_at(place)) and not event.buttons()
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def viewportEvent(self, event: QEvent) -> bool:
        """Name the passage and the speaker under the mouse."""
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip(event.pos().toPointF()), self)
            return True
        return super().viewportEvent(event)

    def mark_at(self, position: QPointF) -> Mark | None:
        """Return the mark at a position of the viewport: the shortest where several overlap."""
        found = self._at(self._laid.marks, position)
        return min(found, key=lambda mark: mark.span.length, default=None)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the article's own words, never the widget's rendering of them."""
        # The clipboard keeps it longer than Python lives, so Qt must have made it; and Qt's own
        # fills itself when first looked at, and would write over the text later.
        data = super().createMimeDataFromSelection()
        data.text()
        data.clear()
        data.setText(self.selected_words())
        return data

    @property
    def _laid(self) -> Sheet:
        if self._sheet is None:
            self._sheet = Sheet(self._placing, self._layers)
        return self._sheet

    @property
    def _found(self) -> Placed[Span]:
        if self._placed_hits is None:
            self._placed_hits = spans_placed(self._placing, self._hits)
        return self._placed_hits

    def _lay_out(self) -> None:
        self._placing.forget()
        self.annotated.forget()
        self._sheet = self._placed_hits = None
        self.viewport().update()
        self._settled.start()

    def _offer_ends(self) -> None:
        """Let the ends of the chosen passages be dragged."""
        chosen = [mark for mark in self._layers.marks if mark.cluster == self._chosen]
        hue = chosen[0].hue if chosen else 0
        self.grips.show([mark.span for mark in chosen], lambda theme: theme.hue(hue))

    def _set_words(self) -> None:
        """Set off the words that differ, and colour the quotations."""
        differing = QTextCharFormat()
        differing.setFontWeight(QFont.Weight.DemiBold)
        styles = [(span, differing) for span in self._layers.variants]
        for speech in self._layers.speeches:
            if speech.hue == NOBODY:
                continue
            voiced = QTextCharFormat()
            voiced.setForeground(self._theme.voice(speech.hue))
            styles.append((speech.span, voiced))
        self._document.set_styles(styles)
        self.viewport().update()

    def _paint_layers(self, painter: QPainter, top: float, bottom: float) -> None:
        sheet, theme = self._laid, self._theme
        sight = (top, bottom)
        sheet.paint_marks(painter, sight, theme, self._chosen, self.grips)
        for hit, boxes in self._found.between(*sight):
            painting.paint_hit(painter, boxes, theme, current=hit == self._current)
        sheet.paint_signs(painter, sight, theme)
        painter.setFont(self._document.qt.defaultFont())
        self.annotated.paint(painter, sight, theme)
        self.grips.paint(painter, theme)
        self.annotation_grips.paint(painter, theme)

    def _tip(self, position: QPointF) -> str:
        mark = self.mark_at(position)
        said = [_said_by(speech) for speech in self._at(self._laid.speeches, position)]
        said += [self.describe_annotation(m.annotation) for m in self._annotated_at(position)]
        return "\n".join(chain([self._describe(mark.cluster)] if mark else [], said))

    def _annotated_at(self, position: QPointF) -> list[AnnotationMark]:
        scrolled = QPointF(0, self.verticalScrollBar().value())
        return self.annotated.under(position + scrolled)

    def _at(self, placed: Placed[Thing], position: QPointF) -> list[Thing]:
        place = position + QPointF(0, self.verticalScrollBar().value())
        near = placed.between(place.y() - 1, place.y() + 1)
        return [thing for thing, boxes in near if _holds(boxes, place)]


def _holds(boxes: Iterable[QRectF], place: QPointF) -> bool:
    return any(box.contains(place) for box in boxes)


def _said_by(speech: Speech) -> str:
    return f"Said by {speech.speaker}" if speech.speaker else "Nobody is named for these words"
