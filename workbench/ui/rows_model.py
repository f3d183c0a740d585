"""RowsModel: rows of words, some with rows of their own below, for lists that can be sorted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Generic, TypeVar, overload

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from PySide6.QtCore import QObject

ROW = Qt.ItemDataRole.UserRole
SORT = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex
_TOP = -1
_Thing = TypeVar("_Thing")
PORTION = 40
"""Rows made at a time; those below them are made when somebody looks."""
_NUMBERS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Row:
    """What stands in a row, a cell for each column, and whatever the row leads to.

    Numbers are sorted as such and stand on the right; `tips` are said beside the pointer, or else
    the whole row.
    """

    cells: tuple[str | int | float, ...]
    leads: object = None
    children: Sequence[Row] = ()
    tips: tuple[str, ...] = ()


class RowsLater(Sequence[Row], Generic[_Thing]):
    """Rows that are made of things when somebody looks at them, and not before.

    Where `are_last` none of them has rows below, which is known without making them.
    """

    def __init__(
        self, things: Sequence[_Thing], make: Callable[[_Thing], Row], *, are_last: bool = False
    ) -> None:
        self._things = things
        self._make = make
        self.are_last = are_last

    def __len__(self) -> int:
        """Return how many rows there will be."""
        return len(self._things)

    @overload
    def __getitem__(self, place: int) -> Row: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...

    def __getitem__(self, place: int | slice) -> Row | Sequence[Row]:
        """Make one of the rows, or let some of them be made later."""
        if isinstance(place, slice):
            return RowsLater(self._things[place], self._make, are_last=self.are_last)
        return self._make(self._things[place])


@dataclass(slots=True)
class _Node:
    """A place in the tree; its row, and the nodes below it, are made when somebody looks."""

    parent: int
    place: int
    row: Row | None = None
    children: list[int] | None = None
    said: str | None = None


class RowsModel(QAbstractItemModel):
    """Rows in the order given; the tree of them is built anew whenever they change.

    Rows are made as far as somebody looks, at the top and below: there may be many thousands.
    """

    def __init__(self, heads: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads = tuple(heads)
        self._nodes: list[_Node] = []
        self._top: list[int] = []
        self._coming: Iterator[Row] = iter(())
        self._ahead: list[Row] = []

    def show(self, rows: Iterable[Row], heads: Sequence[str] | None = None) -> None:
        """Take over other rows, with other heads where they are given."""
        self.beginResetModel()
        self._heads = tuple(heads or self._heads)
        self._nodes, self._top = [], []
        self._coming = iter(rows)
        self._ahead = list(islice(self._coming, PORTION + 1))
        self._append(PORTION)
        self.endResetModel()

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802 - Qt's own name
        """Tell whether there are more rows than were made."""
        return not parent.isValid() and bool(self._ahead)

    def fetchMore(self, parent: Index) -> None:  # noqa: N802 - Qt's own name
        """Make some more rows; called where somebody has come to the last."""
        if not parent.isValid():
            self._ahead += islice(self._coming, PORTION)
            self._insert(PORTION)

    def reading_all(self) -> Iterator[None]:
        """Make all rows, some at every step, and list them with the last: to sort, or to search."""
        before = -1
        while before < len(self._ahead):
            before = len(self._ahead)
            self._ahead += islice(self._coming, PORTION)
            yield
        self._insert(before)

    def row_of(self, index: Index) -> Row | None:
        """Return what stands in a row."""
        return self._row(index.internalId()) if index.isValid() else None

    def has(self, row: int, parent: Index, words: str) -> bool:
        """Tell whether a row, one above it, or one below it says words, given without capitals."""
        above = parent.internalId() if parent.isValid() else _TOP
        while above != _TOP:
            if words in self._said(above):
                return True
            above = self._nodes[above].parent
        return self._says(self._below(parent)[row], words)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's own default
        """Return the index of a cell, invalid where there is none."""
        below = self._below(parent)
        if not (0 <= row < len(below) and 0 <= column < len(self._heads)):
            return QModelIndex()
        return self.createIndex(row, column, below[row])

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        """Return the index of the row that a row stands below."""
        above = self._nodes[index.internalId()].parent if index.isValid() else _TOP
        if above == _TOP:
            return QModelIndex()
        return self.createIndex(self._nodes[above].place, 0, above)

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008, N802 - Qt's own
        """Tell whether rows stand below one, without making them."""
        if not parent.isValid():
            return bool(self._top)
        node = self._nodes[parent.internalId()]
        if node.row is None:
            beside = self._row(node.parent).children
            if isinstance(beside, RowsLater) and beside.are_last:
                return False
        return parent.column() == 0 and bool(self._row(parent.internalId()).children)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many rows stand below one, or at the top."""
        return 0 if parent.column() > 0 else len(self._below(parent))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many cells stand in a row."""
        return len(self._heads)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the head of a column."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._heads[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text, its value under `SORT`, or the row itself under `ROW`."""
        row = self.row_of(index)
        if row is None or role == ROW:
            return row
        cell = row.cells[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _said(cell)
        if role == SORT:
            return cell.casefold() if isinstance(cell, str) else cell
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.tips[index.column()] if row.tips else self._all_of(row)
        is_number = role == Qt.ItemDataRole.TextAlignmentRole and not isinstance(cell, str)
        return _NUMBERS if is_number else None

    def _all_of(self, row: Row) -> str:
        """Return what stands in all cells of a row: there may be no room for some of them."""
        cells = zip(self._heads, map(_said, row.cells), strict=False)
        return "\n".join(f"{head}: {said}" for head, said in cells if said)

    def _below(self, parent: Index) -> list[int]:
        return self._under(parent.internalId()) if parent.isValid() else self._top

    def _under(self, number: int) -> list[int]:
        node = self._nodes[number]
        if node.children is None:
            first, count = len(self._nodes), len(self._row(number).children)
            self._nodes += [_Node(number, place) for place in range(count)]
            node.children = list(range(first, first + count))
        return node.children

    def _says(self, number: int, words: str) -> bool:
        return words in self._said(number) or any(
            self._says(below, words) for below in self._under(number)
        )

    def _said(self, number: int) -> str:
        """Return what the cells of a row say, without capitals, each on a line."""
        node = self._nodes[number]
        if node.said is None:
            node.said = "\n".join(map(_said, self._row(number).cells)).casefold()
        return node.said

    def _row(self, number: int) -> Row:
        node = self._nodes[number]
        if node.row is None:
            node.row = self._row(node.parent).children[node.place]
        return node.row

    def _insert(self, count: int) -> None:
        first, count = len(self._top), min(count, len(self._ahead))
        if count:
            self.beginInsertRows(QModelIndex(), first, first + count - 1)
            self._append(count)
            self.endInsertRows()

    def _append(self, count: int) -> None:
        rows, self._ahead = self._ahead[:count], self._ahead[count:]
        for place, row in enumerate(rows, len(self._top)):
            self._top.append(len(self._nodes))
            self._nodes.append(_Node(_TOP, place, row))


def _said(cell: str | float) -> str:
    if isinstance(cell, str):
        return cell
    return f"{cell:,}" if isinstance(cell, int) else f"{cell:,.1f}"
