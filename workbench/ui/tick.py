"""Tick: a box that is ticked or not, drawn like the fields beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QCheckBox

from workbench.ui.theme import GRID, scaled

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

SIDE = 14  # pixels of the box, where words are usual
RADIUS = 3
MARK = ((0.22, 0.52), (0.42, 0.72), (0.78, 0.28))  # of the side: where the strokes turn


class Tick(QCheckBox):
    """A box with words; `tip` says more of it, also to a screen reader."""

    def __init__(self, words: str, tip: str) -> None:
        super().__init__(words)
        self.setToolTip(tip)
        self.setAccessibleName(words)
        self.setAccessibleDescription(tip)

    def sizeHint(self) -> QSize:
        """Return the room that the box and its words need."""
        metrics, side = self.fontMetrics(), scaled(SIDE)
        width = side + GRID + metrics.horizontalAdvance(self.text()) + GRID // 2
        return QSize(width, max(side, metrics.height()) + GRID // 2)

    def minimumSizeHint(self) -> QSize:
        """Return the same: words that are cut say nothing."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box, its mark and the words in the colours of the theme."""
        role, side = QPalette.ColorRole, scaled(SIDE)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0.5, (self.height() - side) // 2 + 0.5, side, side)
        inks = self.palette()
        edge = role.Link if self.hasFocus() or self.isChecked() else role.PlaceholderText
        painter.setPen(inks.color(edge))
        painter.setBrush(inks.color(role.Link if self.isChecked() else role.Base))
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        if self.isChecked():
            painter.setPen(QPen(inks.color(role.Base), side / 8))
            painter.drawPolyline([box.topLeft() + QPointF(x * side, y * side) for x, y in MARK])
        if self.hasFocus():
            painter.setPen(inks.color(role.Link))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), RADIUS + 1, RADIUS + 1)
        words = self.rect().adjusted(side + GRID, 0, 0, 0)
        painter.setPen(inks.color(role.WindowText))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
