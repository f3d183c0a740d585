"""PassagesDock: the table of shared passages; a row leads every pane to its passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from workbench.ui.choice import Choice
from workbench.ui.desk import TO_COMPARE
from workbench.ui.parts import label
from workbench.ui.passages_model import PassagesModel
from workbench.ui.passages_table import PassagesTable
from workbench.ui.theme import GRID, Theme, sans
from workbench.ui.timeline_sheet import ORDERS, RowOrder

if TYPE_CHECKING:
    from workbench.ui.desk import Desk


class PassagesDock(QWidget):
    """The shared passages; it follows the chosen one and leads to the one that is clicked."""

    passage_chosen = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.model = PassagesModel(desk, self)
        self.table = PassagesTable(self.model, theme)
        self._empty = label("", sans(12), dim=True, wraps=True)
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setPlaceholderText("Search shared passages")
        self.search.setAccessibleName("Search shared passages")
        self.search.textChanged.connect(self.model.search)
        self.order = Choice("Order by", ORDERS, shows_name=False)
        self.order.chosen.connect(self._order)
        self._stack = QStackedLayout()
        self._head = QWidget()
        self._lay_out()
        self.table.selectionModel().currentChanged.connect(self._choose)
        self.table.clicked.connect(self._choose)
        self.table.activated.connect(self._choose)
        self.model.modelReset.connect(self._refresh)
        desk.passage_chosen.connect(self._follow)
        desk.articles_changed.connect(self._refresh)
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours and sizes from now on."""
        self.table.set_theme(theme)

    def _lay_out(self) -> None:
        self._empty.setMargin(GRID * 2)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        head = QVBoxLayout(self._head)
        head.setContentsMargins(GRID, GRID + 4, GRID, 0)
        head.setSpacing(GRID // 2)
        head.addWidget(self.search)
        head.addWidget(self.order, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self._head)
        column.addLayout(self._stack, 1)
        self._stack.addWidget(self.table)  # after that: without a place it would be a window
        self._stack.addWidget(self._empty)

    @property
    def empty_words(self) -> str:
        """What is said instead of rows, or an empty string while there are some."""
        return self._empty.text() if self._stack.currentWidget() is self._empty else ""

    def _refresh(self) -> None:
        self._empty.setText(self._what_to_do())
        self._stack.setCurrentWidget(self.table if self.model.rowCount() else self._empty)
        self._head.setVisible(bool(self._desk.comparison.clusters))
        self._follow(self._desk.chosen)

    def _what_to_do(self) -> str:
        if len(self._desk.articles) < TO_COMPARE:
            return "What the articles share is listed here once there are two of them."
        if not self._desk.comparison.articles:
            return "The articles are being compared."
        if self.model.sought:
            return "No shared passage has these words."
        return "These articles share no passage word for word or nearly so."

    def _order(self, order: str) -> None:
        self.model.order_by(RowOrder(order))
        self.table.forget_sorting()

    def _choose(self, index: QModelIndex) -> None:
        row = self.model.row_of(index)
        if row and row.cluster != self._desk.chosen:
            self.passage_chosen.emit(row.cluster)

    def _follow(self, cluster: str) -> None:
        index = self.model.index_of(cluster)
        if index.isValid():
            self.table.show_row(index)
        else:
            self.table.clearSelection()
            self.table.selectionModel().clearCurrentIndex()
