"""DecisionsDock: what the analyst has decided about passages, to be taken back one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.model import Decision
from workbench.ui.collation_words import decision_sigla, decision_words, named
from workbench.ui.found_dock import FoundDock
from workbench.ui.parts import tool_button
from workbench.ui.rows_model import Row
from workbench.ui.theme import GRID

if TYPE_CHECKING:
    from workbench.ui.desk import Desk

HEADS = ("Decision", "Passage", "Articles", "Reason")
WIDTHS = (76, 84, 72, 56)  # pixels that the columns need at least
EMPTY = (
    "Nothing was decided yet. Reject, join, split or correct the chosen passage, "
    "and it is listed here."
)


class DecisionsDock(FoundDock):
    """The decisions, the latest first; each stays until it is taken back."""

    take_back_wanted = Signal(tuple)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Decisions", HEADS, WIDTHS, parent)
        self._decisions: tuple[Decision, ...] = ()
        self.listing.view.setRootIsDecorated(False)
        self.listing.row_chosen.connect(self._choose)
        self.contents_wanted.connect(self._build)
        self.listing.view.selectionModel().selectionChanged.connect(self._offer)
        self.take_back = tool_button("Take back", tip="Let the program's own findings hold again")
        self.take_back.clicked.connect(lambda: self.take_back_wanted.emit(self.marked()))
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        row.addWidget(self.take_back)
        row.addStretch(1)
        self.listing.add_below(buttons)

    def set_decisions(self, decisions: tuple[Decision, ...]) -> None:
        """Take over what is decided."""
        if decisions != self._decisions:
            self._decisions = decisions
            self.refresh()

    def marked(self) -> tuple[Decision, ...]:
        """Return the decisions that are marked."""
        leads = (row.leads for row in self.listing.marked_rows())
        return tuple(each for each in leads if isinstance(each, Decision))

    def _build(self) -> None:
        """Show the rows of what is decided now."""
        self.listing.model.show(self._row(each) for each in reversed(self._decisions))
        self.listing.show_rows(EMPTY)
        self._offer()

    def _offer(self) -> None:
        self.take_back.setEnabled(bool(self.marked()))

    def _row(self, decision: Decision) -> Row:
        first = (decision.gone or decision.instead)[0].a
        texts = {article.id: article.text for article in self.desk.articles}
        words = named(first.span.of(texts.get(first.article, "")))
        sigla = decision_sigla(decision, self.desk)
        return Row((decision_words(decision), words, sigla, decision.why), decision)

    def _choose(self, index: QModelIndex) -> None:
        row = self.listing.model.row_of(index)
        if row and isinstance(row.leads, Decision):
            passage = (row.leads.gone or row.leads.instead)[0].a
            if passage.article in {article.id for article in self.desk.articles}:
                self.place_chosen.emit(passage.article, passage.span)
