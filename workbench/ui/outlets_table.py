"""OutletsTable: the outlets in rows; what is written in one is written in all marked ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from workbench.ui.columns import share_room
from workbench.ui.outlet_chip import ROOM, paint_chip
from workbench.ui.outlets_model import COLUMNS, HEADS, Column
from workbench.ui.own_keys import claim
from workbench.ui.theme import scaled

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent

    from workbench.ui.outlets_model import OutletsModel
    from workbench.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex

WIDTHS = (208, 72, 104, 120, 152, 96)  # pixels: the least in which the columns can be read
ROW_HEIGHT = 28
EDGE = 8  # pixels between the edge of a cell and what stands in it, as the style sheet has it


class OutletsDelegate(QStyledItemDelegate):
    """Paints an outlet's colour before its name, and before the colour as it is written."""

    def __init__(self, theme: Theme, table: OutletsTable) -> None:
        super().__init__(table)
        self.theme = theme
        self._table = table

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Leave room for the chip."""
        super().initStyleOption(option, index)
        if self._colour(index):
            option.rect.adjust(ROOM, 0, 0, 0)  # type: ignore[attr-defined]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the ground of the whole cell, its words, and the chip."""
        if not self._colour(index):
            super().paint(painter, option, index)
            return
        box = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, option.palette.highlight())  # type: ignore[attr-defined]
        super().paint(painter, option, index)
        middle = box.top() + box.height() / 2
        paint_chip(painter, box.left() + EDGE, middle, self._colour(index), self.theme)

    def createEditor(  # noqa: N802 - Qt's own name
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QWidget:
        """Return a field for words."""
        editor = super().createEditor(parent, option, index)
        editor.setAccessibleName(HEADS[COLUMNS[index.column()]])
        names = self._table.meant(index)
        if isinstance(editor, QLineEdit) and len(names) > 1:
            editor.setPlaceholderText(f"For {len(names):,} outlets")
        return editor

    def setModelData(  # noqa: N802 - Qt's own name
        self, editor: QWidget, _model: QAbstractItemModel, index: Index
    ) -> None:
        """Tell what was written, for all rows it is meant for."""
        if isinstance(editor, QLineEdit) and editor.isModified():
            column = COLUMNS[index.column()]
            names = self._table.meant(index)
            self._table.rows.written.emit(names, column.value, editor.text())

    def _colour(self, index: Index) -> str:
        if COLUMNS[index.column()] not in (Column.NAME, Column.COLOUR):
            return ""
        return self._table.rows.row_of(index.row()).outlet.colour


class OutletsTable(QTableView):
    """The rows; a name is written for one outlet, all else for all that are marked."""

    marked_changed = Signal()

    def __init__(self, model: OutletsModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        self._marked: tuple[str, ...] = ()
        self._delegate = OutletsDelegate(theme, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("Outlets")
        self.setProperty("quiet", True)  # noqa: FBT003 - as Qt has it
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)
        self.verticalHeader().hide()
        heads = self.horizontalHeader()
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setHighlightSections(False)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        heads.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.selectionModel().selectionChanged.connect(lambda *_: self.marked_changed.emit())
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(lambda: self.mark(self._marked))

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours and sizes from now on."""
        self._delegate.theme = theme
        self.verticalHeader().setDefaultSectionSize(scaled(ROW_HEIGHT))
        self._share_room()
        self.viewport().update()

    def marked(self) -> tuple[str, ...]:
        """Return the names of the outlets that are marked, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self.rows.row_of(row).outlet.name for row in rows)

    def meant(self, index: Index) -> tuple[str, ...]:
        """Return the names of the outlets for which something is written in a cell."""
        name = self.rows.row_of(index.row()).outlet.name
        marked = self.marked()
        is_for_all = COLUMNS[index.column()] is not Column.NAME and name in marked
        return marked if is_for_all else (name,)

    def mark(self, names: tuple[str, ...]) -> None:
        """Mark these outlets, as far as they are listed, and give the first the keyboard."""
        places = [at for name in names if (at := self.rows.place_of(name)) is not None]
        flags = QItemSelectionModel.SelectionFlag
        chosen = QItemSelection()
        for place in places:
            chosen.select(self.rows.index(place, 0), self.rows.index(place, len(COLUMNS) - 1))
        if places:
            first = self.rows.index(places[0], 0)
            self.selectionModel().setCurrentIndex(first, flags.NoUpdate)
            self.selectionModel().select(chosen, flags.ClearAndSelect)
            self.scrollTo(first)
        self.marked_changed.emit()

    def event(self, event: QEvent) -> bool:
        """Let Del mean nothing here; elsewhere it removes articles."""
        return claim(event, ("Del",)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write in the cell at which the keyboard is, with Enter too."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.state() != QAbstractItemView.State.EditingState:
            index = self.currentIndex()
            if index.flags() & Qt.ItemFlag.ItemIsEditable:
                self.edit(index)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share other room."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        needed = [scaled(width) for width in WIDTHS]
        for column, width in enumerate(share_room(needed, self.viewport().width())):
            self.setColumnHidden(column, width == 0)
            if width:
                self.setColumnWidth(column, width)

    def _remember(self) -> None:
        self._marked = self.marked()
