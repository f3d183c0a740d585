"""QuotationsDock: who is quoted, by which outlets, in which words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QAbstractItemView

from workbench.model import Comparison, Quotation
from workbench.ui.found_dock import FoundDock
from workbench.ui.listing import RowsDelegate
from workbench.ui.panes.lines import line_height
from workbench.ui.quotations_model import HEADS, quotation_heads, quotation_rows, quoted_part
from workbench.ui.theme import GRID, scaled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from workbench.model import Saying
    from workbench.ui.desk import Desk

WIDTHS = (180, 70)
LEAST_WIDTH = 200  # pixels for the words of an outlet
LINES = 2  # of words that are seen of each quotation
QUICK = 60  # quotations that are put together in some 10 ms; more are so in the background


class QuotationsDock(FoundDock):
    """A row per thing said, a column per outlet; a cell leads to its place in the text.

    `sayings_wanted` asks for the things said in a comparison, which `show_sayings` takes.
    """

    sayings_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Quotations", HEADS, (), parent)
        self._waits = False
        view = self.listing.view
        view.setRootIsDecorated(False)
        view.setWordWrap(True)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        view.setAllColumnsShowFocus(False)  # keys go from outlet to outlet as well
        view.setItemDelegate(_SeveralLines(view))
        self.listing.row_chosen.connect(self._choose)
        self.contents_wanted.connect(self._build)
        desk.outlets_changed.connect(self.refresh)

    def _build(self) -> None:
        """Show the rows of what the desk has now, or ask for them where there are many."""
        comparison = self.desk.comparison
        self._waits = len(comparison.quotations) > QUICK
        if self._waits:
            self._show(())
            self.sayings_wanted.emit(quoted_part(comparison))
        elif comparison.quotations:  # the engine is slow to load, and the window must open fast
            from workbench.comparison.sayings import sayings

            self._show(sayings(comparison))
        else:
            self._show(())

    def show_sayings(self, asked: Comparison, said: Sequence[Saying]) -> None:
        """Show what was said, unless there is another comparison by now."""
        if self._waits and asked.quotations == self.desk.comparison.quotations:
            self._waits = False
            self._show(said)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the outlets share the room."""
        super().resizeEvent(event)
        self._share_room()

    def changeEvent(self, event: QEvent) -> None:
        """Share the room anew for words of another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._share_room()

    def _show(self, said: Sequence[Saying]) -> None:
        heads = tuple(self.desk.outlet(head).short or head for head in quotation_heads(self.desk))
        self.listing.model.show(quotation_rows(said, self.desk), heads)
        self._share_room()
        self.listing.show_rows(self._what_to_do())

    def _share_room(self) -> None:
        view = self.listing.view
        outlets = self.listing.model.columnCount() - len(WIDTHS)
        widths = [scaled(width) for width in WIDTHS]
        room = self.width() - sum(widths) - 2 * GRID
        for column, width in enumerate(widths):
            view.setColumnWidth(column, width)
        for column in range(len(WIDTHS), len(WIDTHS) + outlets):
            view.setColumnWidth(column, max(scaled(LEAST_WIDTH), room // outlets))

    def _what_to_do(self) -> str:
        if not self.desk.articles:
            return "Who is quoted is listed here once there are articles."
        if not self.desk.comparison.articles:
            return "The articles are being compared."
        if self._waits:
            return "The quotations of all outlets are being put side by side."
        return "Nobody is quoted in these articles."

    def _choose(self, index: QModelIndex) -> None:
        row = self.listing.model.row_of(index)
        said = row.leads[index.column()] if row and isinstance(row.leads, tuple) else None
        if isinstance(said, Quotation):
            self.place_chosen.emit(said.article, said.span)


class _SeveralLines(RowsDelegate):
    """Gives every row the room of a few lines of words."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the same height for all: only one row is measured."""
        lines = LINES * line_height(option.font)  # type: ignore[attr-defined]
        return QSize(super().sizeHint(option, index).width(), lines + GRID)
