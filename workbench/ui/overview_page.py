"""Overview page: how a view of the whole project lies - a bar, a table, and what is told below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from workbench.ui.theme import GRID, sans

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel, QLayout

LINES_TOLD = 3


def lay_out(
    view: QWidget, bar: QLayout, table: QWidget, told: QLabel, empty: QLabel
) -> QStackedLayout:
    """Lay the parts out in a view: first the full page, second what is said where it is empty."""
    full = QWidget()
    column = QVBoxLayout(full)
    column.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
    column.setSpacing(GRID)
    column.addLayout(bar)
    column.addWidget(table, 1)
    told.setMinimumHeight(sans(12).pixelSize() * LINES_TOLD)
    told.setAlignment(Qt.AlignmentFlag.AlignTop)
    column.addWidget(told)
    empty.setMargin(GRID * 4)
    empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
    stack = QStackedLayout(view)
    stack.addWidget(full)
    stack.addWidget(empty)
    return stack
