"""Toolbar: the few actions worth a place above the panes, each with its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from workbench.ui.theme import GRID, sans

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QAction

LEFT = ("import_files", "find_article")
MIDDLE = ("shared", "wording", "together")
RIGHT = ("previous_passage", "next_passage", "export")


class Toolbar(QWidget):
    """Import and find on the left, layers in the middle, the way out on the right."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Toolbar")
        self._actions = actions
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        row.setSpacing(GRID // 2)
        for place, names in enumerate((LEFT, MIDDLE, RIGHT)):
            if place:
                row.addStretch(1)
            for button in self._buttons(names):
                row.addWidget(button)

    def _buttons(self, names: Sequence[str]) -> list[QToolButton]:
        return [_button(self._actions[name]) for name in names]


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setFont(sans(13))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAccessibleName(action.text().replace("…", ""))
    return button
