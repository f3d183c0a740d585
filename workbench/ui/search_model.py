"""SearchModel: the rows of what was found, read from the project as far as somebody scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from workbench.ui.search_rows import RowKind, place_rows, rows_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QObject

    from workbench.model import Codebook
    from workbench.project.searching import Hit
    from workbench.ui.desk import Desk
    from workbench.ui.search_rows import SearchRow

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class SearchModel(QAbstractListModel):
    """For each article found a row that names it, and below it rows for places and annotations."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: list[SearchRow] = []
        self._hits: Callable[[int], Sequence[Hit]] | None = None
        self._codebook: Codebook | None = None
        self._shown = self._total = 0

    def show(self, total: int, hits: Callable[[int], Sequence[Hit]], codebook: Codebook) -> None:
        """Take over what was found: so many articles, some of them from a place on by `hits`."""
        self.beginResetModel()
        self._hits, self._codebook = hits, codebook
        self._total, self._shown = total, 0
        self._rows = self._more()
        self.endResetModel()

    def row(self, index: Index) -> SearchRow | None:
        """Return what stands in a row."""
        return self._rows[index.row()] if index.isValid() else None

    def open(self, index: Index) -> None:
        """Show all places of an article in place of a MORE row and those above it."""
        row = self.row(index)
        if row is None or row.kind is not RowKind.MORE:
            return
        last = first = index.row()
        while self._rows[first - 1].kind is RowKind.PLACE:
            first -= 1
        places = list(place_rows(self._desk.article(row.article), row.places))
        self.beginRemoveRows(QModelIndex(), first, last)
        del self._rows[first : last + 1]
        self.endRemoveRows()
        self.beginInsertRows(QModelIndex(), first, first + len(places) - 1)
        self._rows[first:first] = places
        self.endInsertRows()

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802 - Qt's name
        """Tell whether there are articles that are not shown yet."""
        return not parent.isValid() and self._shown < self._total

    def fetchMore(self, parent: Index) -> None:  # noqa: N802 - Qt's name
        """Show some more articles."""
        rows = self._more()
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many rows are shown so far."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row's words, all of it for a screen reader, or the row itself under `ROW`."""
        row = self.row(index)
        if row is None or role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (row.words, row.below)))
        return None

    def _more(self) -> list[SearchRow]:
        """Return the rows of the next articles; some may have gone meanwhile."""
        from workbench.project.searching import FIRST

        if self._hits is None or self._codebook is None or self._shown >= self._total:
            return []
        found = self._hits(self._shown)
        self._shown += FIRST
        return [row for hit in found for row in rows_of(hit, self._desk, self._codebook)]
