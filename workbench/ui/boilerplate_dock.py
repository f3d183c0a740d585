"""BoilerplateDock: the texts left out of the comparison, each of which may be compared again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.model import Boilerplate
from workbench.ui.found_dock import FoundDock
from workbench.ui.parts import tool_button
from workbench.ui.rows_model import Row
from workbench.ui.theme import GRID

if TYPE_CHECKING:
    from workbench.ui.desk import Desk

HEADS = ("Text", "Articles", "Outlet")
WIDTHS = (120, 70, 80)  # pixels that the columns need at least
EMPTY = "Nothing was left out: no text stands in so many articles that it is boilerplate."
KEPT = "compared all the same"


class BoilerplateDock(FoundDock):
    """The texts that many articles have; what is decided about one is an edit."""

    keep_wanted = Signal(tuple)
    leave_out_wanted = Signal(tuple)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Left out", HEADS, WIDTHS, parent)
        self._kept: tuple[str, ...] = ()
        self.listing.view.setRootIsDecorated(False)
        self.listing.row_chosen.connect(self._choose)
        self.contents_wanted.connect(self._build)
        self.listing.view.selectionModel().selectionChanged.connect(self._offer)
        self.keep = tool_button("Compare all the same", tip="Compare the marked texts again")
        self.keep.clicked.connect(lambda: self.keep_wanted.emit(self._marked(Boilerplate)))
        self.leave_out = tool_button("Leave out again", tip="Leave the marked texts out again")
        self.leave_out.clicked.connect(lambda: self.leave_out_wanted.emit(self._marked(str)))
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        row.addWidget(self.keep)
        row.addWidget(self.leave_out)
        row.addStretch(1)
        self.listing.add_below(buttons)

    def set_kept(self, texts: tuple[str, ...]) -> None:
        """Take over which texts are compared although they are boilerplate."""
        if texts != self._kept:
            self._kept = texts
            self.refresh()

    def _build(self) -> None:
        """Show the rows of what the desk has now."""
        left_out = [_row(each) for each in self.desk.comparison.boilerplate]
        kept = [Row((_line(text), "", KEPT), text) for text in self._kept]
        self.listing.model.show([*left_out, *kept])
        self.listing.show_rows(EMPTY)
        self._offer()

    def _offer(self) -> None:
        self.keep.setEnabled(bool(self._marked(Boilerplate)))
        self.leave_out.setEnabled(bool(self._marked(str)))

    def _marked(self, kind: type) -> tuple[str, ...]:
        """Return the texts of the marked rows that are left out, or that are kept."""
        found = (row.leads for row in self.listing.marked_rows())
        wanted = (leads for leads in found if isinstance(leads, kind))
        return tuple(each.text if isinstance(each, Boilerplate) else str(each) for each in wanted)

    def _choose(self, index: QModelIndex) -> None:
        row = self.listing.model.row_of(index)
        if row and isinstance(row.leads, Boilerplate):
            first = row.leads.passages[0]
            self.place_chosen.emit(first.article, first.span)


def _row(each: Boilerplate) -> Row:
    articles = len({passage.article for passage in each.passages})
    outlet = each.outlet or "several outlets"
    return Row((_line(each.text), articles, outlet), each, (), (each.text, "", outlet))


def _line(text: str) -> str:
    return " ".join(text.split())
