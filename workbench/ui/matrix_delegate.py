"""Matrix delegate: paints shares as a heat map, each with its number, under heads with tiles."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from workbench.ui.matrix_model import MEMBER, SHARE
from workbench.ui.outlet_chip import paint_chip
from workbench.ui.siglum_tile import paint_tile, tile_size
from workbench.ui.tag_colours import shown
from workbench.ui.theme import GRID, Theme, mixture, sans, scaled

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from workbench.ui.matrix_sheet import Member

ROW = 40
ARTICLE_WIDTH, OUTLET_WIDTH, MOST_WIDTH = 56, 84, 112
ROW_HEAD = 264
COLUMN_HEAD = 64
BAR = 3  # pixels: how high an outlet's colour lies below the head of a column
LINE = 15  # pixels: how high a name is
WARMEST = 0.44  # how strongly the accent lies in the cell of an article that is all in another
Index = QModelIndex | QPersistentModelIndex


def warmth(share: float | None, theme: Theme) -> QColor:
    """Return the ground of a cell; small shares are told apart better than large ones."""
    strength = WARMEST * sqrt(min(1.0, share or 0.0))
    return mixture(QColor(theme.paper), QColor(theme.accent), strength)


class MatrixDelegate(QStyledItemDelegate):
    """One cell: its number on a ground as warm as the share; a frame around the current one."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        box: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        share = index.data(SHARE)
        painter.save()
        ground = QColor(self.theme.chrome) if share is None else warmth(share, self.theme)
        painter.fillRect(box.adjusted(0, 0, -1, -1), ground)
        painter.setFont(sans(13))
        painter.setPen(QColor(self.theme.ink if share else self.theme.dim))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, index.data())
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus):
            painter.setPen(QPen(QColor(self.theme.ink), 2))
            painter.drawRect(box.adjusted(1, 1, -2, -2))
        painter.restore()


class MatrixHead(QHeaderView):
    """Heads with a siglum's tile, a name and, beside rows, what else is known."""

    def __init__(self, orientation: Qt.Orientation, theme: Theme, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self.theme = theme
        self.current = -1
        is_row = orientation == Qt.Orientation.Vertical
        self.setAccessibleName("Rows" if is_row else "Columns")
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.measure()

    def measure(self) -> None:
        """Give heads and rows the sizes that words of the size they have now need."""
        is_row = self.orientation() == Qt.Orientation.Vertical
        self.setMinimumSectionSize(scaled(ROW))
        self.setDefaultSectionSize(scaled(ROW))
        self.setFixedWidth(scaled(ROW_HEAD)) if is_row else self.setFixedHeight(scaled(COLUMN_HEAD))

    def set_current(self, section: int) -> None:
        """Let the head of the current row or column stand out."""
        self.current = section
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Return the size of the head of a row and of a column: Qt would ask two hundred heads."""
        return QSize(scaled(ROW_HEAD), scaled(COLUMN_HEAD))

    def paintSection(self, painter: QPainter, box: QRect, section: int) -> None:  # noqa: N802 - Qt's
        """Paint one head."""
        member: Member = self.model().headerData(section, self.orientation(), MEMBER)
        painter.save()
        painter.setClipRect(box)
        painter.fillRect(box, QColor(self.theme.chrome))
        is_current = section == self.current
        if self.orientation() == Qt.Orientation.Vertical:
            self._paint_row(painter, box.adjusted(GRID, 0, -GRID, 0), member, is_current)
        else:
            self._paint_column(painter, box.adjusted(3, GRID, -3, -4), member, is_current)
            if member.colour:
                bar = QRect(box.left() + 3, box.bottom() - BAR, box.width() - 6, BAR)
                painter.fillRect(bar, shown(member.colour, self.theme))
        painter.restore()

    def _paint_row(self, painter: QPainter, box: QRect, member: Member, is_current: bool) -> None:  # noqa: FBT001
        if member.siglum:
            size = tile_size(member.siglum)
            top = box.center().y() - size.height() / 2
            tile = QRectF(box.left(), top, size.width(), size.height())
            paint_tile(painter, tile, member.siglum, self.theme)
            box.setLeft(round(tile.right()) + GRID)
        if not member.facts:
            self._line(painter, box, member.name, Qt.AlignmentFlag.AlignVCenter, is_current)
            return
        upper = QRect(box.left(), box.top(), box.width(), box.height() // 2)
        lower = upper.translated(0, upper.height())
        middle = upper.bottom() - scaled(LINE) / 2
        upper.adjust(paint_chip(painter, box.left(), middle, member.colour, self.theme), 0, 0, 0)
        self._line(painter, upper, member.name, Qt.AlignmentFlag.AlignBottom, is_current)
        painter.setFont(sans(11))
        painter.setPen(QColor(self.theme.dim))
        _elided(painter, lower, member.facts, Qt.AlignmentFlag.AlignTop)

    def _paint_column(
        self,
        painter: QPainter,
        box: QRect,
        member: Member,
        is_current: bool,  # noqa: FBT001
    ) -> None:
        if not member.siglum:
            painter.setFont(sans(11, semibold=is_current))
            painter.setPen(QColor(self.theme.ink))
            wrapped = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter
            painter.drawText(box, wrapped, member.short or member.name)
            return
        size = tile_size(member.siglum)
        left = box.center().x() - size.width() / 2
        tile = QRectF(left, box.top(), size.width(), size.height())
        paint_tile(painter, tile, member.siglum, self.theme)
        below = box.adjusted(0, size.height() + 4, 0, 0)
        name = member.short or member.outlet
        self._line(painter, below, name, Qt.AlignmentFlag.AlignTop, is_current)

    def _line(
        self,
        painter: QPainter,
        box: QRect,
        words: str,
        where: Qt.AlignmentFlag,
        is_current: bool,  # noqa: FBT001
    ) -> None:
        is_row = self.orientation() == Qt.Orientation.Vertical
        painter.setFont(sans(13 if is_row else 11, semibold=is_current))
        painter.setPen(QColor(self.theme.ink))
        side = Qt.AlignmentFlag.AlignLeft if is_row else Qt.AlignmentFlag.AlignHCenter
        _elided(painter, box, words, where | side)


def _elided(painter: QPainter, box: QRect, words: str, where: Qt.AlignmentFlag) -> None:
    cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, where, cut)
