"""RowsFilter: the rows of a model, sorted as a view asks, and those alone that have some words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel

from workbench.ui.rows_model import SORT

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from workbench.ui.rows_model import RowsModel


class RowsFilter(QSortFilterProxyModel):
    """Keeps a row that has the words in one of its cells, with all that stand above or below it.

    Qt's own way would ask for every cell by itself, and hold the window for a second.
    """

    def __init__(self, rows: RowsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._sought = ""
        self.setSourceModel(rows)
        self.setSortRole(SORT)

    def search(self, words: str) -> None:
        """Keep the rows that have these words, whatever their capitals; all rows for none."""
        self._sought = words.casefold()
        self.invalidateFilter()

    def filterAcceptsRow(  # noqa: N802 - Qt's own name
        self, row: int, parent: QModelIndex | QPersistentModelIndex
    ) -> bool:
        """Tell whether a row is kept."""
        return not self._sought or self._rows.has(row, parent, self._sought)
