"""PassagesModel: the shared passages as rows - words, outlets, kind, dates - to walk one by one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from workbench.ui.desk import articles_of
from workbench.ui.wording import KINDS, facts, first_words, long_date

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from workbench.model import Cluster
    from workbench.ui.desk import Desk

ROW = Qt.ItemDataRole.UserRole
HEADS = ("First words", "Outlets", "Words", "Kind", "First seen")

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
    """A row per cluster in the order of the comparison; the first column alone feeds the list.

    What a row says is worked out when somebody looks at it: there may be many thousands.
    """

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._clusters: tuple[Cluster, ...] = ()
        self._rows: dict[int, PassageRow] = {}
        self._places: dict[str, int] = {}
        desk.comparison_changed.connect(self.refresh)
        desk.articles_changed.connect(self._refresh_where_gone)

    def refresh(self) -> None:
        """Build the rows anew."""
        self.beginResetModel()
        self._clusters = self._desk.comparison.clusters
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
        if self._clusters is not self._desk.comparison.clusters:
            self.refresh()

    def _row(self, cluster: Cluster) -> PassageRow:
        desk = self._desk
        passage = cluster.passages[0]
        words = first_words(cluster, desk)
        outlets = dict.fromkeys(
            desk.article(key).outlet or desk.siglum(key) for key in articles_of(cluster)
        )
        first = desk.article(cluster.earliest.article).published if cluster.earliest else ""
        length = len(passage.span.of(desk.article(passage.article).text).split())
        cells = (words, ", ".join(outlets), str(length), KINDS[cluster.kind], long_date(first))
        return PassageRow(cluster.id, desk.hue(cluster.id), words, facts(cluster, desk), cells)
