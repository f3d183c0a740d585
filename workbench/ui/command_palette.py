"""CommandPalette: every command, article and shared passage, found by a few letters."""

from __future__ import annotations

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
        super().__init__(parent, Qt.WindowType.Popup)
        self._over = parent
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

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours from now on."""
        self._delegate.theme = theme
        self.setStyleSheet(
            f"CommandPalette {{ background: {theme.raised}; border: 1px solid {theme.hairline}; }}"
            f"QListView {{ background: {theme.raised}; }}"
        )

    def ask(self, commands: Sequence[Command]) -> None:
        """Show these commands over the middle of the window and let one be typed."""
        window = self._over.window()
        self.model.set_commands(commands)
        self.field.clear()
        self._mark_first()
        width, height = min(SIZE[0], window.width() - GRID * 4), min(SIZE[1], window.height() - 96)
        self.resize(width, height)
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - width) // 2, corner.y() + FROM_TOP)
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move through the list and do its marked row without leaving the field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._do(self.list.currentIndex())
                return True
            if event.key() in _MOVES:
                self.list.event(event)
                return True
        return super().eventFilter(watched, event)

    def _filter(self, typed: str) -> None:
        self.model.filter(typed)
        self._mark_first()

    def _mark_first(self) -> None:
        self.list.setCurrentIndex(self.model.index(0, 0))

    def _do(self, index: QModelIndex) -> None:
        command = self.model.command(index)
        if command and command.enabled:
            self.hide()
            command.act()
