"""Table: cells that tell where pointer and keys are, and which of them was wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTableView

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QEvent
    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Table(QTableView):
    """A table that is read and not written: a click or Enter on a cell wants what it stands for.

    `pointed` names the cell under the pointer, or else the one where the keys are. Columns share
    the room there is, each with a width between `least` and `most` pixels.
    """

    wanted = Signal(QModelIndex)
    pointed = Signal(QModelIndex)
    left = Signal()

    def __init__(self, model: QAbstractItemModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.least, self.most = 40, 400
        self.setModel(model)
        self.setAccessibleName(name)
        self.setProperty("quiet", True)  # noqa: FBT003 - as Qt has it
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.clicked.connect(self.wanted)
        self.entered.connect(self.pointed)
        self.selectionModel().currentChanged.connect(lambda index, _: self.pointed.emit(index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Want the current cell, go back, or go on to another cell."""
        if event.key() in ENTER and self.currentIndex().isValid():
            self.wanted.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Backspace:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def share_room(self) -> None:
        """Give each column its part of the room."""
        columns = max(1, self.model().columnCount())
        width = min(self.most, max(self.least, self.viewport().width() // columns))
        self.horizontalHeader().setDefaultSectionSize(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share other room."""
        super().resizeEvent(event)
        self.share_room()

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that only the keys point at a cell now."""
        super().leaveEvent(event)
        self.pointed.emit(self.currentIndex())
