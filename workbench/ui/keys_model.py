"""KeysModel: every action of the window with its menu and its keys, as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from workbench.ui.actions import ACTIONS

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from workbench.ui.action_spec import ActionSpec
    from workbench.ui.keys import Keys

HEADS = ("Action", "Menu", "Keys")
Index = QModelIndex | QPersistentModelIndex


class KeysModel(QAbstractTableModel):
    """A row per action in the order of the menus; changed keys are semibold."""

    def __init__(self, keys: Keys, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self._specs: tuple[ActionSpec, ...] = ACTIONS
        keys.changed.connect(self._refresh)

    def filter(self, words: str) -> None:
        """Show only the actions whose words, menu or keys have all of these words."""
        wanted = words.casefold().split()
        self.beginResetModel()
        self._specs = tuple(
            spec for spec in ACTIONS if all(word in self._text(spec) for word in wanted)
        )
        self.endResetModel()

    def spec(self, index: Index) -> ActionSpec | None:
        """Return the action of a row."""
        return self._specs[index.row()] if index.isValid() else None

    def words(self, name: str) -> str:
        """Return the words of an action."""
        return next(spec.text.replace("…", "") for spec in ACTIONS if spec.name == name)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many actions are shown."""
        return 0 if parent.isValid() else len(self._specs)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many facts stand in a row."""
        return 0 if parent.isValid() else len(HEADS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the head of a column."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return HEADS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text and weight."""
        spec = self.spec(index)
        if spec is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cells(spec)[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            cell = self._cells(spec)[index.column()]
            return f"{HEADS[index.column()]}: {cell or 'none'}"
        if role == Qt.ItemDataRole.FontRole and self._keys.is_own(spec.name):
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None

    def _cells(self, spec: ActionSpec) -> tuple[str, str, str]:
        return spec.text.replace("…", ""), spec.menu, "   ".join(self._keys.of(spec.name))

    def _text(self, spec: ActionSpec) -> str:
        return " ".join(self._cells(spec)).casefold()

    def _refresh(self) -> None:
        if self._specs:
            first, last = self.index(0, 0), self.index(len(self._specs) - 1, len(HEADS) - 1)
            self.dataChanged.emit(first, last)
