"""CodebookDock: the tree of tags; they are made, named, moved, joined, split and deleted here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QSplitter,
    QStackedWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.codebook_coming import CodebookComing
from workbench.ui.codebook_editor import CodebookEditor
from workbench.ui.codebook_model import KEY, NAME, USES, CodebookModel
from workbench.ui.codebook_split import CodebookSplit
from workbench.ui.flow_layout import FlowLayout
from workbench.ui.own_keys import claim
from workbench.ui.parts import label, tool_button
from workbench.ui.theme import GRID, Theme, sans, scaled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent

    from workbench.model import Codebook, Tag

TO_JOIN = 2
OWN_KEYS = ("Del", "F2", "Ctrl+Up", "Ctrl+Down", "Ctrl+Left", "Ctrl+Right")
NUMBER_WIDTH = 40  # pixels of the columns beside the names
INDENT = 14
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
EMPTY = "There are no tags yet. Write the name of one above, or select words in a pane and press A."


class TagTree(QTreeView):
    """The tags; Ctrl with an arrow moves the chosen one, Del deletes, Enter shows its uses."""

    shift_wanted = Signal(int)
    delete_wanted = Signal()
    uses_wanted = Signal(QModelIndex)

    def event(self, event: QEvent) -> bool:
        """Keep the keys that mean something else here."""
        return claim(event, OWN_KEYS) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, delete, or show uses."""
        is_move = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        arrows = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
        if is_move and event.key() in arrows:
            self.shift_wanted.emit(int(event.key()))
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        elif event.key() in ENTER and self.currentIndex().isValid():
            if self.state() != QAbstractItemView.State.EditingState:
                self.uses_wanted.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class CodebookDock(QWidget):
    """The tree above, what the chosen tag means below it.

    `tag_wanted` brings the name of a new tag, and whether it is to stand below the chosen one.
    """

    tag_wanted = Signal(str, bool)
    join_wanted = Signal(str, tuple)
    split_wanted = Signal(object)
    delete_wanted = Signal(tuple)
    uses_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = CodebookModel(theme, self)
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setPlaceholderText("Find or add a tag")
        self.search.setAccessibleName("Find or add a tag")
        self.search.setToolTip("Enter adds it beside the chosen tag, Shift+Enter below that")
        self.tree = self._make_tree()
        self.editor = CodebookEditor(theme)
        self.splitting = CodebookSplit()
        self.coming = CodebookComing()
        self.join = tool_button("Join", tip="Make the marked tags one, the chosen one of them")
        self.split = tool_button("Split…", tip="Give some uses of the chosen tag a new one")
        self.delete = tool_button("Delete", tip="Take the marked tags out; what they were on stays")
        self._closed: set[str] = set()
        self._empty = label(EMPTY, sans(12), dim=True, wraps=True)
        self._empty.setMargin(GRID * 2)
        self._lay_out()
        self._connect()
        self._offer()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours and sizes from now on."""
        self.model.set_theme(theme)
        self.editor.set_theme(theme)
        self.tree.header().setMinimumSectionSize(scaled(NUMBER_WIDTH))
        for column in (USES, KEY):
            self.tree.header().resizeSection(column, scaled(NUMBER_WIDTH))

    def show_codebook(self, codebook: Codebook, *, can_write: bool) -> None:
        """Show the tags; what is chosen and what is folded up stays so."""
        chosen = self.chosen()
        self.model.can_write = can_write
        self.model.show(codebook)
        for tag in codebook.tags:
            self.tree.setExpanded(self.model.index_of(tag.id), tag.id not in self._closed)
        if chosen:
            self.choose(chosen.id)
        self.editor.setEnabled(can_write)
        self._filter()
        self._show_chosen()
        self._empty.setVisible(not codebook.tags)

    def show_uses(self, uses: Mapping[str, int]) -> None:
        """Show how often each tag was given."""
        self.model.show_uses(uses)

    def choose(self, tag_id: str) -> None:
        """Choose a tag and bring it into sight."""
        index = self.model.index_of(tag_id)
        if index.isValid():
            flag = QItemSelectionModel.SelectionFlag
            self.tree.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
            self.tree.scrollTo(index)

    def chosen(self) -> Tag | None:
        """Return the tag that is chosen."""
        return self.model.tag_of(self.tree.currentIndex())

    def marked(self) -> tuple[str, ...]:
        """Return the ids of the tags that are marked."""
        rows = self.tree.selectionModel().selectedRows(NAME)
        return tuple(tag.id for row in rows if (tag := self.model.tag_of(row)))

    def show_below(self, widget: QWidget) -> None:
        """Show the editor below the tree, or in its place what asks for something."""
        self._below.setCurrentWidget(widget)
        self._below.setVisible(True)

    def _make_tree(self) -> TagTree:
        tree = TagTree()
        tree.setModel(self.model)
        tree.setAccessibleName("Codebook")
        tree.setUniformRowHeights(True)
        tree.setIndentation(INDENT)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        tree.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        tree.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        tree.setDefaultDropAction(Qt.DropAction.MoveAction)
        tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        heads = tree.header()
        heads.setStretchLastSection(False)
        heads.setProperty("tight", "true")
        heads.setMinimumSectionSize(scaled(NUMBER_WIDTH))
        heads.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column in (USES, KEY):
            heads.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            heads.resizeSection(column, scaled(NUMBER_WIDTH))
        return tree

    def _lay_out(self) -> None:
        above = QWidget()
        column = QVBoxLayout(above)
        column.setContentsMargins(0, GRID + 4, 0, 0)
        column.setSpacing(GRID // 2)
        fields = QVBoxLayout()
        fields.setContentsMargins(GRID, 0, GRID, 0)
        fields.addWidget(self.search)
        column.addLayout(fields)
        column.addWidget(self._empty)
        column.addWidget(self.tree, 1)
        buttons = QWidget()
        flow = FlowLayout(0, buttons)
        for button in (self.join, self.split, self.delete):
            button.setStyleSheet("padding: 4px 6px;")
            flow.addWidget(button)
        column.addWidget(buttons)
        self._below = QStackedWidget()
        for each in (self.editor, self.splitting, self.coming):
            self._below.addWidget(each)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setHandleWidth(1)
        parts.setAccessibleName("Codebook and the chosen tag")
        parts.addWidget(above)
        parts.addWidget(self._below)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(parts)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._filter)
        self.tree.selectionModel().selectionChanged.connect(lambda *_: self._show_chosen())
        self.tree.collapsed.connect(lambda index: self._fold(index, folded=True))
        self.tree.expanded.connect(lambda index: self._fold(index, folded=False))
        self.tree.delete_wanted.connect(self._delete)
        self.tree.uses_wanted.connect(self._want_uses)
        self.join.clicked.connect(self._join)
        self.split.clicked.connect(lambda: self.split_wanted.emit(self.chosen()))
        self.delete.clicked.connect(self._delete)
        for panel in (self.splitting, self.coming):
            panel.closed.connect(lambda: self.show_below(self.editor))
        self.tree.shift_wanted.connect(self._shift)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Make a tag on Enter in the field; with Shift below the chosen one."""
        if event.key() in ENTER and self.search.hasFocus():
            self._make(below=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def _make(self, *, below: bool) -> None:
        name = " ".join(self.search.text().split())
        if name and self.model.can_write:
            self.search.clear()
            self.tag_wanted.emit(name, below)

    def _join(self) -> None:
        chosen = self.chosen()
        if chosen and len(self.marked()) >= TO_JOIN:
            self.join_wanted.emit(chosen.id, self.marked())

    def _delete(self) -> None:
        if self.model.can_write and self.marked():
            self.delete_wanted.emit(self.marked())

    def _want_uses(self, index: QModelIndex) -> None:
        if tag := self.model.tag_of(index):
            self.uses_wanted.emit(tag.id)

    def _fold(self, index: QModelIndex, *, folded: bool) -> None:
        if tag := self.model.tag_of(index):
            (self._closed.add if folded else self._closed.discard)(tag.id)

    def _shift(self, key: int) -> None:
        """Move the chosen tag up, down, out of the one above it, or below the one before it."""
        tag, book = self.chosen(), self.model.codebook
        if tag is None or not self.model.can_write:
            return
        path = book.path(tag.id)
        above = path[-2].id if len(path) > 1 else ""
        beside = [each.id for each in book.below(above)]
        place = beside.index(tag.id)
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            place += -1 if key == Qt.Key.Key_Up else 2  # before so many, itself among them
            if 0 <= place <= len(beside):
                self.model.move_wanted.emit((tag.id,), above, place)
        elif key == Qt.Key.Key_Right and place:
            before = beside[place - 1]
            self.model.move_wanted.emit((tag.id,), before, len(book.below(before)))
        elif key == Qt.Key.Key_Left and above:
            higher = path[-3].id if len(path) > 2 else ""  # noqa: PLR2004 - the one above that
            places = [each.id for each in book.below(higher)]
            self.model.move_wanted.emit((tag.id,), higher, places.index(above) + 1)

    def _filter(self) -> None:
        """Hide the tags that have not the letters sought, nor any below them."""
        sought = self.search.text().casefold().strip()
        kept: set[str] = set()
        for tag in self.model.codebook.tags:
            text = f"{tag.name}\n{tag.definition}\n{tag.examples}".casefold()
            if sought in text:
                kept.update(each.id for each in self.model.codebook.path(tag.id))
        for tag in self.model.codebook.tags:
            index = self.model.index_of(tag.id)
            self.tree.setRowHidden(index.row(), index.parent(), tag.id not in kept)

    def _show_chosen(self) -> None:
        marked = self.marked()
        self.editor.show_tag(self.chosen() if len(marked) == 1 else None)
        self._offer()

    def _offer(self) -> None:
        marked, chosen, can = self.marked(), self.chosen(), self.model.can_write
        self.join.setEnabled(can and len(marked) >= TO_JOIN)
        self.join.setText("Join")
        if chosen and len(marked) >= TO_JOIN:
            self.join.setText(f"Join into ‘{chosen.name[:12]}’")
        self.delete.setEnabled(can and bool(marked))
        is_one = len(marked) == 1 and chosen is not None
        self.split.setEnabled(can and is_one and bool(chosen and self.model.uses(chosen.id)))
