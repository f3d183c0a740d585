"""Strip: where in an article its shared passages lie, and what of it is in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from workbench.ui.theme import Theme, blend

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from workbench.ui.overlay import Mark

WIDTH = 12
TRACK = 8
HIT = 2.0  # pixels: how high the line of something found is
LEAST_MARK = 4.0  # pixels: a shorter mark could not be seen, nor clicked


class Strip(QWidget):
    """A narrow picture of the whole article; a click goes to that place."""

    place_clicked = Signal(float)
    mark_clicked = Signal(str)

    def __init__(
        self, theme: Theme, describe: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._describe = describe
        self._marks: tuple[tuple[Mark, float, float], ...] = ()
        self._hits: tuple[float, ...] = ()
        self._chosen = ""
        self._view = (0.0, 1.0)
        self._picture = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName("Where the shared passages lie")
        self.setAccessibleDescription("Click to go to a place in the article")

    def sizeHint(self) -> QSize:
        """Return the strip's width; it takes whatever height there is."""
        return QSize(WIDTH, 80)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours from now on."""
        self._theme = theme
        self._forget_picture()

    def set_marks(
        self, marks: Sequence[tuple[Mark, float, float]], hits: Sequence[float] = ()
    ) -> None:
        """Show marks with top and bottom, and the middles of what was looked for.

        All are shares (0 to 1) of the article's height.
        """
        self._marks, self._hits = tuple(marks), tuple(hits)
        self._forget_picture()

    def set_chosen(self, cluster: str) -> None:
        """Let the marks of one cluster stand out."""
        self._chosen = cluster
        self._forget_picture()

    def set_view(self, top: float, bottom: float) -> None:
        """Show what is in view, as shares (0 to 1) of the article's height."""
        if (top, bottom) != self._view:
            self._view = (top, bottom)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the track, the marks, and the frame of what is in view."""
        if self._picture.isNull():
            self._picture = self._draw()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.dim), 1))
        top, bottom = (share * self.height() for share in self._view)
        painter.drawRoundedRect(QRectF(0.5, top + 0.5, self.width() - 1, bottom - top - 1), 3, 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the article anew in the new height."""
        super().resizeEvent(event)
        self._forget_picture()

    def _forget_picture(self) -> None:
        self._picture = QPixmap()
        self.update()

    def _draw(self) -> QPixmap:
        """Return the track and all marks; drawn once, for scrolling moves only the frame."""
        picture = QPixmap(self.size() * self.devicePixelRatioF())
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = (self.width() - TRACK) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.track))
        painter.drawRoundedRect(QRectF(left, 0, TRACK, self.height()), 4, 4)
        for mark, top, bottom in self._marks:
            strength = 1.0 if mark.cluster == self._chosen or not self._chosen else 0.6
            painter.setBrush(blend(self._theme.hue(mark.hue), strength))
            painter.drawRoundedRect(self._box(left, top, bottom), 2, 2)
        painter.setBrush(QColor(self._theme.ink))
        for share in self._hits:
            painter.drawRect(QRectF(0, share * self.height() - HIT / 2, self.width(), HIT))
        painter.end()
        return picture

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the passage under the mouse, or go to the place."""
        mark = self._mark_at(event.position().toPoint())
        if mark:
            self.mark_clicked.emit(mark.cluster)
        else:
            self.place_clicked.emit(event.position().y() / max(1, self.height()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Scroll along while the mouse is pressed."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.place_clicked.emit(event.position().y() / max(1, self.height()))

    def event(self, event: QEvent) -> bool:
        """Name the passage under the mouse in a tip."""
        if isinstance(event, QHelpEvent):
            mark = self._mark_at(event.pos())
            words = self._describe(mark.cluster) if mark else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def _box(self, left: float, top: float, bottom: float) -> QRectF:
        height = max(LEAST_MARK, (bottom - top) * self.height())
        return QRectF(left, min(top * self.height(), self.height() - height), TRACK, height)

    def _mark_at(self, place: QPoint) -> Mark | None:
        for mark, top, bottom in reversed(self._marks):
            box = self._box(0, top, bottom).adjusted(-WIDTH, -1, WIDTH, 1)
            if box.contains(place.toPointF()):
                return mark
        return None
