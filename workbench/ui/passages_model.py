"""PassagesModel: the shared passages as rows - words, outlets, kind, dates - to walk one by one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from workbench.ui.desk import articles_of
from workbench.ui.sieve import Sieve
from workbench.ui.timeline_sheet import RowOrder, ordered
from workbench.ui.wording import KINDS, facts, first_words, length_words, long_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from workbench.model import Cluster
    from workbench.ui.desk import Desk

ROW = Qt.ItemDataRole.UserRole
HEADS = ("First words", "Outlets", "Length", "Kind", "First seen")

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class PassageRow:
    """One shared passage: its cluster, hue, and the words the list says about it."""

    cluster: str
    hue: int
    words: str
    facts: str
    cells: tuple[str, ...]


class PassagesModel(QAbstractTableModel):
    """A row per cluster that is sought, in the order chosen; the first column alone feeds the list.

    What a row says is worked out when somebody looks at it: there may be many thousands.
    """

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._order = RowOrder.TEXT
        self._sought = ""
        self._found: frozenset[str] = frozenset()
        self._sieve = Sieve(self._words, self)
        self._sieve.sifted.connect(self._take)
        self._all: tuple[Cluster, ...] = ()
        self._clusters: Sequence[Cluster] = ()
        self._rows: dict[int, PassageRow] = {}
        self._places: dict[str, int] = {}
        desk.comparison_changed.connect(self.refresh)
        desk.articles_changed.connect(self._refresh_where_gone)
        desk.annotated.passages_changed.connect(self._show)

    @property
    def sought(self) -> str:
        """The words that the passages listed have."""
        return self._sought

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
        self._order = order
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
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.words}: {row.facts}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(
                f"{head}: {cell}" for head, cell in zip(HEADS, row.cells, strict=True) if cell
            )
        return None

    def _refresh_where_gone(self) -> None:
        if self._all is not self._desk.comparison.clusters:
            self.refresh()

    def _outlets(self, cluster: Cluster) -> str:
        desk = self._desk
        names = (desk.article(key).outlet or desk.siglum(key) for key in articles_of(cluster))
        return ", ".join(dict.fromkeys(names))

    def _words(self, cluster_id: str) -> str:
        """Return what a passage is searched by: its words in each article, who has it, its kind."""
        cluster = self._desk.cluster(cluster_id)
        parts = [each.span.of(self._desk.article(each.article).text) for each in cluster.passages]
        return "\n".join((*parts, self._outlets(cluster), KINDS[cluster.kind]))

    def _row(self, cluster: Cluster) -> PassageRow:
        desk = self._desk
        passage = cluster.passages[0]
        words = first_words(cluster, desk)
        first = desk.article(cluster.earliest.article).published if cluster.earliest else ""
        length = length_words(passage.span.of(desk.article(passage.article).text))
        cells = (words, self._outlets(cluster), length, KINDS[cluster.kind], long_date(first))
        return PassageRow(cluster.id, desk.hue(cluster.id), words, facts(cluster, desk), cells)
