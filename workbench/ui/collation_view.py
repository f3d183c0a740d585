"""CollationView: the table of the chosen passage, walked cell by cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from workbench.ui.clipboard import put_rows
from workbench.ui.collation_model import DIFFERS, SIGLUM, SIGN, CollationModel
from workbench.ui.siglum_tile import paint_tile, tile_size
from workbench.ui.theme import GRID, TINT_CHOSEN, Theme, sans, scaled, serif

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QTableView as Table

TYPE_SIZE = 14
WIDTHS = (340, 680, 1360)  # pixels that a cell has at most: the first with which all rows are seen
HEAD_WIDTH = 176
_SIGN_ROOM = 14
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter)
RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft
Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """Paints words that differ on the passage's colour, semibold and with a sign before them."""

    def __init__(self, theme: Theme, parent: Table) -> None:
        super().__init__(parent)
        self.theme = theme
        self.hue = 0
        self.widest = WIDTHS[0]
        self.measure()

    def measure(self) -> None:
        """Set the words as large as words are now."""
        self._fonts = [serif(TYPE_SIZE, semibold=semibold) for semibold in (False, True)]
        self._metrics = [QFontMetrics(font) for font in self._fonts]

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return a cell's size: as wide as its words, or wrapped."""
        words: str = index.data()
        metrics = self._metrics[bool(index.data(DIFFERS))]
        size = QSize(metrics.horizontalAdvance(words) + 1, metrics.height())
        if size.width() > scaled(self.widest):
            line = QRect(0, 0, scaled(self.widest), 10_000)
            size = metrics.boundingRect(line, _WRAP, words).size()
        room = scaled(_SIGN_ROOM) if index.data(SIGN) else 0
        return QSize(size.width() + room + 2 * GRID + 2, size.height() + GRID + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        box: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        theme = self.theme
        painter.save()
        if index.data(DIFFERS):
            tint = theme.hue(self.hue)
            tint.setAlphaF(TINT_CHOSEN)
            painter.fillRect(box.adjusted(1, 0, -1, 0), tint)
        elif state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(theme.selected))
        words = box.adjusted(GRID, 0, -GRID, 0)
        painter.setPen(QColor(theme.ink))
        if sign := index.data(SIGN):
            painter.setFont(sans(12, semibold=True))
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, sign)
            words.adjust(scaled(_SIGN_ROOM), 0, 0, 0)
        painter.setFont(self._fonts[bool(index.data(DIFFERS))])
        painter.drawText(words, _WRAP, index.data())
        painter.setPen(QColor(theme.hairline))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(QColor(theme.accent))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.restore()


