"""PassagesModel: the shared passages as rows - words, outlets, kind, dates - to walk one by one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from workbench.ui.passages_columns import HEADS, NUMBERS, Column, cells, outlets, sort_key
from workbench.ui.sieve import Sieve
from workbench.ui.timeline_sheet import RowOrder, ordered
from workbench.ui.wording import KINDS, facts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from workbench.model import Cluster
    from workbench.ui.desk import Desk

ROW = Qt.ItemDataRole.UserRole
UNSORTED = -1  # Qt's number for the order of the model itself
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PassageRow:
    """One shared passage: its cluster, hue, and what is said about it in a line or in cells.

    `outlets` is the one cell that says more than there is room for.
    """

    cluster: str
    hue: int
    words: str
    facts: str
    cells: tuple[str, ...]
    outlets: str


class PassagesModel(QAbstractTableModel):
    """A row per cluster that is sought, in the order chosen, or by a column.

    What a row says is worked out when somebody looks at it: there may be many thousands.
    """

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._order = RowOrder.TEXT
        self._column: Column | None = None
        self._backwards = False
        self._sought = ""
        self._found: frozenset[str] = frozenset()
        self._sieve = Sieve(self._words, self)
        self._sieve.sifted.connect(self._take)
        self._all: tuple[Cluster, ...] = ()
        self._clusters: list[Cluster] = []
        self._rows: dict[int, PassageRow] = {}
        self._places: dict[str, int] = {}
        desk.comparison_changed.connect(self.refresh)
        desk.articles_changed.connect(self._refresh_where_gone)
        desk.annotated.passages_changed.connect(self._show)

    @property
    def sought(self) -> str:
        """The words that the passages listed have."""
        return self._sought

    @property
    def listed(self) -> tuple[str, ...]:
        """The ids of the clusters that are listed, in their order."""
        return tuple(cluster.id for cluster in self._clusters)

    def refresh(self) -> None:
        """List the passages of another comparison."""
        self._all = self._desk.comparison.clusters
        self._sieve.forget()
        self._show()
        if self._sought:
            self.search(self._sought)

    def search(self, words: str) -> None:
        """List only passages whose text, outlets or kind hold all these words."""
        self._sought = words.strip()
        if self._sought:
            self._sieve.sift((cluster.id for cluster in self._all), self._sought)
        else:
            self._show()

    def order_by(self, order: RowOrder) -> None:
        """List the passages in this order."""
        self._order, self._column = order, None
        self._show()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """List the passages by a column, or for UNSORTED again in the order chosen."""
        self._column = None if column == UNSORTED else Column(column)
        self._backwards = order == Qt.SortOrder.DescendingOrder
        self._show()

    def _take(self, found: Sequence[str]) -> None:
        if self._sought:
            self._found = frozenset(found)
            self._show()

    def _show(self) -> None:
        """Build the rows anew."""
        self.beginResetModel()
        kept = [each for each in self._all if not self._sought or each.id in self._found]
        self._clusters = ordered(kept, self._desk, self._order)
        if self._column is not None:
            key = sort_key(self._column, self._desk)
            self._clusters.sort(key=key, reverse=self._backwards)
        self._rows = {}
        self._places = {cluster.id: place for place, cluster in enumerate(self._clusters)}
        self.endResetModel()

    def row_of(self, index: Index) -> PassageRow | None:
        """Return what stands in a row."""
        if not index.isValid():
            return None
        place = index.row()
        if place not in self._rows:
            self._rows[place] = self._row(self._clusters[place])
        return self._rows[place]

    def index_of(self, cluster: str) -> QModelIndex:
        """Return the index of a cluster, invalid where it is not listed."""
        place = self._places.get(cluster)
        return QModelIndex() if place is None else self.index(place, 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many clusters there are."""
        return 0 if parent.isValid() else len(self._clusters)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many facts stand in a row."""
        return 0 if parent.isValid() else len(HEADS)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the head of a column."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return HEADS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text, or the row itself under `ROW`."""
        row = self.row_of(index)
        if row is None:
            return None
        if role == ROW:
            return row
        column = index.column()
        if role == Qt.ItemDataRole.AccessibleTextRole and column == Column.OUTLETS:
            return row.outlets
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.cells[column]
        if role == Qt.ItemDataRole.TextAlignmentRole and column in NUMBERS:
            return RIGHT
        return _tip(row) if role == Qt.ItemDataRole.ToolTipRole else None

    def _refresh_where_gone(self) -> None:
        if self._all is not self._desk.comparison.clusters:
            self.refresh()

    def _words(self, cluster_id: str) -> str:
        """Return what a passage is searched by: its words in each article, who has it, its kind."""
        cluster = self._desk.cluster(cluster_id)
        parts = [each.span.of(self._desk.article(each.article).text) for each in cluster.passages]
        return "\n".join((*parts, outlets(cluster, self._desk), KINDS[cluster.kind]))

    def _row(self, cluster: Cluster) -> PassageRow:
        desk = self._desk
        said = cells(cluster, desk)
        hue, named = desk.hue(cluster.id), outlets(cluster, desk)
        return PassageRow(cluster.id, hue, said[0], facts(cluster, desk), said, named)


def _tip(row: PassageRow) -> str:
    """Return what stands in all cells: there may be no room for some of them."""
    said = list(row.cells)
    said[Column.OUTLETS] = row.outlets
    return "\n".join(f"{head}: {cell}" for head, cell in zip(HEADS, said, strict=True) if cell)
