"""TimelineView: who had which passage when, the earliest of each marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.ui.choice import Choice
from workbench.ui.desk import TO_COMPARE
from workbench.ui.overview_page import lay_out
from workbench.ui.parts import label, tool_button
from workbench.ui.shown_late import ShownLate
from workbench.ui.table import Table
from workbench.ui.theme import GRID, sans, scaled
from workbench.ui.timeline_delegate import (
    COLUMN,
    MOST_COLUMN,
    TimelineDelegate,
    TimelineHead,
    entry_at,
)
from workbench.ui.timeline_model import TimelineModel
from workbench.ui.timeline_sheet import ORDERS, RowOrder
from workbench.ui.wording import count

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from workbench.ui.desk import Desk
    from workbench.ui.theme import Theme

HOW_TO_READ = (
    "Each row is a shared passage, each letter an article that has it. Click a letter, or press"
    " Enter, to read the passage there."
)


class TimelineView(ShownLate):
    """The table and what its rows say; built when it is shown.

    `entry_chosen` names a cluster, and the article and span to read it in, as a Passage.
    """

    entry_chosen = Signal(str, object)

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline")
        self._desk = desk
        self.model = TimelineModel(desk, self)
        self.table = TimelineTable(self.model, "Who had which passage when")
        self._delegate = TimelineDelegate(self.model, theme, self.table)
        self.table.setItemDelegate(self._delegate)
        self.rows = TimelineHead(Qt.Orientation.Vertical, theme, self.table)
        self.columns = TimelineHead(Qt.Orientation.Horizontal, theme, self.table)
        self.table.setVerticalHeader(self.rows)
        self.table.setHorizontalHeader(self.columns)
        self.order = Choice("Order by", ORDERS)
        self.title = label("", sans(13, semibold=True))
        self.told = label("", sans(12), wraps=True)
        self.empty = label("", sans(13), dim=True, wraps=True)
        self.only_chosen = tool_button("Only the chosen", tip="Show the chosen passage alone")
        self.only_chosen.setCheckable(True)
        self._lay_out()
        self.only_chosen.toggled.connect(self.build)
        self.table.wanted.connect(self._open)
        self.table.pointed.connect(self._tell)
        self.order.chosen.connect(self.build)
        self.contents_wanted.connect(self.build)
        desk.comparison_changed.connect(self.refresh)
        desk.outlets_changed.connect(self.refresh)
        desk.passage_chosen.connect(self._choose)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours and sizes from now on."""
        for part in (self._delegate, self.rows, self.columns):
            part.theme = theme
        for head in (self.rows, self.columns):
            head.measure()
        self.table.least, self.table.most = scaled(COLUMN), scaled(MOST_COLUMN)
        self.table.share_room()
        self.table.viewport().update()

    def build(self) -> None:
        """Show what the desk has now, in the order that is chosen."""
        chosen = self._desk.chosen
        only = chosen if self.only_chosen.isChecked() else ""
        self.model.show(RowOrder(self.order.current), only)
        self.table.share_room()
        rows = self.model.rowCount()
        every = count(len(self._desk.comparison.clusters), "shared passage")
        self.title.setText(f"1 of {every}" if only else every)
        self.only_chosen.setEnabled(bool(chosen))
        self.empty.setText(self._what_to_do())
        self._stack.setCurrentIndex(0 if rows else 1)
        self._tell(QModelIndex())
        self._mark_chosen(chosen)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.addWidget(self.title)
        bar.addStretch(1)
        bar.addWidget(self.only_chosen)
        bar.addSpacing(GRID * 2)
        bar.addWidget(self.order)
        self._stack = lay_out(self, bar, self.table, self.told, self.empty)

    def _what_to_do(self) -> str:
        if len(self._desk.articles) < TO_COMPARE:
            return "Who had which passage when is shown here once there are two articles."
        if not self._desk.comparison.articles:
            return "The articles are being compared."
        return "No two of these articles share a passage."

    def _tell(self, index: QModelIndex) -> None:
        """Say who had the passage of a row, in the order of time."""
        self.told.setText(self.model.story(index.row()) if index.isValid() else HOW_TO_READ)

    def _choose(self, cluster_id: str) -> None:
        self.only_chosen.setEnabled(bool(cluster_id))
        if self.only_chosen.isChecked():
            self.refresh()
        else:
            self._mark_chosen(cluster_id)

    def _mark_chosen(self, cluster_id: str) -> None:
        row = self.model.row_of(cluster_id) if cluster_id and not self.is_stale else -1
        if row >= 0 and row != self.table.currentIndex().row():
            first, _ = self.model.reach(row)
            self.table.setCurrentIndex(self.model.index(row, max(0, first)))

    def _open(self, index: QModelIndex) -> None:
        entries = self.model.entries(index)
        place = self.table.take_press()
        box = self.table.visualRect(index)
        entry = entry_at(box, entries, place) if place else next(iter(entries), None)
        if entry is not None:
            self.entry_chosen.emit(self.model.line(index.row()).cluster, entry.passage)


class TimelineTable(Table):
    """A table that remembers where in a cell it was clicked."""

    _pressed: QPoint | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember the place."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def take_press(self) -> QPoint | None:
        """Return where it was clicked last; nothing where a key was pressed since."""
        pressed, self._pressed = self._pressed, None
        return pressed
