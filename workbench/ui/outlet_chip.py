"""Outlet chip: the small square in the colour that an outlet was given, always beside its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from workbench.ui.tag_colours import shown

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from workbench.ui.theme import Theme

CHIP = 8  # pixels: its side
ROOM = CHIP + 6  # pixels with the gap to the name
RADIUS = 2


class OutletChip(QWidget):
    """A square in an outlet's colour; out of sight where it has none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._colour = ""
        self.setFixedSize(QSize(CHIP, CHIP))
        self.hide()

    @property
    def colour(self) -> str:
        """The colour, `#rrggbb` or empty."""
        return self._colour

    def set_colour(self, colour: str) -> None:
        """Show this colour, `#rrggbb`, or none."""
        self._colour = colour
        self.setVisible(bool(colour))
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours from now on."""
        self._theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the square."""
        painter = QPainter(self)
        paint_chip(painter, 0, self.height() / 2, self._colour, self._theme)


def paint_chip(painter: QPainter, left: float, middle: float, colour: str, theme: Theme) -> int:
    """Paint a chip whose centre is at this height, and return the room it takes, in pixels.

    Where there is no colour nothing is painted, and no room is taken.
    """
    if not colour:
        return 0
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shown(colour, theme))
    painter.drawRoundedRect(QRectF(left, middle - CHIP / 2, CHIP, CHIP), RADIUS, RADIUS)
    painter.restore()
    return ROOM
