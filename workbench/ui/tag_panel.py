"""TagPanel: a small frame over the window in which tags, or an author, for many are chosen."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from workbench.ui.parts import label, tool_button
from workbench.ui.picker import Picker
from workbench.ui.tag_choices import path_of
from workbench.ui.tag_colours import DOT, dot
from workbench.ui.tag_field import TagField
from workbench.ui.theme import GRID, Theme, sans, scaled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from workbench.model import Codebook, Tag

WIDTH = 340


class Task(Enum):
    """What is to be done to the annotations: its title, and the words of its button."""

    ADD = ("Add tags to {}", "Add")
    REMOVE = ("Take tags off {}", "Take off")
    REPLACE = ("Replace a tag of {}", "Replace")
    SET = ("Tags of {}", "Save")
    AUTHOR = ("Author of {}", "Save")


class TagPanel(QFrame):
    """Asks for tags; `accepted` says for what. Enter in the empty field accepts, Esc puts it away.

    Tags that are new to the codebook are among `created`; who stores the one stores the other.
    """

    accepted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.task = Task.ADD
        self._theme = theme
        self._back: QWidget | None = None
        self._point = QPoint()
        self.title = label("", sans(13, semibold=True), wraps=True)
        self.replaced = _choice("Tag to replace")
        self.field = TagField(theme)
        self.field.accepted.connect(self._accept)
        self.line = QLineEdit()
        self.line.setAccessibleName("Author")
        self.save = tool_button("Save")
        self.save.clicked.connect(self._accept)
        self._lay_out()
        self.setAccessibleName("Change annotations")
        self.set_theme(theme)
        self.field.changed.connect(self._fit)
        self.field.line.textChanged.connect(lambda _: self._fit())
        self.hide()

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags that were chosen."""
        return self.field.tags

    @property
    def created(self) -> tuple[Tag, ...]:
        """Those of them that are new to the codebook."""
        return self.field.created

    @property
    def author(self) -> str:
        """The author that was written."""
        return " ".join(self.line.text().split())

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours and sizes from now on."""
        self._theme = theme
        self.setFixedWidth(scaled(WIDTH))
        self.field.set_theme(theme)
        self.setStyleSheet(
            f"TagPanel {{ background: {theme.raised}; border: 1px solid {theme.hairline};"
            " border-radius: 6px; }"
        )

    def ask(self, task: Task, whose: str, codebook: Codebook, recent: Sequence[str] = ()) -> None:
        """Show what is asked for about some annotations; `recent` tags are offered first."""
        self.task = task
        self.title.setText(task.value[0].format(whose))
        self.save.setText(task.value[1])
        is_author = task is Task.AUTHOR
        self.line.setVisible(is_author)
        self.field.setVisible(not is_author)
        self.replaced.setVisible(task is Task.REPLACE)
        self.field.set_tags(())
        self.field.offer(codebook, recent)

    def offer_replaced(self, tags: Sequence[Tag], codebook: Codebook) -> None:
        """Offer these tags to be replaced."""
        self.replaced.clear()
        for tag in tags:
            icon = dot(tag.colour, self._theme, self.devicePixelRatioF())
            self.replaced.addItem(icon, path_of(codebook, tag), tag.id)

    def open_at(self, point: QPoint, back: QWidget) -> None:
        """Show it above or below a point of the screen; afterwards the keyboard goes `back`."""
        self._back = back
        self.setParent(back.window())
        self._point = back.window().mapFromGlobal(point)
        self.show()
        self.raise_()
        (self.line if self.task is Task.AUTHOR else self.field).setFocus()
        self._fit()

    def put_away(self) -> None:
        """Hide it, and give the keyboard back."""
        self.hide()
        if self._back is not None:
            self._back.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the panel away on Esc, accept on Ctrl+Enter; no other key leaves it."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._accept()
        else:
            event.accept()

    def _lay_out(self) -> None:
        cancel = tool_button("Cancel", tip="Esc")
        cancel.clicked.connect(self.put_away)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 2, GRID, GRID, GRID)
        column.setSpacing(GRID)
        for part in (self.title, self.replaced, self.field, self.line):
            column.addWidget(part)
        column.addLayout(row)

    def _accept(self) -> None:
        self.field.take_typed()
        self.put_away()
        self.accepted.emit(self.task)

    def _fit(self) -> None:
        """Take the height that is needed, inside the window."""
        if not self.isVisible():
            return
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self.adjustSize()
        room = self.window().rect()
        left = max(GRID, min(self._point.x(), room.width() - self.width() - GRID))
        top = max(GRID, min(self._point.y(), room.height() - self.height() - GRID))
        self.move(left, top)


def _choice(name: str) -> QComboBox:
    made = Picker(name)
    made.setIconSize(QSize(DOT, DOT))
    return made
