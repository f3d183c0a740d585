"""WordingDock: where the wording differs, over all articles; a row leads to its passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.ui.desk import TO_COMPARE
from workbench.ui.listing import Listing
from workbench.ui.rows_model import RowsModel
from workbench.ui.wording_model import HEADS, wording_rows

if TYPE_CHECKING:
    from workbench.ui.desk import Desk

WIDTHS = (100, 100, 52, 84)  # the last column takes what is left


class WordingDock(QWidget):
    """The differences; clicking one again leads to the next passage that has it."""

    passage_chosen = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.listing = Listing(RowsModel(HEADS, self), "Wording differences")
        self.listing.view.setRootIsDecorated(False)
        for column, width in enumerate(WIDTHS):
            self.listing.view.setColumnWidth(column, width)
        self.listing.row_chosen.connect(self._choose)
        column_of_one = QVBoxLayout(self)
        column_of_one.setContentsMargins(0, 0, 0, 0)
        column_of_one.addWidget(self.listing)
        desk.comparison_changed.connect(self.refresh)
        desk.articles_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Build the rows anew."""
        self.listing.model.show(wording_rows(self._desk))
        self.listing.show_rows(self._what_to_do())

    def _what_to_do(self) -> str:
        if len(self._desk.articles) < TO_COMPARE:
            return "Where the wording differs is listed here once there are two articles."
        if not self._desk.comparison.articles:
            return "The articles are being compared."
        return "The wording of the shared passages does not differ."

    def _choose(self, index: QModelIndex) -> None:
        row = self.listing.model.row_of(index)
        if row is None or not isinstance(row.leads, tuple) or not row.leads:
            return
        clusters, chosen = row.leads, self._desk.chosen
        place = clusters.index(chosen) + 1 if chosen in clusters else 0
        self.passage_chosen.emit(clusters[place % len(clusters)])
