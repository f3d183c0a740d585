"""Listing: rows under heads that sort them, with a field that filters them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.columns import share_room
from workbench.ui.parts import label
from workbench.ui.rows_filter import RowsFilter
from workbench.ui.steps import Steps
from workbench.ui.theme import GRID, sans, scale

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent

    from workbench.ui.rows_model import Row, RowsModel

SIDE = 8  # pixels between the edge of a cell and its words
UNSORTED = -1  # Qt's number for the order of the model itself


class RowsView(QTreeView):
    """Rows that tell where keys have led; that one is marked on the way in leads nowhere.

    Its columns share the room until one of them is dragged.
    """

    key_led = Signal(QModelIndex)

    def __init__(self, widths: Sequence[int] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widths = tuple(widths)
        self._is_sharing = False
        self.header().setStretchLastSection(not widths)
        self.header().sectionResized.connect(self._stop_sharing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share other room."""
        super().resizeEvent(event)
        self._share_room()

    def selectAll(self) -> None:  # noqa: N802 - Qt's own name
        """Mark all rows, those too that nobody has looked at yet."""
        while self.model().canFetchMore(QModelIndex()):
            self.model().fetchMore(QModelIndex())
        super().selectAll()

    def changeEvent(self, event: QEvent) -> None:
        """Share the room anew for words of another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._share_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Follow the key, and tell where it led."""
        before = QPersistentModelIndex(self.currentIndex())
        super().keyPressEvent(event)
        if self.currentIndex() != before:
            self.key_led.emit(self.currentIndex())

    def _share_room(self) -> None:
        self._is_sharing = True
        needed = [round(width * scale()) for width in self._widths]
        for column, width in enumerate(share_room(needed, self.viewport().width())):
            self.setColumnHidden(column, width == 0)
            if width:
                self.setColumnWidth(column, width)
        self._is_sharing = False

    def _stop_sharing(self) -> None:
        if not self._is_sharing:
            self._widths = ()


class RowsDelegate(QStyledItemDelegate):
    """Keeps the words of neighbouring cells apart, and in line with the heads."""

    def __init__(self, view: QTreeView) -> None:
        super().__init__(view)
        self._view = view

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Give the words less room than the cell has."""
        super().initStyleOption(option, index)
        has_arrow = index.column() == 0 and self._view.rootIsDecorated()
        beside = 0 if has_arrow else SIDE
        option.rect.adjust(beside, 0, -SIDE, 0)  # type: ignore[attr-defined]

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the ground of the whole cell, then its words."""
        ground = QStyleOptionViewItem(option)
        ground.index = index  # type: ignore[attr-defined]
        panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
        self._view.style().drawPrimitive(panel, ground, painter, self._view)
        super().paint(painter, option, index)


class Listing(QWidget):
    """The rows of a model; the one that is clicked, or reached by key, is told.

    A third click on a head brings back the order in which the program found things.
    """

    row_chosen = Signal(QModelIndex)

    def __init__(
        self,
        model: RowsModel,
        name: str,
        widths: Sequence[int] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.model = model
        self._sorted = RowsFilter(model, self)
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setPlaceholderText(f"Search {name.lower()}")
        self.search.setAccessibleName(f"Search {name.lower()}")
        self.search.textChanged.connect(self._sorted.search)
        self.search.textChanged.connect(self._read_all)
        self._reading: Steps | None = None
        model.modelAboutToBeReset.connect(self._stop_reading)
        self.view = self._make_view(name, widths)
        self._empty = label("", sans(12), dim=True, wraps=True)
        self._empty.setMargin(GRID * 2)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._full = QWidget()
        column = QVBoxLayout(self._full)
        column.setContentsMargins(0, GRID + 4, 0, 0)
        column.setSpacing(GRID // 2)
        field = QVBoxLayout()
        field.setContentsMargins(GRID, 0, GRID, 0)
        field.addWidget(self.search)
        column.addLayout(field)
        column.addWidget(self.view, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._full)
        self._stack.addWidget(self._empty)

    @property
    def empty_words(self) -> str:
        """What is said instead of rows, or an empty string while there are some."""
        return self._empty.text() if self._stack.currentWidget() is self._empty else ""

    def show_rows(self, empty_words: str) -> None:
        """Show the rows, or these words where there are none."""
        self._empty.setText(empty_words)
        self._stack.setCurrentWidget(self._full if self.model.rowCount() else self._empty)

    def add_below(self, widget: QWidget) -> None:
        """Put a widget below the rows, shown as long as there are some."""
        column = self._full.layout()
        if column is not None:
            column.addWidget(widget)

    def marked_rows(self) -> tuple[Row, ...]:
        """Return the rows that are selected, from top to bottom."""
        chosen = sorted(self.view.selectionModel().selectedRows())
        rows = (self.model.row_of(self._sorted.mapToSource(index)) for index in chosen)
        return tuple(row for row in rows if row is not None)

    def shown(self, row: int, column: int = 0, parent: QModelIndex | None = None) -> QModelIndex:
        """Return the view's own index of a cell, as sorted and filtered."""
        return self._sorted.index(row, column, parent or QModelIndex())

    def _make_view(self, name: str, widths: Sequence[int]) -> RowsView:
        view = RowsView(widths)
        view.setModel(self._sorted)
        view.setAccessibleName(name)
        view.setUniformRowHeights(True)
        view.setAllColumnsShowFocus(True)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        view.header().setSortIndicatorClearable(True)
        view.header().setSortIndicator(UNSORTED, Qt.SortOrder.AscendingOrder)
        view.setSortingEnabled(True)
        view.header().sortIndicatorChanged.connect(self._read_all)
        view.setItemDelegate(RowsDelegate(view))
        view.clicked.connect(self._tell)
        view.activated.connect(self._tell)
        view.key_led.connect(self._tell)
        return view

    def _read_all(self) -> None:
        """Let those rows be searched and sorted as well that nobody has looked at yet."""
        is_whole = not self.model.canFetchMore(QModelIndex())
        if is_whole or self._reading is not None:
            return
        self._reading = Steps(self.model.reading_all(), self)
        self._reading.finished.connect(self._stop_reading)
        self._reading.start()

    def _stop_reading(self) -> None:
        reading, self._reading = self._reading, None
        if reading is not None:
            reading.stop()

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid():
            self.row_chosen.emit(self._sorted.mapToSource(index))