class WitnessHead(QHeaderView):
    """Names each row: a tile with the siglum, the outlet, and the day."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.theme = theme
        self.setSectionsClickable(True)
        self.measure()

    def measure(self) -> None:
        """Be as wide as words of the size they have now need."""
        self.setFixedWidth(scaled(HEAD_WIDTH))

    def paintSection(self, painter: QPainter, box: QRect, section: int) -> None:  # noqa: N802 - Qt's own name
        """Paint the head of one row."""
        painter.save()
        painter.fillRect(box, QColor(self.theme.chrome))
        siglum = str(self.model().headerData(section, self.orientation(), SIGLUM))
        size = tile_size(siglum)
        top = box.top() + (box.height() - size.height()) / 2
        tile = QRectF(box.left() + GRID, top, size.width(), size.height())
        paint_tile(painter, tile, siglum, self.theme)
        words = box.adjusted(2 * GRID + size.width(), 0, -GRID // 2, 0)
        painter.setPen(QColor(self.theme.dim))
        painter.setFont(sans(11))
        said = str(self.model().headerData(section, self.orientation()))
        metrics = QFontMetrics(sans(11))
        shown = metrics.elidedText(said, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.setPen(QColor(self.theme.hairline))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.restore()


class CollationView(QTableView):
    """The table; Enter leads to the place in the article, a copy is a table, as text with tabs.

    `row_rejected` brings a passage that is not to be one of the cluster.
    """

    place_chosen = Signal(str, object)
    cell_reached = Signal(QModelIndex)
    row_rejected = Signal(object)

    def __init__(self, model: CollationModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = model
        self._delegate = CellDelegate(theme, self)
        self._head = WitnessHead(theme)
        self._fitted = 0
        self.setItemDelegate(self._delegate)
        self.setVerticalHeader(self._head)
        self._head.setAccessibleName("Outlets")
        self.horizontalHeader().hide()
        self.setModel(model)
        self.setAccessibleName("Collation of the chosen passage")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("collation_table")
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.activated.connect(self._lead)
        self.selectionModel().currentChanged.connect(self.cell_reached)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours and sizes from now on."""
        self._delegate.theme = self._head.theme = theme
        self._delegate.measure()
        self._head.measure()
        self.fit(self._delegate.hue, from_right=self.layoutDirection() == RIGHT_TO_LEFT)
        self.viewport().update()
        self._head.viewport().update()

    def fit(self, hue: int, *, from_right: bool) -> None:
        """Fit the cells to the words that have just come, in the hue of their cluster."""
        self._delegate.hue = hue
        self.setLayoutDirection(RIGHT_TO_LEFT if from_right else Qt.LayoutDirection.LeftToRight)
        widths, heights = self._sizes()
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        for row, height in enumerate(heights):
            self.setRowHeight(row, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let as many rows be seen as the new height has room for."""
        super().resizeEvent(event)
        if self._room() != self._fitted:
            self.fit(self._delegate.hue, from_right=self.layoutDirection() == RIGHT_TO_LEFT)

    def _room(self) -> int:
        """Return how high the rows may be together, in pixels, with a bar to scroll below them."""
        return self.maximumViewportSize().height() - self.horizontalScrollBar().sizeHint().height()

    def _sizes(self) -> tuple[list[int], list[int]]:
        """Return the width of each column and the height of each row, in pixels.

        To compare is to see all rows at once: rather shall long cells be wide than high.
        """
        self._fitted = self._room()
        for self._delegate.widest in WIDTHS:
            widths, heights = self._measured()
            if sum(heights) <= self._fitted:
                break
        return widths, heights

    def _measured(self) -> tuple[list[int], list[int]]:
        option = QStyleOptionViewItem()
        widths, heights = [0] * self.table.columnCount(), [0] * self.table.rowCount()
        for column in range(len(widths)):
            for row in range(len(heights)):
                size = self._delegate.sizeHint(option, self.table.index(row, column))
                widths[column] = max(widths[column], size.width())
                heights[row] = max(heights[row], size.height())
        return widths, heights

    def copy(self) -> None:
        """Copy the marked cells; a row that is marked as a whole with its outlet before it."""
        marked: dict[int, list[int]] = {}
        for index in sorted(self.selectedIndexes()):
            marked.setdefault(index.row(), []).append(index.column())
        every = self.table.columnCount()
        lines = [
            self.table.row_words(row)
            if len(columns) == every > 1
            else self.table.words(row, columns)
            for row, columns in marked.items()
        ]
        if lines:
            put_rows(lines)

    def menu(self, row: int) -> QMenu:
        """Return the menu of a row."""
        menu = QMenu(self)
        copy_row = menu.addAction("Copy row")
        copy_row.triggered.connect(lambda: put_rows((self.table.row_words(row),)))
        menu.addAction("Copy table").triggered.connect(self._copy_table)
        menu.addSeparator()
        take_out = menu.addAction("Reject in this outlet")
        take_out.triggered.connect(lambda: self.row_rejected.emit(self.table.passage(row)))
        return menu

    def _copy_table(self) -> None:
        rows = range(self.table.rowCount())
        put_rows([self.table.row_words(row) for row in rows])

    def _show_menu(self, place: QPoint) -> None:
        row = self.rowAt(place.y())
        if row >= 0:
            menu = self.menu(row)
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self.viewport().mapToGlobal(place))

    def _lead(self, index: QModelIndex) -> None:
        if place := self.table.place(index):
            self.place_chosen.emit(place.article, place.span)
