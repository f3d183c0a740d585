"""ImportView: what was read, to be looked at and corrected before anything is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from workbench.project.import_preview import Newcomer
from workbench.ui.choice import Choice
from workbench.ui.import_cells import Kind
from workbench.ui.import_columns import ImportColumns
from workbench.ui.import_correcting import ImportCorrecting
from workbench.ui.import_files import ImportFiles
from workbench.ui.import_model import ImportModel
from workbench.ui.import_reading import ImportReading
from workbench.ui.import_table import ENTER, ImportTable
from workbench.ui.import_words import import_words, summary
from workbench.ui.parts import label, tool_button
from workbench.ui.theme import GRID, sans

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.project.import_preview import Preview
    from workbench.project.tables import ColumnMapping
    from workbench.ui.import_cells import Line
    from workbench.ui.import_work import TableHead
    from workbench.ui.theme import Theme

KINDS = {
    Kind.ALL.value: ("All", "All that was read"),
    Kind.DUPLICATES.value: ("Duplicates", "Articles that are there already, or changed texts"),
    Kind.PROBLEMS.value: ("Problems", "What could not be read, and articles that lack something"),
}
EMPTY = {
    Kind.ALL: "Nothing that was read holds these words.",
    Kind.DUPLICATES: "No article that was read is there already.",
    Kind.PROBLEMS: "Everything was read, and every article tells its headline, outlet and date.",
}
TABLES = ("csv", "xlsx")  # readers whose columns can be told
SEARCH_WIDTH = 240
SIDES = (5, 3)  # shares of the width: the articles, and how one begins


class ImportView(QWidget):
    """Files, articles, and how the chosen one begins; Enter imports, Esc does not.

    `columns_wanted` names a table whose head is to be shown, `mapped` how it is to be read.
    """

    accepted = Signal()
    rejected = Signal()
    columns_wanted = Signal(str)
    mapped = Signal(str, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import_files")
        self.setAccessibleName("Import")
        self.model = ImportModel(self)
        self.table = ImportTable(self.model, theme)
        self.files = ImportFiles()
        self.reading = ImportReading()
        self.columns = ImportColumns()
        self.kinds = Choice("Show", KINDS)
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setPlaceholderText("Search what was read")
        self.search.setAccessibleName("Search what was read")
        self.correcting = ImportCorrecting(self.model, self.table)
        self.import_button = QPushButton("Import")
        self.import_button.setProperty("primary", True)  # noqa: FBT003 - as Qt has it
        self.import_button.setToolTip("Store what is ticked (Enter)")
        self.cancel_button = QPushButton("Cancel")
        self.cancel_button.setToolTip("Store nothing (Esc)")
        self.columns_button = tool_button(
            "Columns…", name="Columns of the table", tip="Say which column holds what"
        )
        self.title = label("", sans(15, semibold=True))
        self._empty = label("", sans(13), dim=True, wraps=True)
        self._rows, self._side = QStackedWidget(), QStackedWidget()
        self._lay_out()
        self._connect()

    def show_preview(self, preview: Preview, headline: Callable[[str], str]) -> None:
        """Show what was read; `headline` gives that of an article of the project by its id."""
        self.model.show(preview, headline)
        self.kinds.buttons[Kind.ALL.value].click()
        self.search.clear()
        self.files.show_files(preview)
        self._side.setCurrentWidget(self.reading)
        self.table.setFocus()

    def show_columns(self, path: str, head: TableHead, mapping: ColumnMapping) -> None:
        """Show the columns of a table in place of an article."""
        self.columns.show_head(path, head, mapping)
        self._side.setCurrentWidget(self.columns)
        self.columns.boxes["text"].setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours from now on."""
        self.table.set_theme(theme)

    def event(self, event: QEvent) -> bool:
        """Keep the keys that mean something here from the actions of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_plain = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.ShiftModifier,
            )
            is_word = is_plain and event.text().isprintable() and bool(event.text())
            own = (Qt.Key.Key_Escape, Qt.Key.Key_Delete, *ENTER)
            if is_word or event.key() in own or event.matches(QKeySequence.StandardKey.Undo):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Import or not, wherever the keyboard is; in a field Enter belongs to the field."""
        if event.key() == Qt.Key.Key_Escape:
            self.rejected.emit()
        elif event.key() in ENTER and not isinstance(self.focusWidget(), QLineEdit):
            self._accept()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID)
        column.setSpacing(GRID)
        column.addLayout(_row(self.title, self.cancel_button, self.import_button))
        column.addWidget(self.files)
        self.search.setFixedWidth(SEARCH_WIDTH)
        column.addLayout(_row(self.kinds, self.columns_button, self.search))
        column.addWidget(self._make_sides(), 1)
        column.addWidget(self.correcting)

    def _make_sides(self) -> QSplitter:
        """Put the articles beside how one of them begins."""
        self._empty.setMargin(GRID * 2)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._rows.addWidget(self.table)
        self._rows.addWidget(self._empty)
        self._side.addWidget(self.reading)
        self._side.addWidget(self.columns)
        sides = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        sides.setHandleWidth(1)
        sides.addWidget(self._rows)
        sides.addWidget(self._side)
        for place, share in enumerate(SIDES):
            sides.setStretchFactor(place, share)
        return sides

    def _connect(self) -> None:
        self.table.accepted.connect(self._accept)
        self.import_button.clicked.connect(self._accept)
        self.cancel_button.clicked.connect(self.rejected)
        self.table.line_shown.connect(self._show_line)
        self.kinds.chosen.connect(self._narrow)
        self.search.textChanged.connect(self._narrow)
        self.files.file_chosen.connect(self._offer_columns)
        self.columns_button.clicked.connect(self._want_columns)
        self.columns.closed.connect(lambda: self._side.setCurrentWidget(self.reading))
        self.columns.mapped.connect(self.mapped)
        self.model.chosen.connect(self._tell)
        self.model.modelReset.connect(self._tell_rows)

    def _accept(self) -> None:
        if self.import_button.isEnabled():
            self.accepted.emit()

    def _narrow(self) -> None:
        self.model.narrow(Kind(self.kinds.current), self.search.text())

    def _show_line(self, line: Line | None) -> None:
        if line is None:
            self.reading.show_nothing()
            return
        file, other = None, ""
        if isinstance(line, Newcomer):
            file = self.model.preview.files[line.file]
            other = self.model.cells.other_headline(line)
        self.reading.show_line(line, file, other)

    def _tell(self) -> None:
        """Say how many there are, and what would be imported."""
        preview = self.model.preview
        words = import_words(preview)
        self.title.setText(summary(preview))
        is_report = not words and any(file.skipped for file in preview.files)
        self.import_button.setText(
            f"Import {words}" if words else "Keep the report" if is_report else "Nothing to import"
        )
        self.import_button.setEnabled(bool(words) or is_report)
        for kind, number in self.model.counts().items():
            self.kinds.buttons[kind.value].setText(f"{KINDS[kind.value][0]} {number:,}")

    def _tell_rows(self) -> None:
        self._empty.setText(EMPTY[Kind.ALL if self.search.text() else Kind(self.kinds.current)])
        self._rows.setCurrentWidget(self.table if self.model.rowCount() else self._empty)

    def _offer_columns(self, place: int) -> None:
        files = self.model.preview.files
        is_table = 0 <= place < len(files) and files[place].reader in TABLES
        self.columns_button.setVisible(is_table)

    def _want_columns(self) -> None:
        self.columns_wanted.emit(self.model.preview.files[self.files.chosen()].path)


def _row(first: QWidget, *others: QWidget) -> QHBoxLayout:
    """Lay out the first widget on the left, and the others on the right."""
    row = QHBoxLayout()
    row.setSpacing(GRID)
    row.addWidget(first)
    row.addStretch(1)
    for widget in others:
        row.addWidget(widget)
    return row
