"""ImportCorrecting: one field for many articles, and what is to become of the marked ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from workbench.project.duplicates import Likeness
from workbench.project.import_preview import Fate, fates_of
from workbench.ui.import_cells import COLUMNS, TO_CORRECT, Column
from workbench.ui.import_words import FATES, FIELDS
from workbench.ui.parts import label, tool_button
from workbench.ui.picker import Picker
from workbench.ui.theme import GRID, sans
from workbench.ui.wording import count

if TYPE_CHECKING:
    from workbench.ui.import_model import ImportModel
    from workbench.ui.import_table import ImportTable

REFUSED = {
    "published": "“{words}” is no date that can be told; try 2024-02-21 or 21 Feb 2024.",
    "language": "“{words}” names no language; try English or en.",
}


class ImportCorrecting(QWidget):
    """Sets one field of all marked articles, and says whether they are to be imported."""

    def __init__(
        self, model: ImportModel, table: ImportTable, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._table = table
        self._places: tuple[int, ...] = ()
        self.field = Picker("What to set")
        for column in TO_CORRECT:
            self.field.addItem(FIELDS[column.value], column.value)
        self.number = label("", sans(13))
        self.words = QLineEdit()
        self.words.setMaximumWidth(280)
        self.set_button = tool_button("Set", tip="Give these words to all marked articles (Enter)")
        self.take_back = tool_button("Take back", tip="Take the last correction back (Ctrl+Z)")
        self.fates = {
            fate: tool_button(FATES[fate], tip="For all marked articles") for fate in Fate
        }
        self.told = label("", sans(12), wraps=True)
        self._lay_out()
        self._connect()
        self._offer()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(label("Set", sans(13)))
        for widget in (self.field, self.number, self.words):
            row.addWidget(widget)
        row.addWidget(self.set_button)
        row.addWidget(self.take_back)
        row.addWidget(self.told, 1)
        for fate in (Fate.REVISION, Fate.ARTICLE, Fate.OUT):
            row.addWidget(self.fates[fate])

    def _connect(self) -> None:
        self.words.returnPressed.connect(self._set)
        self.set_button.clicked.connect(self._set)
        self.take_back.clicked.connect(self._model.take_back)
        self._table.marked_changed.connect(self._offer)
        self._table.selectionModel().currentColumnChanged.connect(
            lambda index, _: self._follow(index.column())
        )
        self._model.chosen.connect(self._offer)
        self._model.refused.connect(
            lambda field, words: self.told.setText(REFUSED[field].format(words=words))
        )
        for fate, button in self.fates.items():
            button.clicked.connect(lambda _=False, fate=fate: self._choose(fate))
        self.field.currentIndexChanged.connect(self._name_words)

    def _follow(self, column: int) -> None:
        """Offer the field in whose column the keyboard is."""
        if 0 <= column < len(COLUMNS) and COLUMNS[column] in TO_CORRECT:
            self.field.setCurrentIndex(TO_CORRECT.index(COLUMNS[column]))

    def _offer(self) -> None:
        places = self._places = self._table.marked()
        tally = self._model.preview.tally(places)
        self.number.setText(f"of {count(len(places), 'article')} to")
        self.take_back.setEnabled(self._model.can_take_back)
        self.told.setText("")
        for widget in (self.field, self.words, self.set_button):
            widget.setEnabled(bool(places))
        for fate, button in self.fates.items():
            able = [(likeness, now) for likeness, now, _ in tally if fate in fates_of(likeness)]
            button.setEnabled(any(now is not fate for _, now in able))
            is_known = any(likeness is not Likeness.NEW for likeness, _ in able)
            button.setVisible(fate is Fate.OUT or is_known)
        self._name_words()

    def _name_words(self) -> None:
        number = count(len(self._places), "article")
        self.words.setAccessibleName(f"Set {self.field.currentText()} of {number}")

    def _set(self) -> None:
        places = self._places
        column = Column(self.field.currentData())
        if places and self._model.correct(places, column, self.words.text()):
            self.words.clear()

    def _choose(self, fate: Fate) -> None:
        newcomers = self._model.preview.newcomers
        able = [place for place in self._places if fate in newcomers[place].fates]
        self._model.choose(able, fate)
