"""Ribbons: bands that join the same passage from one pane to its neighbour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from workbench.ui.theme import RIBBON, RIBBON_CHOSEN, Theme, blend

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

WIDTH = 44
TAB = 10.0  # pixels: how far a ribbon reaches towards a pane that lacks the passage
EDGE = 3.0  # pixels that a ribbon keeps in sight when its passage is scrolled out of it


@dataclass(frozen=True, slots=True)
class Ribbon:
    """One band: its cluster and hue, and where it leaves each pane (top, bottom), or None."""

    cluster: str
    hue: int
    left: tuple[float, float] | None
    right: tuple[float, float] | None


class Ribbons(QWidget):
    """The gap between two panes, with a ribbon for each passage that either of them shows."""

    ribbon_clicked = Signal(str)
    width_dragged = Signal(int)
    width_reset = Signal()

    def __init__(
        self, theme: Theme, describe: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._describe = describe
        self._ribbons: tuple[Ribbon, ...] = ()
        self._chosen = ""
        self._grip: float | None = None
        self.setFixedWidth(WIDTH)
        self.setMouseTracking(True)
        self.setAccessibleName("Ribbons between the panes")
        self.setAccessibleDescription("The list of shared passages holds the same as a table")

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours from now on."""
        self._theme = theme
        self.update()

    def set_ribbons(self, ribbons: Sequence[Ribbon], chosen: str) -> None:
        """Show these ribbons, heights in pixels of this widget; one cluster stands out."""
        if (tuple(ribbons), chosen) != (self._ribbons, self._chosen):
            self._ribbons = tuple(ribbons)
            self._chosen = chosen
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ribbons, the chosen one last and strongest."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for ribbon in sorted(self._ribbons, key=lambda one: one.cluster == self._chosen):
            hue = self._theme.hue(ribbon.hue)
            chosen = ribbon.cluster == self._chosen
            painter.setBrush(blend(hue, RIBBON_CHOSEN if chosen else RIBBON))
            painter.setPen(QPen(blend(hue, 0.7 if chosen else 0.35), 1))
            painter.drawPath(self._path(ribbon))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the passage whose ribbon is clicked; beside ribbons begin to drag the width."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        ribbon = self._ribbon_at(event.position())
        if ribbon:
            self.ribbon_clicked.emit(ribbon.cluster)
        else:
            self._grip = event.globalPosition().x()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the width of the pane to the left, or show what a click would do."""
        if self._grip is not None:
            moved = round(event.globalPosition().x() - self._grip)
            self._grip += moved
            self.width_dragged.emit(moved)
            return
        on_ribbon = self._ribbon_at(event.position()) is not None
        shape = Qt.CursorShape.PointingHandCursor if on_ribbon else Qt.CursorShape.SplitHCursor
        self.setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Leave the width as it is now."""
        self._grip = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Give the pane to the left its usual width again."""
        if self._ribbon_at(event.position()) is None:
            self.width_reset.emit()

    def event(self, event: QEvent) -> bool:
        """Name the passage whose ribbon is under the mouse."""
        if isinstance(event, QHelpEvent):
            ribbon = self._ribbon_at(event.pos().toPointF())
            words = self._describe(ribbon.cluster) if ribbon else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def _path(self, ribbon: Ribbon) -> QPainterPath:
        wide = float(self.width())
        left, right = self._ends(ribbon)
        x0, x1 = (0.0 if ribbon.left else wide - TAB), (wide if ribbon.right else TAB)
        bend = (x1 - x0) / 2
        path = QPainterPath(QPointF(x0, left[0]))
        path.cubicTo(x0 + bend, left[0], x1 - bend, right[0], x1, right[0])
        path.lineTo(x1, right[1])
        path.cubicTo(x1 - bend, right[1], x0 + bend, left[1], x0, left[1])
        path.closeSubpath()
        return path

    def _ends(self, ribbon: Ribbon) -> tuple[tuple[float, float], tuple[float, float]]:
        left, right = (self._clamped(end) if end else None for end in (ribbon.left, ribbon.right))
        known = left or right or (0.0, 0.0)
        middle = (known[0] + known[1]) / 2
        tab = (middle - 2, middle + 2)
        return left or tab, right or tab

    def _clamped(self, end: tuple[float, float]) -> tuple[float, float]:
        low = float(self.height())
        top = max(0.0, min(low - EDGE, end[0]))
        return top, max(top + EDGE, min(low, end[1]))

    def _ribbon_at(self, place: QPointF) -> Ribbon | None:
        for ribbon in reversed(self._ribbons):
            if self._path(ribbon).contains(place):
                return ribbon
        return None
