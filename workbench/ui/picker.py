"""Picker: a short list of which one entry is chosen, drawn like the fields beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QComboBox

from workbench.ui.theme import GRID

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPaintEvent
    from PySide6.QtWidgets import QWidget

HEIGHT = 28  # pixels, as the style sheet makes fields
RADIUS = 5
ARROW = 4  # pixels: half its width


class Picker(QComboBox):
    """A list that opens below, or a field with one; `name` is what a screen reader calls it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.view().setAccessibleName(name)

    def sizeHint(self) -> QSize:
        """Return the room that the longest entry needs."""
        usual = super().sizeHint()
        return QSize(usual.width() + GRID, max(HEIGHT, usual.height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint frame, entry and arrow in the colours of the theme."""
        role, group = QPalette.ColorRole, QPalette.ColorGroup
        inks = self.palette()
        inks.setCurrentColorGroup(group.Active if self.isEnabled() else group.Disabled)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(inks.color(role.Link if self.hasFocus() else role.Mid))
        painter.setBrush(inks.color(role.Base))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        self._paint_arrow(painter, inks.color(role.PlaceholderText))
        if self.isEditable():
            return  # its words stand in a field
        line = self.rect().adjusted(GRID, 0, -GRID * 3, 0)
        icon = self.itemIcon(self.currentIndex())
        if not icon.isNull():
            spot = QRect(line.topLeft(), QSize(self.iconSize().width(), line.height()))
            icon.paint(painter, spot)
            line.setLeft(spot.right() + GRID)
        words = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, line.width()
        )
        painter.setPen(inks.color(role.Text))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _paint_arrow(self, painter: QPainter, ink: QColor) -> None:
        painter.setPen(QPen(ink, 1.5))
        middle = QPointF(self.width() - GRID * 1.75, self.height() / 2 + 1)
        painter.drawPolyline(
            [middle + QPointF(x * ARROW, (abs(x) - 0.5) * -ARROW) for x in (-1, 0, 1)]
        )
