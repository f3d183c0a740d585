"""AnnotationBar: the small bar at selected words, with what is done with them most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from workbench.ui.beside import beside
from workbench.ui.tag_colours import DOT, dot
from workbench.ui.theme import GRID, Theme, sans
from workbench.ui.toolbar import KeyButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from workbench.model import Tag

MOST = 3  # tags offered: the others are a key away


class AnnotationBar(QFrame):
    """Annotate, or give one of the tags used last; it never takes the keyboard."""

    tag_wanted = Signal(str)

    def __init__(self, annotate: QAction, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tags: tuple[Tag, ...] = ()
        self._buttons: list[QToolButton] = []
        self.annotate = KeyButton(annotate)
        self.annotate.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(4, 4, 4, 4)
        self._row.setSpacing(2)
        self._row.addWidget(self.annotate)
        self.setAccessibleName("Annotate the selected words")
        self.set_theme(theme)
        self.hide()

    @property
    def buttons(self) -> tuple[QToolButton, ...]:
        """The buttons of the tags, in their order."""
        return tuple(self._buttons)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours from now on."""
        self._theme = theme
        self.setStyleSheet(
            f"AnnotationBar {{ background: {theme.raised}; border: 1px solid {theme.hairline};"
            " border-radius: 6px; }"
        )
        self.offer(self._tags)

    def offer(self, tags: Sequence[Tag]) -> None:
        """Offer the first of these tags."""
        self._tags = tuple(tags[:MOST])
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(tag) for tag in self._tags]
        for button in self._buttons:
            self._row.addWidget(button)
            button.show()

    def show_at(self, words: QRect, room: QRect) -> None:
        """Show the bar at some words in a room, both in pixels of the window."""
        self._row.activate()
        size = self.sizeHint().boundedTo(room.size())
        self.setGeometry(QRect(beside(size, words, room), size))
        self.show()
        self.raise_()

    def _button(self, tag: Tag) -> QToolButton:
        button = QToolButton()
        button.setText(tag.name)
        button.setIcon(dot(tag.colour, self._theme, self.devicePixelRatioF()))
        button.setIconSize(QSize(DOT, DOT))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFont(sans(12))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAccessibleName(f"Tag {tag.name}")
        button.setToolTip(f"Tag the selected words ‘{tag.name}’")
        button.setMaximumWidth(GRID * 18)
        button.clicked.connect(lambda: self.tag_wanted.emit(tag.id))
        return button
