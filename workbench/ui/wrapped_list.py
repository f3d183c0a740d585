"""WrappedList: a list whose rows are as high as their words need at the list's width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QListView

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtWidgets import QWidget

WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
BATCH = 40  # rows measured at a time: some 10 ms
BATCH_ALIKE = 2_000  # rows placed at a time: as long
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
        self.verticalScrollBar().setEnabled(False)
        self.verticalScrollBar().rangeChanged.connect(self._fade_bar)

    def set_alike(self, *, on: bool) -> None:
        """Place many rows at a time, or few where each is as high as its words need."""
        self.setBatchSize(BATCH_ALIKE if on else BATCH)

    def _fade_bar(self, least: int, most: int) -> None:
        self.verticalScrollBar().setEnabled(most > least)
