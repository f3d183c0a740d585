"""SiglumTile: the small lettered tile that ties an article's list entry, pane and rows together."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from workbench.ui.theme import Theme, sans, scaled

SIDE = 18  # pixels where words are usual


class SiglumTile(QWidget):
    """A letter on a quiet ground."""

    def __init__(self, siglum: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._siglum = siglum
        self._theme = theme
        self.setFixedSize(self.sizeHint())
        self.setAccessibleName(f"Article {siglum}")

    def sizeHint(self) -> QSize:
        """Return the tile's size, wider for two letters."""
        return tile_size(self._siglum)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours and sizes from now on."""
        self._theme = theme
        self.setFixedSize(self.sizeHint())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the tile."""
        painter = QPainter(self)
        paint_tile(painter, QRectF(self.rect()), self._siglum, self._theme)


def tile_size(siglum: str) -> QSize:
    """Return how large the tile of a siglum is, in pixels."""
    return QSize(scaled(SIDE + 8 * (len(siglum) - 1)), scaled(SIDE))


def paint_tile(painter: QPainter, box: QRectF, siglum: str, theme: Theme) -> None:
    """Paint the tile of a siglum into a box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.checked))
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(QColor(theme.ink))
    painter.setFont(sans(10, semibold=True))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, siglum)
    painter.restore()
