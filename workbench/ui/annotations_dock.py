"""AnnotationsDock: all annotations of the project, filtered, sorted, led to and changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from workbench.ui.annotations_filter import AnnotationsFilter
from workbench.ui.annotations_model import AnnotationsModel
from workbench.ui.annotations_shelf import AnnotationsShelf
from workbench.ui.annotations_table import AnnotationsTable
from workbench.ui.parts import label, tool_button
from workbench.ui.shown_late import ShownLate
from workbench.ui.tag_panel import TagPanel, Task
from workbench.ui.theme import GRID, Theme, sans
from workbench.ui.wording import count

if TYPE_CHECKING:
    from workbench.ui.annotations_rows import AnnotationRow

NOTHING = "Nothing is annotated yet. Select words in a pane and press A."
NONE_FITS = "No annotation fits."
CHANGES = {
    Task.ADD: "Add tags…",
    Task.REMOVE: "Take tags off…",
    Task.REPLACE: "Replace a tag…",
    Task.AUTHOR: "Set author…",
}


class AnnotationsDock(ShownLate):
    """A table of the annotations, with what says which are wanted above it.

    `change_wanted` tells what is to be done to the marked rows, `delete_wanted` that they are to
    go; `row_chosen` leads to a row's words.
    """

    row_chosen = Signal(object)
    change_wanted = Signal(object)
    delete_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = AnnotationsModel(self)
        self.shelf = AnnotationsShelf(self.model, self)
        self.filter = AnnotationsFilter(theme)
        self.table = AnnotationsTable(self.model, theme)
        self.panel = TagPanel(theme, self)
        self.number = label("", sans(12), dim=True)
        self.change = tool_button("Change…", tip="Change all marked annotations at once")
        self.change.setPopupMode(self.change.ToolButtonPopupMode.InstantPopup)
        self.change.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.menu = self._make_menu()
        self.change.setMenu(self.menu)
        self.row_menu = self._make_menu()
        self._sought = ""
        self._empty = label("", sans(12), dim=True, wraps=True)
        self._empty.setMargin(GRID * 2)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._lay_out()
        self.filter.changed.connect(lambda: self.shelf.want(self.filter.wanted))
        self.shelf.settled.connect(self._settle)
        self.model.rowsInserted.connect(lambda *_: self._show_first())
        self.table.sort_wanted.connect(lambda by, back: self.shelf.sort(by, backwards=back))
        self.table.row_chosen.connect(self.row_chosen)
        self.table.tags_wanted.connect(lambda: self.change_wanted.emit(Task.SET))
        self.table.delete_wanted.connect(self._delete)
        self.table.menu_wanted.connect(self.row_menu.popup)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._offer())
        self._settle()

    @property
    def empty_words(self) -> str:
        """What is said instead of rows, or an empty string while there are some."""
        return self._empty.text() if self._stack.currentWidget() is self._empty else ""

    def marked(self) -> tuple[AnnotationRow, ...]:
        """Return the rows that are marked."""
        return self.table.marked()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours from now on."""
        self.filter.set_theme(theme)
        self.table.set_theme(theme)
        self.panel.set_theme(theme)

    def mark(self, annotation_id: str) -> None:
        """Mark an annotation and bring it into sight, once it is read; the filter gives way."""
        self._sought = annotation_id
        row = self.shelf.rows.get(annotation_id)
        if row is not None and self.table.mark(row):
            self._sought = ""
        elif row is not None:
            self.filter.clear()

    def panel_place(self) -> QPoint:
        """Return where on the screen a panel about the marked rows is to stand."""
        box = self.table.visualRect(self.table.currentIndex())
        return self.table.viewport().mapToGlobal(box.bottomLeft() + QPoint(GRID, 0))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        head.setSpacing(GRID)
        head.addWidget(self.filter, 1)
        head.addWidget(self.number)
        head.addWidget(self.change)
        self._head = QWidget()
        self._head.setLayout(head)
        below = QWidget()
        self._stack = QStackedLayout(below)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(below, 1)

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        for task, words in CHANGES.items():
            act = menu.addAction(words)
            act.triggered.connect(lambda _, task=task: self.change_wanted.emit(task))
        menu.addSeparator()
        menu.addAction("Delete").triggered.connect(self._delete)
        return menu

    def _delete(self) -> None:
        if self.marked():
            self.delete_wanted.emit()

    def _settle(self) -> None:
        """Say how many there are, and what to do where there is none."""
        has_any, is_shown = bool(self.shelf.rows), bool(self.model.rowCount())
        self._empty.setText(NONE_FITS if has_any else NOTHING)
        self._stack.setCurrentWidget(self.table if is_shown else self._empty)
        self._head.setVisible(has_any)
        self.filter.offer_authors({row.author for row in self.shelf.rows.values()})
        self._tell_number()
        self._offer()
        sought, self._sought = self.shelf.rows.get(self._sought), ""
        if sought is not None:
            self.table.mark(sought)

    def _tell_number(self) -> None:
        every, listed = len(self.shelf.rows), self.model.rowCount()
        said = count(every, "annotation")
        self.number.setText(said if listed == every else f"{listed:,} of {said}")

    def _show_first(self) -> None:
        """Show the first rows while others are still being read."""
        if self._stack.currentWidget() is self._empty:
            self._stack.setCurrentWidget(self.table)
            self._head.show()

    def _offer(self) -> None:
        self.change.setEnabled(self.model.can_write and self.table.selectionModel().hasSelection())
