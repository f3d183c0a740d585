"""Dock sizes: how much of the window the docks have, at first and when words become larger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow

from workbench.ui.theme import scale

if TYPE_CHECKING:
    from collections.abc import Iterable

FIRST_SIZE = (1600, 1000)
BELOW = "collation"
BELOW_HEIGHT = 216
SIDES = {"articles_list": 240, "passages_list": 300}  # pixels, in a window of the first size
MOST_GROWTH = 1.25  # of these where words are larger than usual: the texts come first


def size_docks(window: QMainWindow) -> None:
    """Let the texts have most of the room, in a small window too."""
    larger = _growth(scale())
    below = round(BELOW_HEIGHT * larger * min(1.0, window.height() / FIRST_SIZE[1]))
    share = larger * min(1.0, window.width() / FIRST_SIZE[0])
    _resize(window, below, [round(width * share) for width in SIDES.values()])


def grow_docks(window: QMainWindow, before: float) -> None:
    """Let docks grow, or shrink, as far as they would have if the scale had not been `before`."""
    by = _growth(scale()) / _growth(before)
    below = round(_in_front(window, BELOW).height() * by)
    _resize(window, below, [round(_in_front(window, side).width() * by) for side in SIDES])


def _growth(larger: float) -> float:
    return min(larger, MOST_GROWTH)


def _resize(window: QMainWindow, below: int, widths: list[int]) -> None:
    sides = [_in_front(window, side) for side in SIDES]
    window.resizeDocks([_in_front(window, BELOW)], [below], Qt.Orientation.Vertical)
    window.resizeDocks(sides, widths, Qt.Orientation.Horizontal)


def _in_front(window: QMainWindow, name: str) -> QDockWidget:
    """Return the dock that is seen where one of this name lies, or that one where none is."""
    every: Iterable[QDockWidget] = window.findChildren(QDockWidget)
    dock = next(each for each in every if each.objectName() == name)
    docks = [dock, *window.tabifiedDockWidgets(dock)]
    return next((each for each in docks if not each.visibleRegion().isEmpty()), dock)
