"""WordingDock: where the wording differs, over all articles; a row leads to its passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal

from workbench.ui.desk import TO_COMPARE
from workbench.ui.found_dock import FoundDock
from workbench.ui.wording_model import HEADS, wording_rows

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from workbench.ui.desk import Desk

WIDTHS = (80, 80, 60, 68, 64)  # pixels that the columns need at least


class WordingDock(FoundDock):
    """The differences; clicking one again leads to the next passage that has it."""

    passage_chosen = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Wording differences", HEADS, WIDTHS, parent)
        self.listing.view.setRootIsDecorated(False)
        self.listing.row_chosen.connect(self._choose)
        self.contents_wanted.connect(self._build)

    def _build(self) -> None:
        """Show the rows of what the desk has now."""
        self.listing.model.show(wording_rows(self.desk))
        self.listing.show_rows(self._what_to_do())

    def _what_to_do(self) -> str:
        if len(self.desk.articles) < TO_COMPARE:
            return "Where the wording differs is listed here once there are two articles."
        if not self.desk.comparison.articles:
            return "The articles are being compared."
        return "The wording of the shared passages does not differ."

    def _choose(self, index: QModelIndex) -> None:
        row = self.listing.model.row_of(index)
        if row is None or not isinstance(row.leads, tuple) or not row.leads:
            return
        clusters, chosen = row.leads, self.desk.chosen
        place = clusters.index(chosen) + 1 if chosen in clusters else 0
        self.passage_chosen.emit(clusters[place % len(clusters)])
