"""TermsDock: rival terms with their uses; families can be made, joined and split."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from workbench.model import Passage, TermFamily
from workbench.ui.desk import TO_COMPARE
from workbench.ui.found_dock import FoundDock
from workbench.ui.parts import tool_button
from workbench.ui.rows_model import ROW
from workbench.ui.terms_model import HEADS, term_rows
from workbench.ui.theme import GRID
from workbench.ui.timeline_terms import TermBars

if TYPE_CHECKING:
    from workbench.ui.desk import Desk
    from workbench.ui.rows_model import Row

WIDTHS = (130, 52, 96, 72)  # pixels that the columns need at least
BETWEEN_FORMS = "/"
TO_JOIN = 2


class TermsDock(FoundDock):
    """The families, their forms and uses; a use leads to its place in the text."""

    family_wanted = Signal(tuple)
    join_wanted = Signal(tuple, tuple)
    split_wanted = Signal(tuple, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "Terms", HEADS, WIDTHS, parent)
        self.listing.row_chosen.connect(self._choose)
        self.contents_wanted.connect(self._build)
        self.listing.view.expanded.connect(self._give_room)
        self.listing.view.selectionModel().selectionChanged.connect(self._offer)
        self.bars = TermBars(desk)
        self.listing.add_below(self.bars)
        self.form = QLineEdit(clearButtonEnabled=True)
        self.form.setPlaceholderText("Add a form to the marked term, or one term / another")
        self.form.setAccessibleName("Form to add to the marked term, or forms of a new one")
        self.form.returnPressed.connect(self._add_form)
        self.join = tool_button("Join", tip="Make the marked families one")
        self.join.clicked.connect(self._join)
        self.split = tool_button("Split off", tip="Count the marked form by itself")
        self.split.clicked.connect(self._split)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.join)
        row.addWidget(self.split)
        below = QVBoxLayout()
        below.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        below.setSpacing(GRID // 2)
        below.addWidget(self.form)
        below.addLayout(row)
        self.column.addLayout(below)

    def _build(self) -> None:
        """Show the rows of what the desk has now."""
        self.listing.model.show(term_rows(self.desk))
        self.listing.show_rows(self._what_to_do())
        self._offer()

    def _what_to_do(self) -> str:
        if len(self.desk.articles) < TO_COMPARE:
            return "Rival forms of a term are listed here once there are two articles."
        if not self.desk.comparison.articles:
            return "The articles are being compared."
        return "No term has rival forms. Write two of your own below, with a / between them."

    def _offer(self) -> None:
        """Offer what can be done with the marked rows."""
        rows = self.listing.marked_rows()
        family = _family(rows)
        if family is not None or not rows:  # a use leaves those of its family in sight
            self.bars.show_family(family)
        self.join.setEnabled(len(_families(rows)) >= TO_JOIN)
        self.split.setEnabled(len(rows) == 1 and isinstance(rows[0].leads, tuple))

    def _give_room(self, index: QModelIndex) -> None:
        """Let the uses of a form have the width of all columns."""
        if isinstance(index.data(ROW).leads, tuple):
            for place in range(index.model().rowCount(index)):
                self.listing.view.setFirstColumnSpanned(place, index, True)  # noqa: FBT003 - as Qt has it

    def _choose(self, index: QModelIndex) -> None:
        row = self.listing.model.row_of(index)
        if row is not None and isinstance(row.leads, Passage):
            self.place_chosen.emit(row.leads.article, row.leads.span)

    def _add_form(self) -> None:
        forms = tuple(form.strip() for form in self.form.text().split(BETWEEN_FORMS))
        families = _families(self.listing.marked_rows())
        if not any(forms):
            return
        if families and len(forms) == 1:
            self.join_wanted.emit(families[0], forms)
        else:
            self.family_wanted.emit(forms)
        self.form.clear()

    def _join(self) -> None:
        first, *others = _families(self.listing.marked_rows())
        for other in others:
            self.join_wanted.emit(first, other)

    def _split(self) -> None:
        (row,) = self.listing.marked_rows()
        if isinstance(row.leads, tuple):
            family, form = row.leads
            self.split_wanted.emit(_forms(family), form)


def _family(rows: tuple[Row, ...]) -> TermFamily | None:
    """Return the family that the first of rows is, or is a form of."""
    found = (row.leads[0] if isinstance(row.leads, tuple) else row.leads for row in rows)
    return next((family for family in found if isinstance(family, TermFamily)), None)


def _families(rows: tuple[Row, ...]) -> list[tuple[str, ...]]:
    """Return the families that rows are, or are forms of, each once."""
    families: dict[tuple[str, ...], None] = {}
    for row in rows:
        family = row.leads[0] if isinstance(row.leads, tuple) else row.leads
        if isinstance(family, TermFamily):
            families[_forms(family)] = None
    return list(families)


def _forms(family: TermFamily) -> tuple[str, ...]:
    return tuple(term.text for term in family.terms)
