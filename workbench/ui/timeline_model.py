"""TimelineModel: a row for each passage, a column for each day, who had it then in the cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from workbench.ui.desk import articles_of
from workbench.ui.timeline_sheet import (
    UNDATED,
    RowOrder,
    gaps,
    line,
    ordered,
    period_name,
    periods,
    story,
)
from workbench.ui.wording import count, facts

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from workbench.model import Cluster
    from workbench.ui.desk import Desk
    from workbench.ui.timeline_sheet import Entry, Line

LINE = Qt.ItemDataRole.UserRole
ENTRIES = Qt.ItemDataRole.UserRole + 1
GAP = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex


class TimelineModel(QAbstractTableModel):
    """The passages of the desk's comparison; a row is worked out when it is first seen.

    `LINE` gives a row, `ENTRIES` what stands in a cell, `GAP` how many days lie before a column.
    """

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._columns: tuple[str, ...] = ()
        self._gaps: tuple[int, ...] = ()
        self._clusters: list[Cluster] = []
        self._lines: dict[str, Line] = {}

    def show(self, order: RowOrder, only: str = "") -> None:
        """Take over what the desk has now, in this order, or `only` one cluster by its id.

        One alone has columns for the days on which somebody had it.
        """
        comparison = self._desk.comparison
        articles, clusters = comparison.articles, comparison.clusters
        if only:
            clusters = (self._desk.cluster(only),)
            articles = tuple(map(self._desk.article, articles_of(clusters[0])))
        self.beginResetModel()
        self._lines = {}
        self._clusters = ordered(clusters, self._desk, order)
        self._columns = periods(articles)
        self._gaps = gaps(self._columns)
        self.endResetModel()

    def row_of(self, cluster_id: str) -> int:
        """Return the row of a passage; -1 where it has none."""
        ids = (cluster.id for cluster in self._clusters)
        return next((row for row, each in enumerate(ids) if each == cluster_id), -1)

    def line(self, row: int) -> Line:
        """Return what stands in a row."""
        cluster = self._clusters[row]
        if cluster.id not in self._lines:
            self._lines[cluster.id] = line(cluster, self._desk, self._columns)
        return self._lines[cluster.id]

    def entries(self, index: Index) -> tuple[Entry, ...]:
        """Return who had the passage of a row in the time of a column."""
        if not index.isValid():
            return ()
        return self.line(index.row()).entries.get(self._columns[index.column()], ())

    def reach(self, row: int) -> tuple[int, int]:
        """Return the first and the last column with a date in which somebody had a passage."""
        found = [self._columns.index(each) for each in self.line(row).entries if each != UNDATED]
        return min(found, default=-1), max(found, default=-1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many passages there are."""
        return 0 if parent.isValid() else len(self._clusters)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many days, months or years there are."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return what heads a row or a column."""
        if orientation == Qt.Orientation.Horizontal:
            return self._column_head(section, role) if 0 <= section < len(self._columns) else None
        return self._row_head(section, role) if 0 <= section < len(self._clusters) else None

    def _column_head(self, section: int, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return period_name(self._columns[section])
        if role == GAP:
            return self._gaps[section]
        if role == Qt.ItemDataRole.ToolTipRole and self._gaps[section] > 0:
            return f"{count(self._gaps[section], 'day')} without an article before"
        return None

    def _row_head(self, section: int, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.line(section).words
        if role == LINE:
            return self.line(section)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            known = facts(self._clusters[section], self._desk)
            return f"{self.line(section).words}\n{known}"
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return who stands in a cell."""
        if not index.isValid():
            return None
        entries = self.entries(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(entry.siglum for entry in entries)
        if role == ENTRIES:
            return entries
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.told(index)
        if role == Qt.ItemDataRole.ToolTipRole and entries:
            return self.told(index)
        return None

    def told(self, index: Index) -> str:
        """Return in a sentence who had a passage at the time of a column."""
        when = period_name(self._columns[index.column()])
        entries = self.entries(index)
        if not entries:
            return f"{when}: nobody"
        said = [f"{one.spoken} (first seen)" if one.is_first else one.spoken for one in entries]
        return f"{when}: {'; '.join(said)}"

    def story(self, row: int) -> str:
        """Return in a sentence who had the passage of a row first, and who then."""
        return story(self.line(row).all)
