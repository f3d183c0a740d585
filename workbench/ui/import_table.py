"""ImportTable: the articles that are about to be imported, ticked and corrected in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from workbench.project.import_preview import Fate, Newcomer
from workbench.ui.import_cells import COLUMNS, DIM, HEADS, PROBLEM, Column
from workbench.ui.import_words import FATES
from workbench.ui.picker import Picker
from workbench.ui.theme import GRID, scaled

if TYPE_CHECKING:
    from workbench.ui.import_model import ImportModel
    from workbench.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex

WIDTHS = {
    Column.HEADLINE: 320,
    Column.WHAT: 208,
    Column.OUTLET: 136,
    Column.DATE: 108,
    Column.BYLINE: 112,
    Column.WORDS: 72,
    Column.LANGUAGE: 88,
    Column.READER: 96,
}
ROW_HEIGHT = 28  # pixels: ten thousand rows are not measured one by one
LEAST_SHARE = 0.3  # of the table for headlines, however many columns there are
TICK = ((0.22, 0.52), (0.44, 0.74), (0.8, 0.3))  # its corners, as shares of the box
TICK_WIDTH = 1.6
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ImportDelegate(QStyledItemDelegate):
    """Dims what an article does not tell, and hands what is written to all marked rows."""

    def __init__(self, theme: Theme, table: ImportTable) -> None:
        super().__init__(table)
        self.theme = theme
        self._table = table

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Choose the ink."""
        super().initStyleOption(option, index)
        theme = self.theme
        ink = theme.dim if index.data(DIM) else theme.warning if index.data(PROBLEM) else theme.ink
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
            option.palette.setColor(role, QColor(ink))  # type: ignore[attr-defined]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell, and over the style's own box one that is seen in every theme."""
        super().paint(painter, option, index)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None:
            return
        self.initStyleOption(option, index)
        place = QStyle.SubElement.SE_ItemViewItemCheckIndicator
        box = self._table.style().subElementRect(place, option, self._table).adjusted(0, 0, -1, -1)
        is_ticked = Qt.CheckState(state) is Qt.CheckState.Checked
        ink = self.theme.accent if is_ticked else self.theme.dim
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(ink))
        painter.setBrush(QColor(ink if is_ticked else self.theme.raised))
        painter.drawRoundedRect(box, 3, 3)
        if is_ticked:
            _paint_tick(painter, box, QColor(self.theme.paper))
        painter.restore()

    def createEditor(  # noqa: N802 - Qt's own name
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QWidget:
        """Return a list of what may become of an article, or a field for words."""
        column = COLUMNS[index.column()]
        line = self._table.rows.line(index)
        if column is Column.WHAT and isinstance(line, Newcomer):
            return self._fates(parent, line)
        editor = super().createEditor(parent, option, index)
        editor.setAccessibleName(HEADS[column])
        number = len(self._table.marked(index))
        if isinstance(editor, QLineEdit) and number > 1:
            editor.setPlaceholderText(f"For {number:,} articles")
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802 - Qt's own name
        """Show what stands in the cell."""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))
        else:
            super().setEditorData(editor, index)

    def setModelData(  # noqa: N802 - Qt's own name
        self, editor: QWidget, _model: QAbstractItemModel, index: Index
    ) -> None:
        """Let the words count for all marked rows."""
        if isinstance(editor, QComboBox):
            self._table.rows.choose(self._table.marked(index), Fate(editor.currentData()))
        elif isinstance(editor, QLineEdit) and editor.isModified():
            column = COLUMNS[index.column()]
            self._table.rows.correct(self._table.marked(index), column, editor.text())

    def _fates(self, parent: QWidget, line: Newcomer) -> Picker:
        editor = Picker(HEADS[Column.WHAT], parent)
        for fate in line.fates:
            editor.addItem(FATES[fate], fate.value)
        editor.activated.connect(lambda _: self.commitData.emit(editor))
        editor.activated.connect(lambda _: self.closeEditor.emit(editor))
        return editor


def _paint_tick(painter: QPainter, box: QRect, ink: QColor) -> None:
    painter.setPen(QPen(ink, TICK_WIDTH))
    places = [QPointF(box.left() + box.width() * x, box.top() + box.height() * y) for x, y in TICK]
    painter.drawPolyline(places)


class ImportTable(QTableView):
    """Rows that are marked together are ticked and corrected together.

    `accepted` tells that Enter was pressed on a row, `line_shown` which row is to be read.
    """

    accepted = Signal()
    line_shown = Signal(object)
    marked_changed = Signal()

    def __init__(self, model: ImportModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        self._delegate = ImportDelegate(theme, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("Articles to import")
        self.setProperty("quiet", True)  # noqa: FBT003 - as Qt has it
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        )
        self._set_heads()
        self.selectionModel().currentChanged.connect(self._tell)
        self.selectionModel().selectionChanged.connect(lambda *_: self.marked_changed.emit())
        model.dataChanged.connect(lambda *_: self._tell(self.currentIndex()))
        model.modelReset.connect(self._begin)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours from now on."""
        self._delegate.theme = theme
        self.viewport().update()
        self.verticalHeader().setDefaultSectionSize(scaled(ROW_HEIGHT))

    def marked(self, index: Index | None = None) -> tuple[int, ...]:
        """Return the places of the marked articles, or that of `index` where it is not marked."""
        chosen = self.selectionModel().selection()  # a few stretches, where rows are thousands
        stretches = [chosen.at(place) for place in range(chosen.count())]
        rows = {row for each in stretches for row in range(each.top(), each.bottom() + 1)}
        if index is not None and index.row() not in rows:
            rows = {index.row()}
        return self.rows.newcomers(rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Import, tick, leave out, take back, or go on to another row."""
        places = self.marked()
        if event.key() in ENTER:
            if self.state() != QAbstractItemView.State.EditingState:  # there it ends the editing
                self.accepted.emit()
        elif event.key() == Qt.Key.Key_Space and places:
            is_out = self.rows.preview.newcomers[places[0]].fate is Fate.OUT
            self.rows.tick(places, on=is_out)
        elif event.key() == Qt.Key.Key_Delete:
            self.rows.tick(places, on=False)
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.rows.take_back()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the headlines what the other columns leave."""
        super().resizeEvent(event)
        others = sum(WIDTHS[column] for column in COLUMNS[1:])
        room = self.viewport().width()
        self.setColumnWidth(0, max(round(room * LEAST_SHARE), room - others))

    def _set_heads(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(scaled(ROW_HEIGHT))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads = self.horizontalHeader()
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setHighlightSections(False)
        heads.setSelectionModel(QItemSelectionModel(self.rows, self))  # else it asks row by row
        heads.setMinimumSectionSize(GRID * 6)
        for place, column in enumerate(COLUMNS):
            self.setColumnWidth(place, WIDTHS[column])
        heads.setSortIndicatorClearable(True)
        heads.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def _begin(self) -> None:
        """Mark the first row, so that keys have somewhere to begin."""
        if self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0, 0))
        self._tell(self.currentIndex())
        self.marked_changed.emit()

    def _tell(self, index: QModelIndex) -> None:
        self.line_shown.emit(self.rows.line(index) if index.isValid() else None)
