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
MOST_LISTED = 500  # files: of more, those that lack nothing need no row
MOST_ROWS = 4  # in sight at once; the articles need the room


class ImportFiles(QWidget):
    """A row for each file, those first that lack something or can be read otherwise.

    The one that is chosen is told by its place in the preview.
    """

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
            lambda *_: self.file_chosen.emit(self.chosen())
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, GRID)
        column.addWidget(self.view)

    def show_files(self, preview: Preview) -> None:
        """Show the files of a preview, nothing where one plain file needs no row."""
        current = self.chosen()
        urgency = [_urgency(file) for file in preview.files]
        listed = sorted(range(len(urgency)), key=urgency.__getitem__, reverse=True)[:MOST_LISTED]
        self.model.show(_row(preview.files[place], place) for place in listed)
        self.setVisible(len(preview.files) > 1 or any(urgency))
        rows = min(MOST_ROWS, len(listed))
        height = self.view.header().sizeHint().height() + rows * self.view.sizeHintForRow(0)
        self.setFixedHeight(height + GRID)
        if listed:
            row = listed.index(current) if current in listed else 0
            self.view.setCurrentIndex(self.model.index(row, 0))

    def chosen(self) -> int:
        """Return the place of the chosen file in the preview, -1 where none is chosen."""
        row = self.model.row_of(self.view.currentIndex())
        return row.leads if row and isinstance(row.leads, int) else -1


def _urgency(file: ReadFile) -> int:
    """Return 2 where a file lacks something, 1 where there is more to say of it, else 0."""
    if file.skipped:
        return 2
    return int(file.announced is not None or file.reader in {"csv", "xlsx"})


def _row(file: ReadFile, place: int) -> Row:
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
    return Row(cells, place, tips=tips)
