"""ImportColumns: which column of a table holds what, as guessed and as the analyst corrects it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workbench.project.tables import FIELDS, ColumnMapping
from workbench.ui.import_words import file_name
from workbench.ui.parts import Elided, label, tool_button
from workbench.ui.picker import Picker
from workbench.ui.theme import GRID, sans

if TYPE_CHECKING:
    from workbench.ui.import_work import TableHead

WORDS = {
    "text": "Text",
    "headline": "Headline",
    "outlet": "Outlet",
    "byline": "Byline",
    "published": "Date",
    "url": "Address",
    "language": "Language",
    "section": "Section",
    "page": "Page",
    "record": "Record id",
    "retrieved": "Retrieved on",
    "printed_words": "Word count",
}
NOTHING = "No column"


class ImportColumns(QWidget):
    """A list of columns for each field, with what stands in the first row of it.

    `mapped` brings the path of the file and the mapping by which it is to be read.
    """

    mapped = Signal(str, object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = ""
        self._head: TableHead | None = None
        self._title = label("", sans(13, semibold=True), wraps=True)
        self.has_names = tool_button(
            "The first row names the columns", tip="Down where the first row is no article"
        )
        self.has_names.setCheckable(True)
        self.has_names.toggled.connect(self._name_columns)
        self.boxes: dict[str, Picker] = {}
        self._samples: dict[str, Elided] = {}
        self.read = tool_button("Read again", tip="Read the file by these columns")
        self.read.clicked.connect(self._map)
        self.close_button = tool_button("Close", name="Close the columns")
        self.close_button.clicked.connect(self.closed)
        self._lay_out()

    def show_head(self, path: str, head: TableHead, mapping: ColumnMapping) -> None:
        """Show the columns of a file, mapped as it was read."""
        self._path, self._head = path, head
        self._title.setText(f"Columns of {file_name(path)}")
        self.has_names.setChecked(mapping.has_names)
        self._name_columns()
        for field, box in self.boxes.items():
            place = getattr(mapping, field)
            box.setCurrentIndex(0 if place is None else place + 1)

    def mapping(self) -> ColumnMapping:
        """Return the columns as they are chosen now."""
        chosen = {
            field: box.currentIndex() - 1
            for field, box in self.boxes.items()
            if box.currentIndex() > 0
        }
        return ColumnMapping(**chosen, has_names=self.has_names.isChecked())

    def _lay_out(self) -> None:
        fields = QWidget()
        grid = QGridLayout(fields)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(GRID // 2)
        grid.setColumnStretch(1, 1)
        for row, field in enumerate(FIELDS):
            words = WORDS.get(field, field)
            box = Picker(words)
            box.setSizeAdjustPolicy(Picker.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.currentIndexChanged.connect(lambda _, field=field: self._show_sample(field))
            self.boxes[field] = box
            self._samples[field] = Elided("")
            grid.addWidget(label(words, sans(12)), row * 2, 0)
            grid.addWidget(box, row * 2, 1)
            grid.addWidget(self._samples[field], row * 2 + 1, 1)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setAccessibleName("Columns of the table")
        scroll.setWidget(fields)
        buttons = QHBoxLayout()
        buttons.addWidget(self.read)
        buttons.addWidget(self.close_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID)
        column.setSpacing(GRID)
        column.addWidget(self._title)
        column.addWidget(self.has_names)
        column.addWidget(scroll, 1)
        column.addLayout(buttons)

    def _name_columns(self) -> None:
        """Name the columns by the first row, or else by their numbers."""
        rows = self._head.rows if self._head is not None else ()
        width = max(map(len, rows), default=0)
        named = rows[0] if rows and self.has_names.isChecked() else ()
        names = [
            named[place].strip()
            if place < len(named) and named[place].strip()
            else f"Column {place + 1}"
            for place in range(width)
        ]
        for field, box in self.boxes.items():
            chosen = box.currentIndex()
            box.blockSignals(True)  # noqa: FBT003 - as Qt has it
            box.clear()
            box.addItems([NOTHING, *names])
            box.setCurrentIndex(max(0, chosen))
            box.blockSignals(False)  # noqa: FBT003 - as Qt has it
            self._show_sample(field)

    def _show_sample(self, field: str) -> None:
        """Show what the chosen column has for a field in the first article."""
        rows = self._head.rows if self._head is not None else ()
        place = self.boxes[field].currentIndex() - 1
        first = rows[self.has_names.isChecked() :][:1]
        cell = first[0][place] if first and 0 <= place < len(first[0]) else ""
        self._samples[field].setText(" ".join(cell.split()))
        self._samples[field].setToolTip(cell)
        self._samples[field].setVisible(bool(cell.strip()))
        if field == "text":
            self.read.setEnabled(place >= 0)

    def _map(self) -> None:
        self.mapped.emit(self._path, self.mapping())
