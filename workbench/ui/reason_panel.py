"""ReasonPanel: why the passages of a cluster were linked, pair by pair, and what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from workbench.model import PassagePair
from workbench.ui.collation_words import rarity_words, variant_words
from workbench.ui.parts import label
from workbench.ui.picker import Picker
from workbench.ui.rows_model import Row, RowsModel
from workbench.ui.theme import GRID, sans, scaled
from workbench.ui.wording import KINDS, count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from PySide6.QtGui import QAction

    from workbench.model import Cluster
    from workbench.ui.desk import Desk

HEADS = ("Linked", "Why")
REASONS = ("A common phrase", "Other events", "Only a title or a name", "Boilerplate")
ACTIONS = ("reject_passage", "join_passage", "split_passage", "set_passage")
NAMES = 176  # pixels of the column with the words
FEW = 6  # pairs, of which the reasons stand open


class ReasonPanel(QWidget):
    """The pairs of the chosen cluster with their reasons; those that are marked can be rejected."""

    def __init__(
        self, desk: Desk, actions: Mapping[str, QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self.model = RowsModel(HEADS, self)
        self.tree = QTreeView()
        self.tree.setModel(self.model)
        self.tree.setAccessibleName("Why the passages were linked")
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tree.setAllColumnsShowFocus(True)
        self.tree.setIndentation(GRID + 4)
        self.tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.tree.setHeaderHidden(True)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.reason = Picker("Reason for rejecting")
        field = QLineEdit()
        field.setPlaceholderText("Reason, if you like")
        field.setAccessibleName("Reason for rejecting, in your words")
        self.reason.setEditable(True)
        self.reason.setLineEdit(field)
        self.reason.view().setAccessibleName("Reasons often given")
        self.reason.addItems(["", *REASONS])
        self.reason.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lay_out([_button(actions[name]) for name in ACTIONS])

    def refresh(self) -> None:
        """Show the pairs of the chosen cluster; none of them is marked."""
        chosen = self._desk.chosen
        pairs = tuple(pairs_of(self._desk.cluster(chosen), self._desk)) if chosen else ()
        self.model.show(self._row(pair) for pair in pairs)
        self.tree.setColumnWidth(0, scaled(NAMES))
        for place in range(len(pairs) if len(pairs) <= FEW else 0):
            index = self.model.index(place, 0)
            self.tree.expand(index)
            for below in range(self.model.rowCount(index)):
                self.tree.expand(self.model.index(below, 0, index))
        self.reason.setCurrentIndex(0)

    def marked(self) -> tuple[PassagePair, ...]:
        """Return the pairs that are marked, or of which a reason is."""
        found: dict[str, PassagePair] = {}
        for index in sorted(self.tree.selectionModel().selectedRows()):
            top = index
            while top.parent().isValid():
                top = top.parent()
            row = self.model.row_of(top)
            if row and isinstance(row.leads, PassagePair):
                found[row.leads.id] = row.leads
        return tuple(found.values())

    def _lay_out(self, buttons: list[QToolButton]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, GRID // 2)
        column.setSpacing(GRID // 2)
        head = label("Why linked", sans(12, semibold=True))
        head.setContentsMargins(GRID, GRID // 2, 0, GRID // 2)
        column.addWidget(head)
        column.addWidget(self.tree, 1)
        rejecting, others = QHBoxLayout(), QHBoxLayout()
        for row in (rejecting, others):
            row.setContentsMargins(GRID, 0, GRID, 0)
            row.setSpacing(GRID // 2)
            column.addLayout(row)
        rejecting.addWidget(self.reason, 1)
        rejecting.addWidget(buttons[0])
        for button in buttons[1:]:
            others.addWidget(button)
        others.addStretch(1)

    def _row(self, pair: PassagePair) -> Row:
        desk = self._desk
        sigla = f"{desk.siglum(pair.a.article)} · {desk.siglum(pair.b.article)}"
        how = f"{KINDS[pair.kind]}, {pair.similarity:.0%} alike"
        words = tuple(self._word_rows(pair))
        parts = [Row(("Linked by", f"{pair.reason.shared_words} shared words"), None, words)]
        if pair.variants:
            differing = tuple(_variant_row(*variant_words(each)) for each in pair.variants)
            parts.append(
                Row(("What differs", count(len(differing), "difference")), None, differing)
            )
        return Row((sigla, how), pair, tuple(parts))

    def _word_rows(self, pair: PassagePair) -> Iterator[Row]:
        language = self._desk.article(pair.a.article).language
        articles = len(self._desk.comparison.articles)
        for word in pair.reason.words:
            same = word.a.casefold() == word.b.casefold()
            forms = word.a if same else f"{word.a} / {word.b}"
            yield Row((forms, rarity_words(word, language, articles)))


def pairs_of(cluster: Cluster, desk: Desk) -> Iterable[PassagePair]:
    """Return the pairs of a cluster, in the order of the comparison."""
    wanted = set(cluster.pairs)
    return (pair for pair in desk.comparison.pairs if pair.id in wanted)


def _variant_row(readings: str, facts: str) -> Row:
    return Row((readings, facts))


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAccessibleName(action.text())
    return button
