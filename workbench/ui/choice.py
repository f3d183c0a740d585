"""Choice: a few buttons of which one is down, under one name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from workbench.ui.parts import label, tool_button
from workbench.ui.theme import GRID, sans

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QToolButton


class Choice(QWidget):
    """What can be chosen, by key: its words and its tip; the first of them is down at first."""

    chosen = Signal(str)

    def __init__(
        self,
        name: str,
        offered: Mapping[str, tuple[str, str]],
        parent: QWidget | None = None,
        *,
        shows_name: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.current = next(iter(offered))
        self.buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 4)
        if shows_name:
            row.addWidget(label(name, sans(12), dim=True))
            row.addSpacing(GRID // 2)
        group = QButtonGroup(self)
        for key, (words, tip) in offered.items():
            button = tool_button(words, name=f"{name}: {words.lower()}", tip=tip)
            button.setCheckable(True)
            button.setChecked(key == self.current)
            button.clicked.connect(lambda _, key=key: self._choose(key))
            group.addButton(button)
            row.addWidget(button)
            self.buttons[key] = button

    def _choose(self, key: str) -> None:
        if key != self.current:
            self.current = key
            self.chosen.emit(key)
