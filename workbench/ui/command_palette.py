"""CommandPalette: every command, article and shared passage, found by a few letters."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from workbench.ui.matching import fit
from workbench.ui.palette_delegate import COMMAND, CommandDelegate
from workbench.ui.theme import GRID, Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MOST = 60  # rows shown: whoever needs more types another letter
SIZE = (560, 420)
FROM_TOP = 72  # pixels below the window's upper edge
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done: its words, what kind of thing it is, its key, and the doing."""

    words: str
    kind: str
    key: str
    act: Callable[[], object]
    enabled: bool = True


class CommandsModel(QAbstractListModel):
    """The commands that fit what is typed, the best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Command, ...] = ()
        self._shown: tuple[Command, ...] = ()

    def set_commands(self, commands: Sequence[Command]) -> None:
        """Take over the commands; all are shown until something is typed."""
        self._all = tuple(commands)
        self.filter("")

    def filter(self, typed: str) -> None:
        """Show the commands that fit, the best first and equals in their order."""
        fits = [(fit(typed, command.words), command) for command in self._all]
        found = [(worth, command) for worth, command in fits if worth is not None]
        found.sort(key=lambda pair: -pair[0])
        self.beginResetModel()
        self._shown = tuple(command for _, command in found[:MOST])
        self.endResetModel()

    def command(self, index: Index) -> Command | None:
        """Return the command of a row."""
        return self._shown[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many commands fit."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a command's words, or the command itself under `COMMAND`."""
        command = self.command(index)
        if command is None:
            return None
        if role == COMMAND:
            return command
        if role == Qt.ItemDataRole.DisplayRole:
            return command.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (command.words, command.kind, command.key) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let a command be chosen where it can be done now."""
        command = self.command(index)
        able = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return able if command and command.enabled else Qt.ItemFlag.NoItemFlags


class CommandPalette(QFrame):
    """A field and a list over the window; Enter does what is marked, Esc puts it away."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._before: QWidget | None = None  # what had the keyboard
        self.model = CommandsModel(self)
        self.field = QLineEdit()
        self.field.setPlaceholderText("Type a few letters of a command, an article or a passage")
        self.field.setAccessibleName("Command")
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._filter)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setAccessibleName("Commands")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._do)
        self._delegate = CommandDelegate(theme, self.list)
        self.list.setItemDelegate(self._delegate)
        self.setAccessibleName("All commands")
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours from now on."""
        self._delegate.theme = theme
        self.setStyleSheet(
            f"CommandPalette {{ background: {theme.raised}; border: 1px solid {theme.hairline}; }}"
            f"QListView {{ background: {theme.raised}; }}"
        )

    def ask(self, commands: Sequence[Command]) -> None:
        """Show these commands over the middle of the window and let one be typed."""
        self.model.set_commands(commands)
        self.field.clear()
        self._mark_first()
        room = self._over.size()
        width = min(SIZE[0], room.width() - GRID * 4)
        height = min(SIZE[1], room.height() - FROM_TOP - GRID * 4)
        self.setGeometry((room.width() - width) // 2, FROM_TOP, width, height)
        if not self.isVisible():
            self._before = self._over.focusWidget()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def put_away(self) -> None:
        """Hide, and give the keyboard back to what had it."""
        before, self._before = self._before, None
        if before is not None and self.field.hasFocus():
            with contextlib.suppress(RuntimeError):  # it has gone meanwhile
                before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move through the list and do its marked row without leaving the field."""
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        if isinstance(event, QKeyEvent) and event.key() in (*_MOVES, *_ENDS):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()  # Esc is a key of the window too
            elif event.type() == QEvent.Type.KeyPress:
                self._press(event)
            return True
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        elif event.key() in _MOVES:
            self.list.event(event)
        else:
            self._do(self.list.currentIndex())

    def _filter(self, typed: str) -> None:
        self.model.filter(typed)
        self._mark_first()

    def _mark_first(self) -> None:
        self.list.setCurrentIndex(self.model.index(0, 0))

    def _do(self, index: QModelIndex) -> None:
        command = self.model.command(index)
        if command and command.enabled:
            self.put_away()
            command.act()
