"""Margin: a bar beside the lines of each annotation, which a click leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from workbench.ui.panes import annotation_signs
from workbench.ui.panes.annotated_words import LANES

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.ui.annotated import AnnotationMark
    from workbench.ui.panes.article_view import ArticleView
    from workbench.ui.theme import Theme

WIDTH = LANES * annotation_signs.LANE
LEAST_SEEN = 18  # pixels of a bar in view that have room for its letter


class Margin(QWidget):
    """The bars of the annotations in view, side by side; it scrolls with the text beside it."""

    mark_clicked = Signal(str)

    def __init__(self, view: ArticleView, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._words = view.annotated
        self._theme = theme
        self._tiles: dict[object, QPixmap] = {}
        self.describe: Callable[[str], str] = str
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.setAccessibleName("Annotations beside the text")
        self.setAccessibleDescription("Click a bar to edit the annotation")
        self._words.changed.connect(self.update)
        view.laid_out.connect(self.update)
        view.verticalScrollBar().valueChanged.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the width of all lanes; it takes whatever height there is."""
        return QSize(WIDTH, 80)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours from now on."""
        self._theme = theme
        self._tiles.clear()
        self.update()

    def mark_at(self, place: QPointF) -> AnnotationMark | None:
        """Return the mark whose bar stands at a place: the shortest where several share a lane."""
        high = place.y() + self._view.verticalScrollBar().value()
        lane = min(LANES - 1, int(place.x() // annotation_signs.LANE))
        near = self._words.between(high - 1, high + 1)
        found = [row.mark for row in near if row.lane == lane]
        return min(found, key=lambda mark: mark.span.length, default=None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bars of what is in view; the letter of what began above stands at the top."""
        if not self._words.marks:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scrolled = self._view.verticalScrollBar().value()
        painter.translate(0, -scrolled)
        top = scrolled + event.rect().top()
        for row in self._words.between(top, top + event.rect().height()):
            extent = row.top, row.bottom
            annotation_signs.paint_bar(painter, row.mark, row.lane, extent, self._theme)
            high = (
                max(row.top, min(scrolled, row.bottom - LEAST_SEEN)) + annotation_signs.TILE_BELOW
            )
            place = QPointF(row.lane * annotation_signs.LANE, high)
            painter.drawPixmap(place, self._tile(row.mark))

    def _tile(self, mark: AnnotationMark) -> QPixmap:
        """Return the tile of a mark; the same ones come in view again and again."""
        look = annotation_signs.look_of(mark)
        if look not in self._tiles:
            ratio = self.devicePixelRatioF()
            self._tiles[look] = annotation_signs.tile(mark, self._theme, ratio)
        return self._tiles[look]

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over a bar."""
        over = self.mark_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Lead to the annotation under the mouse."""
        mark = self.mark_at(event.position())
        if mark and event.button() == Qt.MouseButton.LeftButton:
            self.mark_clicked.emit(mark.annotation)

    def event(self, event: QEvent) -> bool:
        """Say in a tip what the annotation under the mouse says."""
        if isinstance(event, QHelpEvent):
            mark = self.mark_at(QPointF(event.pos()))
            words = self.describe(mark.annotation) if mark else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)
