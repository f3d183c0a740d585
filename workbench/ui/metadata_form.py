"""MetadataForm: a line for each thing that can be told of articles, one or many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import (
    QCompleter,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from workbench.project.describing import FIELDS, as_described
from workbench.ui.metadata_words import NAMES, NOTHING_FOR_ALL, SEVERAL, TIPS, refused
from workbench.ui.parts import label
from workbench.ui.theme import GRID, sans

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

COMPLETED = ("outlet", "byline", "section", "language")


class MetadataForm(QScrollArea):
    """The fields; only what is written in one changes. Where values differ, it says so.

    `written` tells that something was written or taken back, `refused` why words cannot be stored.
    """

    written = Signal()
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Details of articles")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._before: dict[str, str | None] = dict.fromkeys(FIELDS, "")
        self._edited: set[str] = set()
        self._language = ""
        self._offers: dict[str, QStringListModel] = {}
        self.lines = {field: QLineEdit() for field in FIELDS}
        self.names: dict[str, QLabel] = {}
        self._lay_out()
        for field, line in self.lines.items():
            line.setAccessibleName(NAMES[field])
            line.textEdited.connect(lambda _, field=field: self._edited.add(field))
            line.textChanged.connect(lambda _, field=field: self._mark(field))
            line.editingFinished.connect(lambda field=field: self._check(field))
        for field in COMPLETED:
            self._complete(field)

    @property
    def is_written(self) -> bool:
        """Whether anything is to be changed."""
        return any(map(self._is_written, FIELDS))

    def values(self) -> dict[str, str] | None:
        """Return what was written, by field and as it is stored; None where some is refused."""
        found = {field: self._stored(field) for field in FIELDS if self._is_written(field)}
        known = {field: value for field, value in found.items() if value is not None}
        if len(known) == len(found):
            return known
        self._check(next(field for field, value in found.items() if value is None))
        return None

    def show_values(self, values: Mapping[str, str | None], tips: Mapping[str, str]) -> None:
        """Show what articles have in common by field, None where values differ; tips list those."""
        self._before = dict(values)
        self._edited.clear()
        self._language = values["language"] or ""
        for field, line in self.lines.items():
            value = values[field]
            line.setText(value or "")
            line.setCursorPosition(0)
            line.setToolTip(tips.get(field) or "\n".join(filter(None, (value, TIPS.get(field)))))
            line.setPlaceholderText(SEVERAL if value is None else "")
            self._mark(field)

    def offer(self, field: str, values: Iterable[str]) -> None:
        """Complete what is begun in a field to one of these."""
        self._offers[field].setStringList(sorted({*values} - {""}, key=str.casefold))

    def _lay_out(self) -> None:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(GRID + 4, GRID // 2, GRID + 4, GRID)
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(GRID // 2)
        for row, (field, line) in enumerate(self.lines.items()):
            name = self.names[field] = label(NAMES[field], sans(12), dim=True)
            name.setBuddy(line)
            grid.addWidget(name, row, 0)
            grid.addWidget(line, row, 1)
        grid.setRowStretch(len(self.lines), 1)
        self.setWidget(page)

    def _complete(self, field: str) -> None:
        offered = self._offers[field] = QStringListModel(self)
        completer = QCompleter(offered, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.popup().setAccessibleName(f"Known: {NAMES[field].lower()}")
        self.lines[field].setCompleter(completer)

    def _is_written(self, field: str) -> bool:
        """Whether a field is to change; what was written and erased again clears all values."""
        text, before = self.lines[field].text(), self._before[field]
        return bool(text) or field in self._edited if before is None else text != before

    def _stored(self, field: str) -> str | None:
        return as_described(field, self.lines[field].text(), self._language)

    def _mark(self, field: str) -> None:
        """Let the name of a field that is written stand out."""
        is_written = self._is_written(field)
        name, line = self.names[field], self.lines[field]
        name.setFont(sans(12, semibold=is_written))
        name.setText(f"{NAMES[field]} •" if is_written else NAMES[field])
        line.setAccessibleDescription("Changed" if is_written else line.placeholderText())
        if self._before[field] is None:
            line.setPlaceholderText(NOTHING_FOR_ALL if is_written else SEVERAL)
        self.written.emit()

    def _check(self, field: str) -> None:
        """Show what was written as it is stored, or say why it cannot be."""
        if not self._is_written(field):
            return
        line, value = self.lines[field], self._stored(field)
        if value is None:
            self.refused.emit(refused(field, line.text()))
        elif value != line.text():
            line.setText(value)
