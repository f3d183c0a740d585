"""Toolbar: the few actions worth a place above the panes, each with its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeySequence, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from workbench.ui.theme import GRID, sans

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QAction

LEFT = ("import_files", "find", "palette")
MIDDLE = ("shared", "wording", "quotations", "only_here", "legend")
SIDE = 10  # pixels left of the words and right of the key, as in the style sheet
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
        return [KeyButton(self._actions[name]) for name in names]


class KeyButton(QToolButton):
    """A button that says what it does, and behind that its key in a dimmer ink."""

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDefaultAction(action)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setFont(sans(13))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(action.text().replace("…", ""))
        action.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return the room that the words and the key need."""
        usual = super().sizeHint()
        return QSize(usual.width() + self._key_width(), usual.height())

    def minimumSizeHint(self) -> QSize:
        """Return the same: a button that is cut says nothing."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button, its words to the left and its key to the right."""
        painter = QStylePainter(self)
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        words, option.text = option.text, ""  # type: ignore[attr-defined]
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        line = self.rect().adjusted(SIDE, 0, -SIDE, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        group = QPalette.ColorGroup.Normal if self.isEnabled() else QPalette.ColorGroup.Disabled
        painter.setPen(self.palette().color(group, QPalette.ColorRole.WindowText))
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignLeft, words)
        painter.setFont(sans(11))
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignRight, self._key())

    def _key(self) -> str:
        native = QKeySequence.SequenceFormat.NativeText
        return self.defaultAction().shortcut().toString(native).replace("+", " ")

    def _key_width(self) -> int:
        width = QFontMetrics(sans(11)).horizontalAdvance(self._key())
        return width + GRID // 2 if width else 0
