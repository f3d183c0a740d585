"""CountsDock: how often tags were given where, and where they meet; a number leads to its list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QStackedLayout,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from workbench.project.annotation_counts import Columns
from workbench.ui.choice import Choice
from workbench.ui.counts_model import CountsModel, Sheet
from workbench.ui.parts import label, tool_button
from workbench.ui.shown_late import ShownLate
from workbench.ui.table import Table
from workbench.ui.theme import GRID, Theme, sans, scaled

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from workbench.model import Tag

Index = QModelIndex | QPersistentModelIndex
ANNOTATIONS, WORDS = "annotations", "words"
OFFERED = {
    Columns.OUTLETS.value: ("Outlet", "Annotations with a tag in the articles of an outlet"),
    Columns.ARTICLES.value: ("Article", "Annotations with a tag in an article"),
    Columns.DATES.value: ("Date", "Annotations with a tag in articles of a day, month or year"),
    ANNOTATIONS: ("Tag, same annotation", "Annotations that have both tags"),
    WORDS: ("Tag, same words", "Stretches of text that have both tags, by one annotation or two"),
}
EXPLAINED = {
    ANNOTATIONS: "Annotations that have both tags",
    WORDS: "Stretches of text that have both tags",
}
ROW_HEIGHT = 26
LEAST_WIDTH, MOST_WIDTH = 56, 140  # pixels of a column
NAME_WIDTH = 280  # pixels of the heads of rows at most
EMPTY = "No tag has been given yet. Select words in a pane and press A."


class CountsDelegate(QStyledItemDelegate):
    """Lays the model's colour behind a number, which no style sheet lets through."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        if ground is not None:
            painter.fillRect(option.rect.adjusted(1, 1, -1, -1), ground)  # type: ignore[attr-defined]
        super().paint(painter, option, index)


class CountsDock(ShownLate):
    """A table of tags; `cell_wanted` names a tag, or None for all, and the key of a column.

    `copy_wanted` brings the table as text.
    """

    cell_wanted = Signal(object, object, str)
    choice_changed = Signal()
    copy_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = CountsModel(theme, self)
        self.choice = Choice("Tags by", OFFERED)
        self.choice.chosen.connect(lambda _: self.choice_changed.emit())
        self.explained = label("", sans(12), dim=True)
        self.copy = tool_button("Copy", tip="Copy the table, for a spreadsheet")
        self.copy.clicked.connect(lambda: self.copy_wanted.emit(self.model.as_tsv()))
        self.table = Table(self.model, "Counts of tags")
        self.table.setItemDelegate(CountsDelegate(self.table))
        self.table.wanted.connect(self._ask)
        heads = self.table.verticalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setSectionsClickable(True)
        self._empty = label(EMPTY, sans(12), dim=True, wraps=True)
        self._empty.setMargin(GRID * 2)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._lay_out()
        self._measure()
        self.show_sheet(Sheet())

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours and sizes from now on."""
        self.model.set_theme(theme)
        self._measure()
        self.table.share_room()

    def _measure(self) -> None:
        self.table.least, self.table.most = scaled(LEAST_WIDTH), scaled(MOST_WIDTH)
        self.table.verticalHeader().setDefaultSectionSize(scaled(ROW_HEIGHT))
        self.table.verticalHeader().setMaximumWidth(scaled(NAME_WIDTH))

    def show_sheet(self, sheet: Sheet) -> None:
        """Show another table."""
        self.model.show(sheet)
        has_any = any(any(row) for row in sheet.numbers)
        self._stack.setCurrentWidget(self.table if has_any else self._empty)
        self.copy.setEnabled(has_any)
        self.explained.setText(EXPLAINED.get(self.choice.current, ""))
        self.table.share_room()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        head.setSpacing(GRID)
        head.addWidget(self.choice)
        head.addWidget(self.explained, 1)
        head.addWidget(self.copy)
        below = QWidget()
        self._stack = QStackedLayout(below)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(below, 1)

    def _ask(self, index: QModelIndex) -> None:
        sheet = self.model.sheet
        tag: Tag | None = sheet.tags[index.row()]
        if sheet.numbers[index.row()][index.column()]:
            self.cell_wanted.emit(tag, sheet.keys[index.column()], self.choice.current)
