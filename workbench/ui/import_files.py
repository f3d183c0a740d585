"""ImportFiles: the files that were read, what each announced, and what was found in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from workbench.ui.import_words import file_name, problem_words, reader_words
from workbench.ui.listing import RowsDelegate, RowsView
from workbench.ui.rows_model import Row, RowsModel
from workbench.ui.theme import GRID

if TYPE_CHECKING:
    from workbench.project.import_preview import Preview, ReadFile

HEADS = ("File", "Read as", "Announced", "Found", "Missing", "Not readable", "What it lacks")
WIDTHS = (280, 96, 88, 64, 72, 104)
MOST_ROWS = 4  # in sight at once; the articles need the room


class ImportFiles(QWidget):
    """A row for each file; the one that is chosen is told by its place."""

    file_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = RowsModel(HEADS, self)
        self.view = RowsView()
        self.view.setModel(self.model)
        self.view.setAccessibleName("Files that were read")
        self.view.setRootIsDecorated(False)
        self.view.setUniformRowHeights(True)
        self.view.setAllColumnsShowFocus(True)
        self.view.setItemDelegate(RowsDelegate(self.view))
        heads = self.view.header()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for place, width in enumerate(WIDTHS):
            self.view.setColumnWidth(place, width)
        self.view.selectionModel().currentChanged.connect(
            lambda index, _: self.file_chosen.emit(index.row())
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, GRID)
        column.addWidget(self.view)

    def show_files(self, preview: Preview) -> None:
        """Show the files of a preview, nothing where one plain file needs no row."""
        current = self.view.currentIndex().row()
        self.model.show(map(_row, preview.files))
        self.setVisible(len(preview.files) > 1 or any(map(_is_telling, preview.files)))
        rows = min(MOST_ROWS, len(preview.files))
        height = self.view.header().sizeHint().height() + rows * self.view.sizeHintForRow(0)
        self.setFixedHeight(height + GRID)
        if preview.files:
            place = current if 0 <= current < len(preview.files) else 0
            self.view.setCurrentIndex(self.model.index(place, 0))


def _is_telling(file: ReadFile) -> bool:
    return file.announced is not None or bool(file.skipped) or file.reader in {"csv", "xlsx"}


def _row(file: ReadFile) -> Row:
    announced = "" if file.announced is None else file.announced
    missing, unreadable = file.missing or "", file.unreadable or ""
    lacks = "; ".join(dict.fromkeys(map(problem_words, file.skipped)))
    cells = (
        file_name(file.path),
        reader_words(file.reader) if file.reader else "",
        announced,
        file.found,
        missing,
        unreadable,
        lacks,
    )
    tips = (file.path, *(str(cell) for cell in cells[1:]))
    return Row(cells, tips=tips)
