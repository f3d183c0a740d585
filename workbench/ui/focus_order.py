"""Focus order: where Tab goes, part by part, as one reads the window."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabBar, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtWidgets import QMainWindow


def lead_focus(window: QWidget, parts: Iterable[QWidget]) -> None:
    """Let Tab go from part to part of a window; inside each it goes as it did."""
    chain = list(_chain(window))
    stops = [stop for part in parts for stop in chain if stop is part or part.isAncestorOf(stop)]
    for one, other in pairwise(stops):
        QWidget.setTabOrder(one, other)


def name_tabs(window: QMainWindow) -> None:
    """Name the rows of tabs that Qt has made for docks in one place."""
    tabs: QTabBar
    for tabs in window.findChildren(QTabBar):
        tabs.setAccessibleName("Lists in this place")


def stops_in(part: QWidget) -> tuple[QWidget, ...]:
    """Return the widgets inside a part that Tab reaches, as they were made."""
    every: Iterable[QWidget] = part.findChildren(QWidget)
    return tuple(each for each in every if each.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _chain(window: QWidget) -> Iterator[QWidget]:
    """Yield every widget of a window that takes the keyboard at all."""
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            yield widget
        widget = widget.nextInFocusChain()
