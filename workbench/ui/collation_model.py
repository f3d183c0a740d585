"""Collation model: the chosen passage as a table, a row per outlet, a column per word or phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from workbench.model import Passage
from workbench.ui.collation_words import NOTHING, SIGNS, cell_words, in_line, witness_words

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from workbench.model import Apparatus, ApparatusCell
    from workbench.ui.desk import Desk

SIGN = Qt.ItemDataRole.UserRole
DIFFERS = Qt.ItemDataRole.UserRole + 1
SIGLUM = Qt.ItemDataRole.UserRole + 2
_EXPLAINING = (
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.StatusTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)
Index = QModelIndex | QPersistentModelIndex


class CollationModel(QAbstractTableModel):
    """The apparatus of one cluster, or nothing."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: Apparatus | None = None

    @property
    def shown(self) -> Apparatus | None:
        """What the table shows."""
        return self._shown

    def show(self, shown: Apparatus | None) -> None:
        """Show another apparatus, or none."""
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

    def cell(self, index: Index) -> ApparatusCell | None:
        """Return what stands in a cell."""
        if self._shown is None or not index.isValid():
            return None
        return self._shown.rows[index.row()].cells[index.column()]

    def place(self, index: Index) -> Passage | None:
        """Return where the words of a cell stand."""
        cell = self.cell(index)
        if cell is None or self._shown is None:
            return None
        return Passage(self._shown.rows[index.row()].passage.article, cell.span)

    def passage(self, row: int) -> Passage | None:
        """Return the passage of a row."""
        return self._shown.rows[row].passage if self._shown else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many passages there are."""
        return 0 if parent.isValid() or self._shown is None else len(self._shown.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many words and phrases stand beside each other."""
        return 0 if parent.isValid() or self._shown is None else len(self._shown.differing)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's words, its sign, whether its column differs, or what explains it."""
        cell, shown = self.cell(index), self._shown
        if cell is None or shown is None:
            return None
        differs = shown.differing[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return in_line(cell.text) or (NOTHING if differs and not cell.kind else "")
        if role in _EXPLAINING:
            said = cell_words(shown, index.row(), index.column())
            is_heard = role == Qt.ItemDataRole.AccessibleTextRole
            return f"{shown.rows[index.row()].siglum}, {said}" if is_heard else said
        if role == SIGN:
            return SIGNS[cell.kind] if cell.kind else ""
        return differs if role == DIFFERS else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return who has the row, and the siglum of it; columns have no heads."""
        if self._shown is None or orientation == Qt.Orientation.Horizontal:
            return None
        row = self._shown.rows[section]
        if role == SIGLUM:
            return row.siglum
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            article = self._desk.article(row.passage.article)
            return witness_words(article)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.siglum} {self.headerData(section, orientation)}"
        return None

    def words(self, row: int, columns: list[int]) -> str:
        """Return the words of some cells of a row, tabs between them."""
        index = (self.index(row, column) for column in columns)
        return "\t".join(in_line(cell.text) for each in index if (cell := self.cell(each)))

    def row_words(self, row: int) -> str:
        """Return who has a row and all its words, tabs between them."""
        who = f"{self.headerData(row, Qt.Orientation.Vertical, SIGLUM)}\t"
        who += f"{self.headerData(row, Qt.Orientation.Vertical)}\t"
        return who + self.words(row, list(range(self.columnCount())))
