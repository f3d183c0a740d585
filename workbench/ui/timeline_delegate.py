"""Timeline delegate: paints who had a passage as tiles on a line from the first to the last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workbench.ui.siglum_tile import SIDE, paint_tile, tile_size
from workbench.ui.tag_colours import shown
from workbench.ui.theme import GRID, Theme, blend, sans, scaled
from workbench.ui.timeline_model import ENTRIES, GAP, LINE
from workbench.ui.wording import isolated

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from workbench.ui.timeline_model import TimelineModel
    from workbench.ui.timeline_sheet import Entry, Line

ROW = 36
COLUMN, MOST_COLUMN = 128, 224
NAME_ROOM = 48  # pixels that a name needs to be of use
ROW_HEAD = 328
COLUMN_HEAD = 44
FIRST = "first"
FIRST_ROOM = 34  # pixels beside the tile of the earliest, for the word
REST_ROOM = 28  # pixels for the number of tiles that have no room
BAR = 3  # pixels: how high an outlet's colour lies below the tile of its article
THREAD = 0.6  # how strongly the hue of a passage lies in the line that joins its tiles
Index = QModelIndex | QPersistentModelIndex


class TimelineDelegate(QStyledItemDelegate):
    """One cell: a tile for each article, the earliest framed and called so."""

    def __init__(self, model: TimelineModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        box: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        painter.save()
        painter.setClipRect(box)
        is_current = state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus)
        ground = QColor(self.theme.selected if is_current else self.theme.paper)
        painter.fillRect(box, ground)
        painter.setPen(QColor(self.theme.hairline))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        self._paint_thread(painter, box, index)
        entries = index.data(ENTRIES)
        placed = tiles(box, entries)
        for entry, tile in placed:
            self._paint_entry(painter, tile, entry, ground)
        if len(placed) < len(entries):
            self._paint_rest(painter, box, len(entries) - len(placed), ground)
        elif len(placed) == 1:
            self._paint_name(painter, box, placed[0], ground)
        if is_current:
            painter.setPen(QPen(QColor(self.theme.ink), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        painter.restore()

    def _paint_thread(self, painter: QPainter, box: QRect, index: Index) -> None:
        first, last = self._model.reach(index.row())
        if not first <= index.column() <= last or first == last:
            return
        middle = box.center().y()
        left = box.left() + GRID if index.column() == first else box.left()
        right = box.left() + GRID if index.column() == last else box.right()
        hue = self.theme.hue(self._model.line(index.row()).hue)
        painter.setPen(QPen(blend(hue, THREAD), 3))
        painter.drawLine(left, middle, right, middle)

    def _paint_entry(self, painter: QPainter, tile: QRectF, entry: Entry, ground: QColor) -> None:
        paint_tile(painter, tile, entry.siglum, self.theme)
        if entry.colour:
            bar = QRectF(tile.left(), tile.bottom() + 2, tile.width(), BAR)
            painter.fillRect(bar, shown(entry.colour, self.theme))
        if not entry.is_first:
            return
        painter.setPen(QPen(QColor(self.theme.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(tile, 3, 3)
        painter.setFont(sans(11, semibold=True))
        painter.setPen(QColor(self.theme.accent))
        word = QRectF(tile.right() + 1, tile.top(), scaled(FIRST_ROOM), tile.height())
        painter.fillRect(word, ground)
        painter.drawText(word, Qt.AlignmentFlag.AlignCenter, FIRST)

    def _paint_rest(self, painter: QPainter, box: QRect, rest: int, ground: QColor) -> None:
        """Say how many tiles have found no room."""
        painter.setFont(sans(11))
        painter.setPen(QColor(self.theme.ink))
        word = box.adjusted(box.width() - scaled(REST_ROOM), GRID, -2, -GRID)
        painter.fillRect(word, ground)
        painter.drawText(word, Qt.AlignmentFlag.AlignCenter, f"+{rest}")

    def _paint_name(
        self, painter: QPainter, box: QRect, placed: tuple[Entry, QRectF], ground: QColor
    ) -> None:
        """Name the outlet beside the only tile of a cell, and say when, as far as there is room."""
        entry, tile = placed
        left = round(tile.right()) + (scaled(FIRST_ROOM) if entry.is_first else 0)
        name = isolated(entry.short or entry.outlet)
        words = " ".join(part for part in (name, entry.time) if part)
        if not words or box.right() - left < scaled(NAME_ROOM):
            return
        painter.setFont(sans(11))
        painter.setPen(QColor(self.theme.dim))
        width = min(painter.fontMetrics().horizontalAdvance(words) + GRID, box.right() - left - 4)
        word = QRect(left, box.top() + GRID, width, box.height() - GRID * 2)
        painter.fillRect(word, ground)
        _elided(painter, word.adjusted(4, 0, 0, 0), words, Qt.AlignmentFlag.AlignVCenter)


class TimelineHead(QHeaderView):
    """Heads of rows, with the hue of the passage, and of columns, with their dates."""

    def __init__(self, orientation: Qt.Orientation, theme: Theme, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self.theme = theme
        is_row = orientation == Qt.Orientation.Vertical
        self.setAccessibleName("Passages" if is_row else "Dates")
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.measure()

    def measure(self) -> None:
        """Give heads and rows the sizes that words of the size they have now need."""
        is_row = self.orientation() == Qt.Orientation.Vertical
        self.setDefaultSectionSize(scaled(ROW if is_row else COLUMN))
        self.setFixedWidth(scaled(ROW_HEAD)) if is_row else self.setFixedHeight(scaled(COLUMN_HEAD))

    def sizeHint(self) -> QSize:
        """Return the size of the head of a row and of a column: Qt would ask two hundred heads."""
        return QSize(scaled(ROW_HEAD), scaled(COLUMN_HEAD))

    def paintSection(self, painter: QPainter, box: QRect, section: int) -> None:  # noqa: N802 - Qt's
        """Paint one head."""
        painter.save()
        painter.fillRect(box, QColor(self.theme.chrome))
        painter.setPen(QColor(self.theme.ink))
        painter.setFont(sans(12))
        if self.orientation() == Qt.Orientation.Vertical:
            self._paint_row(painter, box, section)
        else:
            self._paint_column(painter, box, section)
        painter.restore()

    def _paint_row(self, painter: QPainter, box: QRect, section: int) -> None:
        line: Line = self.model().headerData(section, self.orientation(), LINE)
        bar = QRect(box.left() + GRID // 2, box.top() + GRID, 3, box.height() - GRID * 2)
        painter.fillRect(bar, self.theme.hue(line.hue))
        words = box.adjusted(GRID * 2, 0, -GRID, 0)
        _elided(painter, words, line.words, Qt.AlignmentFlag.AlignVCenter)

    def _paint_column(self, painter: QPainter, box: QRect, section: int) -> None:
        name = self.model().headerData(section, self.orientation())
        days = self.model().headerData(section, self.orientation(), GAP)
        line = box.adjusted(GRID, GRID // 2, -4, -GRID // 2)
        _elided(painter, line, name, Qt.AlignmentFlag.AlignBottom)
        if days > 0:
            painter.setFont(sans(11))
            painter.setPen(QColor(self.theme.dim))
            _elided(painter, line, f"{days + 1} days later", Qt.AlignmentFlag.AlignTop)


def tiles(box: QRect, entries: tuple[Entry, ...]) -> list[tuple[Entry, QRectF]]:
    """Return the tiles of a cell from left to right, as many as there is room for."""
    left = box.left() + GRID
    top = box.center().y() - scaled(SIDE) / 2
    placed: list[tuple[Entry, QRectF]] = []
    for entry in entries:
        size = tile_size(entry.siglum)
        is_last = len(placed) == len(entries) - 1
        if left + size.width() > box.right() - (0 if is_last else scaled(REST_ROOM)):
            break
        placed.append((entry, QRectF(left, top, size.width(), size.height())))
        left += size.width() + (scaled(FIRST_ROOM) if entry.is_first else 4)
    return placed


def entry_at(box: QRect, entries: tuple[Entry, ...], place: QPoint) -> Entry | None:
    """Return the entry whose tile is at a place, or else the first of the cell."""
    for entry, tile in tiles(box, entries):
        if tile.contains(QPointF(place)):
            return entry
    return entries[0] if entries else None


def _elided(painter: QPainter, box: QRect, words: str, where: Qt.AlignmentFlag) -> None:
    cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, where, cut)
