"""PassagesDock: the list of shared passages; a row leads every pane to its passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.choice import Choice
from workbench.ui.desk import TO_COMPARE
from workbench.ui.parts import label
from workbench.ui.passages_model import ROW, PassageRow, PassagesModel
from workbench.ui.theme import GRID, Theme, sans
from workbench.ui.timeline_sheet import ORDERS, RowOrder
from workbench.ui.wrapped_list import WRAP, Index, WrappedList

if TYPE_CHECKING:
    from workbench.ui.desk import Desk

_INDENT = 30
_SWATCH = 10
MANY = 400  # rows that are measured one by one at most


class PassagesDelegate(QStyledItemDelegate):
    """Paints a passage as a spot of its colour, its first words, and its facts below."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self.theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return a row's size: both lines wrap, into two each where all rows are alike."""
        width = self._view.viewport().width()
        if self._view.uniformItemSizes():
            lines = QFontMetrics(sans(13)).lineSpacing() + QFontMetrics(sans(11)).lineSpacing()
            return QSize(width, 2 * lines + 4 + 2 * (GRID + 2))
        facts = self._boxes(QRect(0, 0, width, 0), index.data(ROW))[1]
        return QSize(width, facts.bottom() + GRID + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row: PassageRow = index.data(ROW)
        box: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(self.theme.selected))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(self.theme.checked))
        painter.setClipRect(box)
        words, facts = self._boxes(box, row)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.hue(row.hue))
        painter.drawRoundedRect(
            QRectF(box.left() + GRID + 4, words.top() + 3, _SWATCH, _SWATCH), 2, 2
        )
        painter.setPen(QColor(self.theme.ink))
        painter.setFont(sans(13))
        painter.drawText(words, WRAP, row.words)
        painter.setPen(QColor(self.theme.dim))
        painter.setFont(sans(11))
        painter.drawText(facts, WRAP, row.facts)
        painter.setPen(QColor(self.theme.hairline))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.restore()

    def _boxes(self, box: QRect, row: PassageRow) -> tuple[QRect, QRect]:
        width = max(40, box.width() - _INDENT - GRID - 4)
        room = QRect(0, 0, width, 10_000)
        high = QFontMetrics(sans(13)).boundingRect(room, WRAP, row.words).height()
        low = QFontMetrics(sans(11)).boundingRect(room, WRAP, row.facts).height()
        if self._view.uniformItemSizes():
            high = min(high, 2 * QFontMetrics(sans(13)).lineSpacing())
        words = QRect(box.left() + _INDENT, box.top() + GRID + 2, width, high)
        return words, QRect(words.left(), words.bottom() + 4, width, low)


class PassagesDock(QWidget):
    """The shared passages; it follows the chosen one and leads to the one that is clicked."""

    passage_chosen = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.model = PassagesModel(desk, self)
        self.list = WrappedList(self.model, "Shared passages")
        self._delegate = PassagesDelegate(theme, self.list)
        self.list.setItemDelegate(self._delegate)
        self._empty = label("", sans(12), dim=True, wraps=True)
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setPlaceholderText("Search shared passages")
        self.search.setAccessibleName("Search shared passages")
        self.search.textChanged.connect(self.model.search)
        self.order = Choice("Order by", ORDERS, shows_name=False)
        self.order.chosen.connect(lambda order: self.model.order_by(RowOrder(order)))
        self._stack = QStackedLayout()
        self._head = QWidget()
        self._lay_out()
        selection = self.list.selectionModel()
        selection.currentChanged.connect(self._choose)
        self.list.clicked.connect(self._choose)
        self.model.modelReset.connect(self._refresh)
        desk.passage_chosen.connect(self._follow)
        desk.articles_changed.connect(self._refresh)
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours from now on."""
        self._delegate.theme = theme
        self.list.viewport().update()

    def _lay_out(self) -> None:
        self._empty.setMargin(GRID * 2)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
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

    @property
    def empty_words(self) -> str:
        """What is said instead of rows, or an empty string while there are some."""
        return self._empty.text() if self._stack.currentWidget() is self._empty else ""

    def _refresh(self) -> None:
        self.list.set_alike(on=self.model.rowCount() > MANY)
        self._empty.setText(self._what_to_do())
        self._stack.setCurrentWidget(self.list if self.model.rowCount() else self._empty)
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

    def _choose(self, index: QModelIndex) -> None:
        row = self.model.row_of(index)
        if row and row.cluster != self._desk.chosen:
            self.passage_chosen.emit(row.cluster)

    def _follow(self, cluster: str) -> None:
        index = self.model.index_of(cluster)
        if index.isValid():
            self.list.show_row(index)
        else:
            self.list.clearSelection()
            self.list.selectionModel().clearCurrentIndex()
