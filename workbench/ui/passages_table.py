"""PassagesTable: the shared passages row by row; where it is narrow a row says it all in lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from workbench.ui.panes.lines import cut_lines, line_height
from workbench.ui.passages_columns import NUMBERS, Column
from workbench.ui.passages_model import ROW, UNSORTED
from workbench.ui.theme import GRID, Theme, sans, scaled
from workbench.ui.wrapped_list import WRAP, Index

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from workbench.ui.passages_model import PassageRow, PassagesModel

WIDTHS = {  # pixels; the first words have what is left over
    Column.OUTLETS: 88,
    Column.KIND: 116,
    Column.DIFFERENCES: 100,
    Column.LENGTH: 80,
    Column.FIRST: 124,
    Column.ANNOTATIONS: 106,
}
LEAST_WORDS = 200  # pixels beside the other columns
LINES = 2  # of the first words, and of the facts below, where the table is narrow
INDENT = 30
SWATCH = 10
SIDE = 10  # pixels between words and the edge of a cell
BETWEEN = 4  # pixels between the first words and the facts below them


class PassagesTable(QTableView):
    """A row per passage, of one height; beside the first words the other columns follow.

    Where there is no room for these, what they say stands below the first words, and they are
    reached by the arrow keys or by scrolling.
    """

    def __init__(self, model: PassagesModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_wide = False
        self.hovered = -1
        self._delegate = PassagesDelegate(theme, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("Shared passages")
        self.setProperty("quiet", True)  # noqa: FBT003 - as Qt has it
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().hide()
        self._set_heads()
        self.entered.connect(lambda index: self._hover(index.row()))

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours and sizes from now on."""
        self._delegate.theme = theme
        for column, width in WIDTHS.items():
            self.horizontalHeader().resizeSection(column, scaled(width))
        self._share_room()
        self.viewport().update()

    def show_row(self, index: QModelIndex) -> None:
        """Mark a row and bring it into sight."""
        here = max(0, self.currentIndex().column())
        wanted = index.siblingAtColumn(here)
        self.setCurrentIndex(wanted)
        self.scrollTo(wanted)

    def forget_sorting(self) -> None:
        """Let no head say that the rows are sorted by it."""
        heads = self.horizontalHeader()
        heads.blockSignals(True)  # noqa: FBT003 - the model has its order already
        heads.setSortIndicator(UNSORTED, Qt.SortOrder.AscendingOrder)
        heads.blockSignals(False)  # noqa: FBT003
        heads.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share other room."""
        super().resizeEvent(event)
        self._share_room()

    def leaveEvent(self, event: QEvent) -> None:
        """Let no row stand out any more."""
        super().leaveEvent(event)
        self._hover(-1)

    def _set_heads(self) -> None:
        heads = self.horizontalHeader()
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setHighlightSections(False)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        heads.setSortIndicatorClearable(True)
        heads.setSortIndicator(UNSORTED, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def _share_room(self) -> None:
        """Let the first words have all the room, or what the other columns leave."""
        heads, room = self.horizontalHeader(), self.viewport().width()
        rest = sum(heads.sectionSize(column) for column in WIDTHS)
        self.is_wide = room - rest >= scaled(LEAST_WORDS)
        bars = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(
            bars.ScrollBarAsNeeded if self.is_wide else bars.ScrollBarAlwaysOff
        )
        heads.setVisible(self.is_wide)
        heads.resizeSection(Column.WORDS, room - rest if self.is_wide else room)
        self.verticalHeader().setDefaultSectionSize(self._delegate.height())

    def _hover(self, row: int) -> None:
        if row != self.hovered:
            self.hovered = row
            self.viewport().update()


class PassagesDelegate(QStyledItemDelegate):
    """Paints a passage as a spot of its colour, its first words, and its facts below or beside."""

    def __init__(self, theme: Theme, table: PassagesTable) -> None:
        super().__init__(table)
        self.theme = theme
        self._table = table

    def height(self) -> int:
        """Return how high a row is, in pixels."""
        words, facts = (line_height(sans(size)) for size in (13, 11))
        if self._table.is_wide:
            return words + 2 * GRID
        return LINES * (words + facts) + BETWEEN + 2 * SIDE

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        row: PassageRow = index.data(ROW)
        box: QRect = option.rect  # type: ignore[attr-defined]
        painter.save()
        self._paint_ground(painter, option, index.row())
        painter.setClipRect(box)
        if index.column() == Column.WORDS:
            self._paint_passage(painter, box, row)
        else:
            self._paint_cell(painter, box, index)
        painter.setPen(QColor(self.theme.hairline))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, row: int) -> None:
        box: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(self.theme.selected))
        elif row == self._table.hovered:
            painter.fillRect(box, QColor(self.theme.checked))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(self.theme.accent))
            painter.drawRect(box.adjusted(0, 0, -1, -2))

    def _paint_passage(self, painter: QPainter, box: QRect, row: PassageRow) -> None:
        is_wide = self._table.is_wide
        room = box.adjusted(scaled(INDENT), GRID if is_wide else SIDE, -SIDE, 0)
        line = line_height(sans(13))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.hue(row.hue))
        side = scaled(SWATCH)
        top = room.top() + (line - side) / 2
        painter.drawRoundedRect(QRectF(box.left() + GRID + 4, top, side, side), 2, 2)
        lines = cut_lines(row.words, sans(13), room.width(), 1 if is_wide else LINES)
        painter.setPen(QColor(self.theme.ink))
        painter.setFont(sans(13))
        painter.drawText(room, WRAP, "\n".join(each.rstrip() for each in lines))
        if not is_wide:
            room.setTop(room.top() + len(lines) * line + BETWEEN)
            facts = cut_lines(row.facts, sans(11), room.width(), LINES)
            painter.setPen(QColor(self.theme.dim))
            painter.setFont(sans(11))
            painter.drawText(room, WRAP, "\n".join(each.rstrip() for each in facts))

    def _paint_cell(self, painter: QPainter, box: QRect, index: Index) -> None:
        room = box.adjusted(SIDE, 0, -SIDE, 0)
        painter.setPen(QColor(self.theme.ink))
        painter.setFont(sans(13))
        words = QFontMetrics(sans(13)).elidedText(
            index.data(), Qt.TextElideMode.ElideRight, room.width()
        )
        is_number = index.column() in NUMBERS
        side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, words)
