"""AnnotationsTable: annotations in rows, tags with their colours, memos written in their cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from workbench.ui.annotations_model import EDITED, ROW, AnnotationsModel
from workbench.ui.annotations_rows import AnnotationRow, Column
from workbench.ui.own_keys import claim
from workbench.ui.tag_colours import DOT, shown
from workbench.ui.theme import GRID, Theme, scaled

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QResizeEvent

Index = QModelIndex | QPersistentModelIndex

ROW_HEIGHT = 28  # pixels, of all rows: a hundred thousand are not measured one by one
EDITOR_HEIGHT = 84
WIDTHS = {  # pixels at least; what is left over goes to words and memo
    Column.WORDS: 220,
    Column.TAGS: 168,
    Column.MEMO: 180,
    Column.OUTLET: 116,
    Column.ARTICLE: 156,
    Column.DATE: 104,
    Column.AUTHOR: 76,
    Column.CHANGED: 156,
}
GROWING = (Column.WORDS, Column.MEMO, Column.ARTICLE)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
OWN_KEYS = ("Del", "F2")


class AnnotationsDelegate(QStyledItemDelegate):
    """Paints each tag as a spot of its colour with its name, and edits memos."""

    def __init__(self, theme: Theme, table: QTableView, model: AnnotationsModel) -> None:
        super().__init__(table)
        self.theme = theme
        self._table = table
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell; of tags as many as there is room for."""
        if index.column() != Column.TAGS:
            super().paint(painter, option, index)
            return
        box: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(self.theme.selected))
        self._paint_tags(painter, box.adjusted(GRID, 0, -GRID // 2, 0), index.data(ROW))
        painter.restore()

    def createEditor(  # noqa: N802 - Qt's own name
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QWidget:
        """Return a field of several lines for a memo."""
        editor = QPlainTextEdit(parent)
        editor.setAccessibleName("Memo")
        editor.setAccessibleDescription("Enter keeps it, Shift+Enter begins a line, Esc leaves it")
        editor.setTabChangesFocus(True)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802 - Qt's own name
        """Show the memo."""
        if isinstance(editor, QPlainTextEdit):
            editor.setPlainText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def setModelData(  # noqa: N802 - Qt's own name
        self, editor: QWidget, model: QAbstractItemModel, index: Index
    ) -> None:
        """Hand on what was written."""
        if isinstance(editor, QPlainTextEdit):
            model.setData(QModelIndex(index), editor.toPlainText())  # type: ignore[arg-type]

    def updateEditorGeometry(  # noqa: N802 - Qt's own name
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Give the field several lines, above the row where there is no room below."""
        box = QRect(option.rect)  # type: ignore[attr-defined]
        room = self._table.viewport().height()
        box.setHeight(min(EDITOR_HEIGHT, room))
        box.moveTop(max(0, min(box.top(), room - box.height())))
        editor.setGeometry(box)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the memo on Enter; with Shift it begins a line."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_plain = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if event.key() in ENTER and is_plain and isinstance(watched, QWidget):
                self.commitData.emit(watched)
                self.closeEditor.emit(watched)
                return True
            if event.key() in ENTER:
                return False
        return super().eventFilter(watched, event)

    def _paint_tags(self, painter: QPainter, box: QRect, row: AnnotationRow) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = painter.fontMetrics()
        tags = self._model.context.codebook.by_id
        left = box.left()
        for tag in (tags[id_] for id_ in row.tags if id_ in tags):
            room = box.right() - left - DOT - GRID // 2
            if room <= DOT:
                break
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shown(tag.colour, self.theme))
            middle = box.center().y()
            painter.drawEllipse(QRectF(left, middle - DOT / 2 + 1, DOT - 2, DOT - 2))
            words = metrics.elidedText(tag.name, Qt.TextElideMode.ElideRight, room)
            painter.setPen(QColor(self.theme.ink))
            left += DOT + GRID // 2
            place = QRect(left, box.top(), room, box.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
            left += metrics.horizontalAdvance(words) + GRID + 2


class AnnotationsTable(QTableView):
    """The rows; a click, or a key that leads to another row, shows its words in the text.

    Enter or a double click edits the tags or the memo, on other cells Enter opens the text.
    """

    row_chosen = Signal(object)
    tags_wanted = Signal()
    delete_wanted = Signal()
    menu_wanted = Signal(object)
    sort_wanted = Signal(object, bool)

    def __init__(
        self, model: AnnotationsModel, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.rows = model
        self._delegate = AnnotationsDelegate(theme, self, model)
        self._sorted: tuple[int, bool] | None = None
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("Annotations")
        self.setProperty("quiet", True)  # noqa: FBT003 - as Qt has it
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._set_heads()
        self.clicked.connect(self._choose)
        self.doubleClicked.connect(self._edit)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours and sizes from now on."""
        self._delegate.theme = theme
        self.verticalHeader().setDefaultSectionSize(scaled(ROW_HEIGHT))
        self._share_room()
        self.viewport().update()

    def marked(self) -> tuple[AnnotationRow, ...]:
        """Return the rows that are marked, from top to bottom."""
        spans = self.selectionModel().selection()
        ranges = [spans.at(number) for number in range(spans.count())]
        edges = sorted({(one.top(), one.bottom()) for one in ranges})
        return tuple(row for first, last in edges for row in self.rows.rows_between(first, last))

    def mark(self, row: AnnotationRow) -> bool:
        """Mark a row and bring it into sight; False where it is not shown."""
        place = self.rows.place_of(row)
        if place < 0:
            return False
        index = self.rows.index(place, 0)
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        return True

    def event(self, event: QEvent) -> bool:
        """Keep the keys that mean something else here."""
        return claim(event, OWN_KEYS) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit, delete, or show what the next row speaks of."""
        index = self.currentIndex()
        if event.key() in ENTER and index.isValid():
            self._edit(index)
        elif event.key() == Qt.Key.Key_F2 and index.isValid():
            self._edit(index.siblingAtColumn(Column.MEMO))
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        else:
            before = QPersistentModelIndex(index)
            super().keyPressEvent(event)
            if self.currentIndex().row() != before.row() and not event.modifiers():
                self._choose(self.currentIndex())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Want the menu of the marked rows."""
        self.menu_wanted.emit(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let words, memo and article have what room is left."""
        super().resizeEvent(event)
        self._share_room()

    def sizeHint(self) -> QSize:
        """Ask for some rows."""
        return QSize(480, 6 * scaled(ROW_HEIGHT))

    def _share_room(self) -> None:
        spare = self.viewport().width() - sum(map(scaled, WIDTHS.values()))
        for column, width in WIDTHS.items():
            more = max(0, spare) // len(GROWING) if column in GROWING else 0
            self.setColumnWidth(column, scaled(width) + more)

    def _set_heads(self) -> None:
        heads = self.horizontalHeader()
        heads.setSelectionModel(QItemSelectionModel(self.rows, self))  # asks for no row's flags
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        heads.setHighlightSections(False)
        heads.setSortIndicatorShown(False)
        heads.setSectionsClickable(True)
        heads.sectionClicked.connect(self._sort)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(scaled(ROW_HEIGHT))
        self.verticalHeader().hide()

    def _sort(self, column: int) -> None:
        """Sort by a column, then backwards, then by none of them."""
        if self._sorted == (column, False):
            self._sorted = (column, True)
        else:
            self._sorted = None if self._sorted == (column, True) else (column, False)
        heads = self.horizontalHeader()
        heads.setSortIndicatorShown(self._sorted is not None)
        backwards = self._sorted is not None and self._sorted[1]
        order = Qt.SortOrder.DescendingOrder if backwards else Qt.SortOrder.AscendingOrder
        heads.setSortIndicator(column, order)
        self.sort_wanted.emit(Column(column) if self._sorted else None, backwards)

    def _choose(self, index: QModelIndex) -> None:
        if (row := self.rows.row_of(index)) is not None:
            self.row_chosen.emit(row)

    def _edit(self, index: QModelIndex) -> None:
        if not self.rows.can_write or index.column() not in EDITED:
            self._choose(index)
        elif index.column() == Column.TAGS:
            self.tags_wanted.emit()
        else:
            self.setCurrentIndex(index)
            self.edit(index)
