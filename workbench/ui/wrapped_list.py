"""WrappedList: a list whose rows are as high as their words need at the list's width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtWidgets import QListView

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtWidgets import QWidget

WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
BATCH = 40  # rows measured at a time: some 10 ms
BATCH_ALIKE = 2_000  # rows placed at a time: as long
LATER = 30  # milliseconds until it is looked again whether a row has a place
Index = QModelIndex | QPersistentModelIndex


class WrappedList(QListView):
    """A list to read; the room for its bar is always there, or all rows would wrap anew."""

    def __init__(self, model: QAbstractItemModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(BATCH)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setMouseTracking(True)
        self._wanted = QPersistentModelIndex()
        self._later = QTimer(self, singleShot=True, interval=LATER)
        self._later.timeout.connect(self._scroll)
        self.verticalScrollBar().setEnabled(False)
        self.verticalScrollBar().rangeChanged.connect(self._fade_bar)

    def set_alike(self, *, on: bool) -> None:
        """Let all rows be as high as the first, or each as its words need, which takes long."""
        self.setUniformItemSizes(on)
        self.setBatchSize(BATCH_ALIKE if on else BATCH)

    def show_row(self, index: QModelIndex) -> None:
        """Mark a row and bring it into sight, as soon as it has a place."""
        self.setCurrentIndex(index)
        self._wanted = QPersistentModelIndex(index)
        self._scroll()

    def _fade_bar(self, least: int, most: int) -> None:
        self.verticalScrollBar().setEnabled(most > least)

    def _scroll(self) -> None:
        wanted = self._wanted
        if wanted.isValid():
            index = self.model().index(wanted.row(), wanted.column())
            self.scrollTo(index)
            if not self.visualRect(index).isValid():
                self._later.start()
