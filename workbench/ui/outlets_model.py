"""OutletsModel: the outlets of the project and what is known of each, to be written in place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from workbench.ui.wording import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtCore import QObject

    from workbench.model import Outlet

Index = QModelIndex | QPersistentModelIndex


class Column(StrEnum):
    """The columns, from left to right; what can be written by the names of their fields."""

    NAME = "name"
    ARTICLES = "articles"
    SHORT = "short"
    COUNTRY = "country"
    GROUP = "group"
    COLOUR = "colour"


COLUMNS = tuple(Column)
HEADS = {
    Column.NAME: "Outlet",
    Column.ARTICLES: "Articles",
    Column.SHORT: "Short name",
    Column.COUNTRY: "Country",
    Column.GROUP: "Owner",
    Column.COLOUR: "Colour",
}
TIPS = {
    Column.NAME: "Another name renames the outlet; one that is there already joins the two",
    Column.SHORT: "What narrow columns show",
    Column.COUNTRY: "Where it is published",
    Column.GROUP: "Who owns it: the ownership group",
    Column.COLOUR: "A colour such as #2471a3, shown beside the name",
}
READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_SAID = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
_NUMBERS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class OutletRow:
    """An outlet, and how many articles it has."""

    outlet: Outlet
    articles: int

    def value(self, column: Column) -> str | int:
        """Return what stands in a column."""
        if column is Column.ARTICLES:
            return self.articles
        return str(getattr(self.outlet, column.value))


class OutletsModel(QAbstractTableModel):
    """The rows, sorted and filtered here.

    `written` brings the names of outlets, a field, and the words that were written in it.
    """

    written = Signal(tuple, str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[OutletRow, ...] = ()
        self._rows: list[OutletRow] = []
        self._sought: tuple[str, ...] = ()
        self._order: tuple[Column, bool] = (Column.NAME, False)
        self._can_write = True

    @property
    def known(self) -> int:
        """How many outlets there are, listed or not."""
        return len(self._all)

    def show(
        self, outlets: Iterable[Outlet], articles: Mapping[str, int], *, can_write: bool
    ) -> None:
        """Take over the outlets, and how many articles each has by its name."""
        self._all = tuple(OutletRow(outlet, articles.get(outlet.name, 0)) for outlet in outlets)
        self._can_write = can_write
        self._list()

    def search(self, words: str) -> None:
        """List only outlets of which all these words are said."""
        self._sought = tuple(words.casefold().split())
        self._list()

    def row_of(self, place: int) -> OutletRow:
        """Return what stands in a row."""
        return self._rows[place]

    def place_of(self, name: str) -> int | None:
        """Return the row of an outlet, None where it is not listed."""
        names = [row.outlet.name for row in self._rows]
        return names.index(name) if name in names else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many outlets are listed."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the head of a column."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            return TIPS.get(COLUMNS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole and COLUMNS[section] is Column.ARTICLES:
            return _NUMBERS  # over the numbers, not at the other end of the column
        return HEADS[COLUMNS[section]] if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let all but the number of articles be written."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        is_written = self._can_write and COLUMNS[index.column()] is not Column.ARTICLES
        return READ | Qt.ItemFlag.ItemIsEditable if is_written else READ

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], COLUMNS[index.column()]
        value = row.value(column)
        if role in _SAID:
            return f"{value:,}" if isinstance(value, int) else value
        if role == Qt.ItemDataRole.EditRole:
            return value
        if role == Qt.ItemDataRole.TextAlignmentRole and isinstance(value, int):
            return _NUMBERS
        return _said(row) if role == Qt.ItemDataRole.ToolTipRole else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what is written in a cell; whoever stores it shows the outlets anew."""
        if role != Qt.ItemDataRole.EditRole:
            return False
        name = self._rows[index.row()].outlet.name
        self.written.emit((name,), COLUMNS[index.column()].value, str(value))
        return True

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, then by name."""
        self._order = (COLUMNS[max(0, column)], order == Qt.SortOrder.DescendingOrder)
        self._list()

    def _list(self) -> None:
        rows = [row for row in self._all if self._is_sought(row)]
        column, is_reverse = self._order
        rows.sort(key=lambda row: row.outlet.name.casefold())
        rows.sort(key=lambda row: _key(row.value(column)), reverse=is_reverse)
        if [row.outlet.name for row in rows] == [row.outlet.name for row in self._rows]:
            self._rows = rows
            last = self.index(len(rows) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _is_sought(self, row: OutletRow) -> bool:
        outlet = row.outlet
        said = "\n".join((outlet.name, outlet.short, outlet.country, outlet.group)).casefold()
        return all(word in said for word in self._sought)


def _key(value: str | int) -> tuple[bool, str | int]:
    """Return what sorts a value; what is not known comes last."""
    return (value == "", value.casefold()) if isinstance(value, str) else (False, value)


def _said(row: OutletRow) -> str:
    outlet = row.outlet
    parts = (outlet.name, count(row.articles, "article"), outlet.short, outlet.country)
    return "\n".join(part for part in (*parts, outlet.group) if part)
