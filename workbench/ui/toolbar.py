"""Toolbar: the few actions worth a place above the panes, each with its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeySequence, QPaintEvent, QPalette, QResizeEvent
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
    from collections.abc import Mapping

    from PySide6.QtGui import QAction

LEFT = ("import_files", "find", "palette")
MIDDLE = ("shared", "wording", "quotations", "only_here", "annotations", "legend")
RIGHT = ("matrix", "timeline", "previous_passage", "next_passage", "export")
GIVING_WAY = (  # the first to go where there is no room: each has a menu and a key
    *("palette", "previous_passage", "next_passage", "export", "legend", "find", "timeline"),
    *("matrix", "import_files"),
)
SIDE = 10  # pixels left of the words and right of the key, as in the style sheet
LEAST_WIDTH = 320  # pixels


class Toolbar(QWidget):
    """Import and find on the left, layers in the middle, overviews and the way out on the right.

    Where there is little room the keys are left out, then the buttons that are needed least.
    """

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Toolbar")
        self.buttons: dict[str, KeyButton] = {}
        row = QHBoxLayout(self)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)  # `_fit` sees to it
        row.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        row.setSpacing(GRID // 2)
        for place, names in enumerate((LEFT, MIDDLE, RIGHT)):
            if place:
                row.addStretch(1)
            for name in names:
                self.buttons[name] = KeyButton(actions[name])
                row.addWidget(self.buttons[name])

    def minimumSizeHint(self) -> QSize:
        """Let the window be narrow: what has no room is left out."""
        return QSize(LEAST_WIDTH, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Share the room anew where a button asks for more, or for less."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        shown = dict(self.buttons)
        layers = {name: shown[name] for name in MIDDLE}
        keyed: tuple[dict[str, KeyButton], ...] = (shown, layers, {})
        bare, whole = (
            {name: button.width_for(key=key) for name, button in shown.items()}
            for key in (False, True)
        )

        def has_room(with_keys: Mapping[str, object]) -> bool:
            widths = (whole[name] if name in with_keys else bare[name] for name in shown)
            return sum(widths) + (len(shown) + 1) * GRID // 2 + 2 * GRID <= self.width()

        with_keys = next((each for each in keyed if has_room(each)), {})
        for name in GIVING_WAY:
            if not has_room(with_keys):
                del shown[name]
        for name, button in self.buttons.items():
            button.show_key(name in with_keys)
            button.setVisible(name in shown)


class KeyButton(QToolButton):
    """A button that says what it does, and behind that its key in a dimmer ink."""

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shows_key = True
        self.setDefaultAction(action)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setFont(sans(13))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(action.text().replace("…", ""))
        action.changed.connect(self.updateGeometry)

    def show_key(self, on: bool) -> None:  # noqa: FBT001 - said at every call
        """Show the key behind the words, or the words alone."""
        if on != self.shows_key:
            self.shows_key = on
            self.updateGeometry()

    def width_for(self, *, key: bool) -> int:
        """Return how wide the button is with its key, or without it, in pixels."""
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return words + 2 * SIDE + (self._key_width() if key else 0)

    def sizeHint(self) -> QSize:
        """Return the room that the words and the key need."""
        return QSize(self.width_for(key=self.shows_key), super().sizeHint().height())

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
        if not self.shows_key:
            painter.drawText(line, middle | Qt.AlignmentFlag.AlignHCenter, words)
            return
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignLeft, words)
        painter.setFont(sans(11))
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignRight, self._key())

    def _key(self) -> str:
        native = QKeySequence.SequenceFormat.NativeText
        return self.defaultAction().shortcut().toString(native).replace("+", " ")

    def _key_width(self) -> int:
        width = QFontMetrics(sans(11)).horizontalAdvance(self._key())
        return width + GRID if width else 0
