"""CommandDelegate: paints a command with what it is, and its key at the edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workbench.ui.theme import GRID, Theme, sans

if TYPE_CHECKING:
    from PySide6.QtWidgets import QListView

COMMAND = Qt.ItemDataRole.UserRole
ROOM = 14  # pixels above and below the words, together
Index = QModelIndex | QPersistentModelIndex


class CommandDelegate(QStyledItemDelegate):
    """One row: words, kind in a dimmer ink, key at the right."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return a row's height; it takes the width of the list."""
        return QSize(0, sans(13).pixelSize() + ROOM)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        command = index.data(COMMAND)
        box: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(self.theme.selected))
        line = box.adjusted(GRID, 0, -GRID, 0)
        painter.setFont(sans(11))
        painter.setPen(QColor(self.theme.dim))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        said = "   ".join(part for part in (command.kind, command.key) if part)
        painter.drawText(line, right, said)
        room = line.width() - painter.fontMetrics().horizontalAdvance(said) - GRID * 2
        painter.setFont(sans(13))
        painter.setPen(QColor(self.theme.ink if command.enabled else self.theme.dim))
        words = painter.fontMetrics().elidedText(command.words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()
