"""QuotationsDock: who is quoted, by which outlets, in which words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model import Quotation
from workbench.ui.found_dock import FoundDock
from workbench.ui.quotations_model import SPEAKER, quotation_heads, quotation_rows

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtWidgets import QWidget

    from workbench.ui.desk import Desk

SPEAKER_WIDTH, WORDS_WIDTH = 120, 210


class QuotationsDock(FoundDock):
    """A row per thing said, a column per outlet; a cell leads to its place in the text."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Quotations", (SPEAKER,), (SPEAKER_WIDTH,), parent)
        self.listing.view.setRootIsDecorated(False)
        self.listing.row_chosen.connect(self._choose)

    def build(self) -> None:
        """Show the rows of what the desk has now."""
        heads = quotation_heads(self.desk)
        self.listing.model.show(quotation_rows(self.desk), heads)
        self.listing.view.setColumnWidth(0, SPEAKER_WIDTH)
        for column in range(1, len(heads)):
            self.listing.view.setColumnWidth(column, WORDS_WIDTH)
        self.listing.show_rows(self._what_to_do())

    def _what_to_do(self) -> str:
        if not self.desk.articles:
            return "Who is quoted is listed here once there are articles."
        if not self.desk.comparison.articles:
            return "The articles are being compared."
        return "Nobody is quoted in these articles."

    def _choose(self, index: QModelIndex) -> None:
        row = self.listing.model.row_of(index)
        said = row.leads[index.column()] if row and isinstance(row.leads, tuple) else None
        if isinstance(said, Quotation):
            self.place_chosen.emit(said.article, said.span)
