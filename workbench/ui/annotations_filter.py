"""AnnotationsFilter: fields that say which annotations are wanted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from workbench.ui.annotations_rows import Wanted
from workbench.ui.parts import label, tool_button
from workbench.ui.picker import Picker
from workbench.ui.tag_choices import path_of
from workbench.ui.tag_colours import DOT, dot
from workbench.ui.theme import GRID, Theme, sans

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workbench.model import Codebook

ANY_TAG, NO_TAG = "Any tag", "No tag"
ANY_OUTLET, ANY_AUTHOR = "Any outlet", "Any author"
DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
DAY_TIP = "Date of the article, such as 2024, 2024-02 or 2024-02-21"
FIELD, DATE_FIELD = 132, 86  # pixels


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What another view wants to see, besides the fields: certain annotations; `words` say why."""

    words: str
    ids: frozenset[str]


class AnnotationsFilter(QWidget):
    """Words, tag with those below it, outlet, author, and the dates of articles."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._codebook: Codebook | None = None
        self._narrowing: Narrowing | None = None
        self.search = _line("Search words and memos", "Search annotations", FIELD + 40)
        self.tag = _combo("Tag", "Annotations with this tag, or one below it")
        self.tag.setIconSize(QSize(DOT, DOT))
        self.outlet = _combo("Outlet", "Annotations in articles of this outlet")
        self.author = _combo("Author", "Annotations made by this author")
        self.since = _line("From", "From this date on", DATE_FIELD)
        self.until = _line("Until", "Until this date", DATE_FIELD)
        for field in (self.since, self.until):
            field.setToolTip(DAY_TIP)
        self.also = label("", sans(12), dim=True)
        self.all = tool_button("Show all", tip="Look for nothing in particular")
        self.all.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2)
        row.addWidget(self.search, 2)
        for combo in (self.tag, self.outlet, self.author):
            row.addWidget(combo, 1)
        row.addWidget(self.since)
        row.addWidget(self.until)
        row.addWidget(self.also)
        row.addWidget(self.all)
        for line in (self.search, self.since, self.until):
            line.textChanged.connect(self._tell)
        for combo in (self.tag, self.outlet, self.author):
            combo.currentIndexChanged.connect(self._tell)
        self.offer_outlets(())
        self.offer_authors(())
        self._show_state()

    @property
    def wanted(self) -> Wanted:
        """Which annotations the fields ask for."""
        narrowing = self._narrowing
        return Wanted(
            tuple(self.search.text().casefold().split()),
            self._tags(),
            self.outlet.currentData(),
            self.author.currentData(),
            _day(self.since.text()),
            _day(self.until.text()),
            narrowing.ids if narrowing else None,
        )

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours from now on."""
        self._theme = theme
        if self._codebook is not None:
            self.offer_tags(self._codebook)

    def offer_tags(self, codebook: Codebook) -> None:
        """Offer the tags of a codebook; the one that is chosen stays so where it is there."""
        self._codebook = codebook
        tags = codebook.branch()
        _offer(self.tag, [(path_of(codebook, tag), tag.id) for tag in tags], ANY_TAG, NO_TAG)
        for place, tag in enumerate(tags):
            self.tag.setItemIcon(place + 2, dot(tag.colour, self._theme, self.devicePixelRatioF()))

    def offer_outlets(self, outlets: Iterable[str]) -> None:
        """Offer outlets by their names."""
        _offer(self.outlet, _named(outlets, "Outlet not known"), ANY_OUTLET)

    def offer_authors(self, authors: Iterable[str]) -> None:
        """Offer authors by their names."""
        _offer(self.author, _named(authors, "Author not known"), ANY_AUTHOR)

    def clear(self) -> None:
        """Ask for all annotations."""
        self.ask(Wanted())

    def ask(self, wanted: Wanted, tag: str = "", narrowing: Narrowing | None = None) -> None:
        """Ask for what another view wants to see; of its tags `tag` is chosen here."""
        fields = (self.search, self.tag, self.outlet, self.author, self.since, self.until)
        blockers = [QSignalBlocker(field) for field in fields]
        self._narrowing = narrowing
        self.search.setText(" ".join(wanted.words))
        self.tag.setCurrentIndex(max(0, self.tag.findData(tag)) if tag else 0)
        place = 0 if wanted.outlet is None else self.outlet.findData(wanted.outlet)
        self.outlet.setCurrentIndex(max(0, place))
        self.author.setCurrentIndex(0)
        self.since.setText(wanted.since)
        self.until.setText(wanted.until)
        del blockers
        self._tell()

    def _tags(self) -> frozenset[str] | None:
        chosen = self.tag.currentData()
        if chosen is None or self._codebook is None:
            return None
        if not chosen:
            return frozenset()
        return frozenset((chosen, *(tag.id for tag in self._codebook.branch(chosen))))

    def _tell(self) -> None:
        self._show_state()
        self.changed.emit()

    def _show_state(self) -> None:
        self.also.setText(self._narrowing.words if self._narrowing else "")
        self.also.setVisible(self._narrowing is not None)
        self.all.setVisible(self._narrowing is not None or self.wanted != Wanted())


def _day(text: str) -> str:
    return text.strip() if DAY.fullmatch(text.strip()) else ""


def _line(placeholder: str, name: str, width: int) -> QLineEdit:
    made = QLineEdit(clearButtonEnabled=width > DATE_FIELD)
    made.setPlaceholderText(placeholder)
    made.setAccessibleName(name)
    made.setMinimumWidth(DATE_FIELD)
    made.setMaximumWidth(width * 3 if width > DATE_FIELD else width)
    return made


def _combo(name: str, tip: str) -> QComboBox:
    made = Picker(name)
    made.setToolTip(tip)
    made.setMinimumContentsLength(8)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made


def _named(names: Iterable[str], unknown: str) -> list[tuple[str, str]]:
    ordered = sorted(set(names), key=lambda name: (not name, name.casefold()))
    return [(name or unknown, name) for name in ordered]


def _offer(
    combo: QComboBox, rows: Sequence[tuple[str, str]], anything: str, none: str = ""
) -> None:
    """Offer rows of words and data after anything, which has None, and nothing, which has ""."""
    chosen = combo.currentData()
    blocker = QSignalBlocker(combo)
    combo.clear()
    combo.addItem(anything, None)
    if none:
        combo.addItem(none, "")
    for words, data in rows:
        combo.addItem(words, data)
    place = combo.findData(chosen) if chosen is not None else 0
    combo.setCurrentIndex(max(0, place))
    del blocker
    if place < 0:
        combo.currentIndexChanged.emit(0)
