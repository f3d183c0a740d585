"""Carrying: where a pane that is dragged by its head would come to stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFrame, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.ui.panes.pane import Pane
    from workbench.ui.theme import Theme

LINE = 3  # pixels: how wide the line is that shows the place


class Carrying(QFrame):
    """A line over the row of panes; it shows between which two the dragged one would stand."""

    def __init__(self, row: QWidget, theme: Theme) -> None:
        super().__init__(row)
        self._row = row
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours from now on."""
        self.setStyleSheet(f"background: {theme.accent};")

    def show_gap(self, panes: Sequence[Pane], x: int) -> None:
        """Show the place for a pane dragged to `x`, in pixels of the screen."""
        row = self._row
        place = self._place(panes, x)
        at_end = place == len(panes)
        left = panes[-1].geometry().right() if at_end else panes[place].x()
        self.setGeometry(max(0, min(row.width() - LINE, left - LINE)), 0, LINE, row.height())
        self.raise_()
        self.show()

    def drop(self, panes: Sequence[Pane], x: int) -> int:
        """Put the line away and return before which pane the dragged one is dropped."""
        self.hide()
        return self._place(panes, x)

    def _place(self, panes: Sequence[Pane], x: int) -> int:
        here = self._row.mapFromGlobal(QPoint(x, 0)).x()
        return sum(pane.geometry().center().x() < here for pane in panes)
