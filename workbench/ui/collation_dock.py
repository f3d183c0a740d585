"""CollationDock: the chosen passage in all outlets, word by word, and why it was linked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from workbench.project.apparatus import QUICK, apparatus, length_of
from workbench.text.direction import is_from_right
from workbench.ui.collation_model import CollationModel
from workbench.ui.collation_view import CollationView
from workbench.ui.collation_words import cell_words, witness_words
from workbench.ui.parts import Elided, label
from workbench.ui.reason_panel import ReasonPanel
from workbench.ui.shown_late import ShownLate
from workbench.ui.theme import GRID, Theme, sans
from workbench.ui.wording import count, first_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction

    from workbench.model import Apparatus, Cluster
    from workbench.ui.desk import Desk

NOTHING_CHOSEN = (
    "Choose a shared passage, with N or a click, to see here how each outlet words it, "
    "and why it was linked."
)
BEING_LAID_OUT = "This long passage is being laid out."
REASONS_WIDTH = 430


class CollationDock(ShownLate):
    """Follows the chosen passage; what takes long to lay out is asked for with `table_wanted`."""

    place_chosen = Signal(str, object)
    table_wanted = Signal(str)

    def __init__(
        self,
        desk: Desk,
        theme: Theme,
        actions: Mapping[str, QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self.model = CollationModel(desk, self)
        self.view = CollationView(self.model, theme)
        self.reasons = ReasonPanel(desk, actions)
        self._words = Elided("")
        self._facts = label("", sans(11), dim=True)
        self.explanation = Elided("")
        self._waiting = label("", sans(12), dim=True, wraps=True)
        self._empty = label(NOTHING_CHOSEN, sans(12), dim=True, wraps=True)
        self._stack = QStackedLayout(self)
        self._table = QStackedLayout()
        self._lay_out()
        self.view.place_chosen.connect(self.place_chosen)
        self.view.cell_reached.connect(self._explain)
        for signal in (desk.passage_chosen, desk.comparison_changed, desk.articles_changed):
            signal.connect(self.refresh)
        desk.annotated.passages_changed.connect(self._say_again)
        self.contents_wanted.connect(self._build)
        self.refresh()

    @property
    def facts(self) -> str:
        """What is said of the passage, for tests and screen readers."""
        return self._facts.text()

    @property
    def empty_words(self) -> str:
        """What is said instead of a table, or an empty string while there is one."""
        if self._stack.currentWidget() is self._empty:
            return self._empty.text()
        return self._waiting.text() if self._table.currentWidget() is self._waiting else ""

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours from now on."""
        self.view.set_theme(theme)

    def show_table(self, shown: Apparatus) -> None:
        """Show a table that was asked for, unless another passage has been chosen meanwhile."""
        if shown.cluster == self._desk.chosen:
            self._fill(shown)

    def _lay_out(self) -> None:
        for words in (self._empty, self._waiting):
            words.setMargin(GRID * 2)
            words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        head = QHBoxLayout()
        head.setContentsMargins(GRID + 4, GRID // 2, GRID, GRID // 2)
        head.setSpacing(GRID + 4)
        head.addWidget(self._words, 1)
        head.addWidget(self._facts)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, GRID // 2)
        column.setSpacing(GRID // 2)
        column.addLayout(head)
        column.addLayout(self._table, 1)
        self._table.addWidget(self.view)  # after that: without a place it would be a window
        self._table.addWidget(self._waiting)
        below = QHBoxLayout()
        below.setContentsMargins(GRID + 4, 0, GRID, 0)
        below.addWidget(self.explanation)
        column.addLayout(below)
        parts = QSplitter()
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(1)
        parts.addWidget(left)
        parts.addWidget(self.reasons)
        parts.setStretchFactor(0, 1)
        parts.setSizes([3 * REASONS_WIDTH, REASONS_WIDTH])
        self._stack.addWidget(parts)
        self._stack.addWidget(self._empty)

    def _build(self) -> None:
        """Show the passage that is chosen now."""
        self.reasons.refresh()
        if not self._desk.chosen:
            self.model.show(None)
            self._stack.setCurrentWidget(self._empty)
            return
        cluster = self._desk.cluster(self._desk.chosen)
        self._stack.setCurrentIndex(0)
        self._say(cluster)
        if length_of(cluster) <= QUICK:
            self._fill(apparatus(cluster, self._desk.comparison))
        else:
            self.model.show(None)
            self._waiting.setText(BEING_LAID_OUT)
            self._table.setCurrentWidget(self._waiting)
            self.table_wanted.emit(cluster.id)

    def _say(self, cluster: Cluster) -> None:
        words = first_words(cluster, self._desk)
        self._words.setText(words)
        self._words.setToolTip(words)
        facts = [
            count(len(cluster.passages), "passage"),
            count(self._desk.differences(cluster), "difference"),
        ]
        if firsts := self._desk.firsts(cluster):
            facts.append(f"earliest: {' or '.join(map(witness_words, firsts))}")
        if annotations := self._desk.annotated.on_passages(cluster):
            facts.append(count(len(annotations), "annotation"))
        self._facts.setText(" · ".join(facts))

    def _say_again(self) -> None:
        if self._desk.chosen and not self.empty_words:
            self._say(self._desk.cluster(self._desk.chosen))

    def _fill(self, shown: Apparatus) -> None:
        self.model.show(shown)
        self._table.setCurrentWidget(self.view)
        words = "".join(cell.text for cell in shown.rows[shown.base].cells)
        self.view.fit(self._desk.hue(shown.cluster), from_right=is_from_right(words))
        self._explain(QModelIndex())

    def _explain(self, index: QModelIndex) -> None:
        """Say what the cell that was reached has, or how the table is read."""
        shown = self.model.shown
        if shown is None:
            said = ""
        elif index.isValid():
            said = cell_words(shown, index.row(), index.column())
        elif any(shown.differing):
            said = "≠ other words   + added   − left out   ⇄ moved: held against "
            said += shown.rows[shown.base].siglum
        else:
            said = "All have the same words."
        self.explanation.setText(said)
        self.explanation.setToolTip(said)
        self.explanation.setAccessibleName(said)
