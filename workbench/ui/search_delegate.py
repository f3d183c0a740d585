"""SearchDelegate: paints what was found, with the words that were looked for in a stronger face."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workbench.ui.panes.article_document import Utf16Map
from workbench.ui.panes.lines import line_height
from workbench.ui.search_model import ROW
from workbench.ui.search_rows import RowKind
from workbench.ui.theme import GRID, sans

if TYPE_CHECKING:
    from PySide6.QtWidgets import QListView

    from workbench.ui.search_rows import SearchRow
    from workbench.ui.theme import Theme
    from workbench.ui.wrapped_list import Index

SIDE = GRID + 4  # pixels on either side of the words
INDENT = 2 * GRID  # of all that stands below the name of an article
MOST_LINES = 3
SIZES = {RowKind.ARTICLE: 13, RowKind.PLACE: 12, RowKind.NOTE: 12, RowKind.MORE: 11}
BELOW = 11  # pixels of the type of the second line


class SearchDelegate(QStyledItemDelegate):
    """An article is a headline with what is known of it; places and annotations are set in."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self.theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return a row's size: its words wrap, what stands below them does not."""
        row: SearchRow = index.data(ROW)
        width = self._view.viewport().width()
        height = _above(row) + self._laid(row, width).boundingRect().height() + GRID // 2
        below = line_height(sans(BELOW)) + 2 if row.below else 0
        return QSize(width, round(height + below))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row: SearchRow = index.data(ROW)
        box: QRect = option.rect  # type: ignore[attr-defined]
        painter.save()
        self._paint_ground(painter, option, row)
        layout = self._laid(row, box.width())
        left, top = box.left() + _left(row), box.top() + _above(row)
        painter.setPen(QColor(self.theme.dim if row.kind is RowKind.MORE else self.theme.ink))
        layout.draw(painter, QPointF(left, top))
        if row.below:
            painter.setPen(QColor(self.theme.dim))
            painter.setFont(sans(BELOW))
            top += round(layout.boundingRect().height()) + 2
            line = QRect(left, top, box.right() - SIDE - left, box.bottom() - top)
            words = painter.fontMetrics().elidedText(
                row.below, Qt.TextElideMode.ElideRight, line.width()
            )
            painter.drawText(line, Qt.AlignmentFlag.AlignTop, words)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, row: SearchRow
    ) -> None:
        box: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(self.theme.selected))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(self.theme.checked))
        if row.kind is RowKind.ARTICLE:
            painter.setPen(QColor(self.theme.hairline))
            painter.drawLine(box.topLeft(), box.topRight())
        elif row.kind is RowKind.NOTE:
            bar = QRect(box.left() + SIDE, box.top() + 4, 2, box.height() - 8)
            painter.fillRect(bar, QColor(self.theme.accent))

    def _laid(self, row: SearchRow, width: int) -> QTextLayout:
        """Return the words as they wrap, those that were looked for strong."""
        size = SIZES[row.kind]
        layout = QTextLayout(row.words.replace("\n", " "), sans(size))
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(_strong(row, size, self.theme))
        room, top = max(40, width - _left(row) - SIDE), 0.0
        layout.beginLayout()
        for _ in range(MOST_LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(room)
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        return layout


def _strong(row: SearchRow, size: int, theme: Theme) -> list[QTextLayout.FormatRange]:
    units = Utf16Map(row.words)
    ranges = []
    for span in row.strong:
        found = QTextLayout.FormatRange()
        found.start = units.to_unit(span.start)  # type: ignore[attr-defined]
        found.length = units.to_unit(span.end) - units.to_unit(span.start)  # type: ignore[attr-defined]
        form = QTextCharFormat()
        form.setFont(sans(size, semibold=True))
        form.setBackground(QColor(theme.found))  # not every script has a stronger face
        found.format = form  # type: ignore[attr-defined]
        ranges.append(found)
    return ranges


def _left(row: SearchRow) -> int:
    return SIDE if row.kind is RowKind.ARTICLE else SIDE + INDENT


def _above(row: SearchRow) -> int:
    return GRID if row.kind is RowKind.ARTICLE else GRID // 2
