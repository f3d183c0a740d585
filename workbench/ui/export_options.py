"""ExportOptions: of what, grouped by what, with what beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workbench.model import CitationStyle, Grouping, Part, Scope, Sheet
from workbench.ui.export_choices import ALONE, Aim, Choices
from workbench.ui.export_offers import SCOPES, Offer
from workbench.ui.parts import label
from workbench.ui.picker import Picker
from workbench.ui.theme import GRID, sans
from workbench.ui.tick import Tick

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

GROUPINGS = {
    Grouping.ARTICLE: "Article",
    Grouping.OUTLET: "Outlet",
    Grouping.DATE: "Date",
    Grouping.TAG: "Tag",
    Grouping.PASSAGE: "Shared passage",
}
STYLES = {
    CitationStyle.APA: "APA",
    CitationStyle.CHICAGO: "Chicago, author and date",
    CitationStyle.MLA: "MLA",
    CitationStyle.ISO_690: "ISO 690",
}
PARTS = {
    Part.OVERVIEW: ("Overview", "The articles, and how much of their words they have in common"),
    Part.TIMELINE: ("Timeline", "Who had which passage when"),
    Part.PASSAGES: ("Shared passages", "Outlets side by side, with what differs marked"),
    Part.QUOTATIONS: ("Quotations", "Who is quoted, and what each outlet changed"),
    Part.TERMS: ("Rival terms", "How often each outlet uses which form"),
    Part.EXCERPTS: ("Excerpts", "Annotated words with their sources, tags and memos"),
    Part.LITERATURE: ("Bibliography", "All articles, cited"),
    Part.METHODS: ("Methods", "What was compared, with which settings and version"),
}
SHEETS = {
    Sheet.EXCERPTS: ("Excerpts", "Annotated words with their sources, tags and memos"),
    Sheet.PAIRS: ("Pairs", "Each passage in two articles"),
    Sheet.CLUSTERS: ("Shared passages", "Each passage in all articles that have it"),
    Sheet.VARIANTS: ("Variants", "Each place where the wording differs"),
    Sheet.TERMS: ("Rival terms", "The forms of each term, and how often they are used"),
    Sheet.QUOTATIONS: ("Quotations", "Who is quoted, by which outlet, in which words"),
    Sheet.ARTICLES: ("Articles", "All that is known of each article"),
}
CONTEXT, MEMOS, VARIANTS = "Sentences around them", "Memos", "The same words elsewhere"
WIDTH = 304  # pixels
MANY = 3  # boxes below each other


class ExportOptions(QScrollArea):
    """The choices; `scope_changed` tells that it is about other things, `changed` all else."""

    scope_changed = Signal()
    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("What goes out")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._choices = Choices()
        self._offers: Mapping[Scope, tuple[Offer, ...]] = {}
        self.scope = _picker("Of what", SCOPES.items())
        self.which = _picker("Which")
        self.grouping = _picker("Group excerpts by", GROUPINGS.items())
        self.sheet = _picker("Table", ((key, words) for key, (words, _) in SHEETS.items()))
        self.style_of = _picker("Citation style", STYLES.items())
        self.context = Tick(CONTEXT, "The sentences in which the words stand")
        self.memos = Tick(MEMOS, "What you have written about the words")
        self.variants = Tick(
            VARIANTS, "What other articles have for the words, with what differs marked"
        )
        self.parts = {part: Tick(*words) for part, words in PARTS.items()}
        self.extras = {part: Tick(*PARTS[part]) for part in ALONE if part is not Part.EXCERPTS}
        self.sheets = {sheet: Tick(*words) for sheet, words in SHEETS.items()}
        self._lay_out()
        self._connect()

    def minimumSizeHint(self) -> QSize:
        """Return the room in which nothing is cut, however large the words are."""
        needed = self.widget().minimumSizeHint().width() if self.widget() else 0
        room = needed + self.verticalScrollBar().sizeHint().width()
        return QSize(max(WIDTH, room), super().minimumSizeHint().height())

    @property
    def offer(self) -> Offer | None:
        """What of the project goes out; None where there is nothing of the scope."""
        found = self._offers.get(self.chosen_scope, ())
        place = max(0, self.which.currentIndex())
        return found[place] if place < len(found) else None

    @property
    def chosen_scope(self) -> Scope:
        """Of what kind it is."""
        return Scope(self.scope.currentData())

    def show_offers(self, offers: Mapping[Scope, tuple[Offer, ...]], wanted: Scope) -> None:
        """Offer what there is now; `wanted` is chosen, of it the same as before."""
        before = self.offer
        self._offers = offers
        blocker = QSignalBlocker(self.scope)
        self.scope.setCurrentIndex(self.scope.findData(wanted))
        del blocker
        self._show_which(before)

    def show_choices(self, choices: Choices) -> None:
        """Show what is chosen, and of that only what matters for its aim."""
        self._choices = choices
        aim = choices.aim
        _pick(self.grouping, choices.grouping)
        _pick(self.sheet, choices.sheet)
        _pick(self.style_of, choices.style)
        for box, is_on in self._ticks(choices):
            blocker = QSignalBlocker(box)
            box.setChecked(is_on)
            del blocker
        has_excerpts = aim is Aim.EXCERPTS or (aim is Aim.REPORT and Part.EXCERPTS in choices.parts)
        is_document = aim in (Aim.REPORT, Aim.EXCERPTS)
        self._of.setVisible(not choices.is_all)
        self._parts.setVisible(aim is Aim.REPORT)
        self._grouped.setVisible(has_excerpts)
        self._shown.setVisible(has_excerpts)
        self._extras.setVisible(aim is Aim.EXCERPTS)
        self._tables.setVisible(aim is Aim.TABLES and not choices.is_one_table)
        self._table.setVisible(choices.is_one_table)
        self._cited.setVisible(is_document)

    def _ticks(self, choices: Choices) -> list[tuple[QCheckBox, bool]]:
        ticks = [(box, part in choices.parts) for part, box in self.parts.items()]
        ticks += [(box, part in choices.extras) for part, box in self.extras.items()]
        ticks += [(box, sheet in choices.sheets) for sheet, box in self.sheets.items()]
        return [
            *ticks,
            (self.context, choices.has_context),
            (self.memos, choices.has_memos),
            (self.variants, choices.has_variants),
        ]

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(3, GRID, GRID * 2, GRID)
        column.setSpacing(GRID * 2)
        self._of = _section("Of what", self.scope, self.which)
        self._parts = _section("Parts", *self.parts.values())
        self._grouped = _section("Excerpts by", self.grouping)
        self._shown = _section("With each excerpt", self.context, self.memos, self.variants)
        self._extras = _section("After the excerpts", *self.extras.values())
        self._tables = _section("Tables", *self.sheets.values())
        self._table = _section("Table", self.sheet)
        self._cited = _section("Citations", self.style_of)
        first = (self._of, self._parts, self._tables, self._table)
        for section in (*first, self._grouped, self._shown, self._extras, self._cited):
            column.addWidget(section)
        column.addStretch(1)
        self.setWidget(inside)

    def _connect(self) -> None:
        self.scope.currentIndexChanged.connect(lambda _: self._show_which(None))
        self.scope.currentIndexChanged.connect(lambda _: self.scope_changed.emit())
        self.which.currentIndexChanged.connect(lambda _: self.scope_changed.emit())
        for picker in (self.grouping, self.sheet, self.style_of):
            picker.currentIndexChanged.connect(lambda _: self._take())
        for box, _ in self._ticks(self._choices):
            box.toggled.connect(lambda _: self._take())

    def _show_which(self, before: Offer | None) -> None:
        """Offer what there is of the scope."""
        found = self._offers.get(self.chosen_scope, ())
        blocker = QSignalBlocker(self.which)
        self.which.clear()
        for offer in found:
            self.which.addItem(offer.said)
        same = [place for place, offer in enumerate(found) if before and offer.said == before.said]
        self.which.setCurrentIndex(same[0] if same else 0)
        del blocker
        self.which.setEnabled(len(found) > 1)
        self.which.setVisible(bool(found) and self.chosen_scope is not Scope.PROJECT)

    def _take(self) -> None:
        """Tell what is chosen now."""
        self._choices = replace(
            self._choices,
            parts=tuple(part for part, box in self.parts.items() if box.isChecked()),
            extras=tuple(part for part, box in self.extras.items() if box.isChecked()),
            sheets=tuple(sheet for sheet, box in self.sheets.items() if box.isChecked()),
            grouping=Grouping(self.grouping.currentData()),
            sheet=Sheet(self.sheet.currentData()),
            style=CitationStyle(self.style_of.currentData()),
            has_context=self.context.isChecked(),
            has_memos=self.memos.isChecked(),
            has_variants=self.variants.isChecked(),
        )
        self.changed.emit(self._choices)


def _section(head: str, *widgets: QWidget) -> QWidget:
    """Return widgets below each other, under a head; many in two columns."""
    section = QWidget()
    grid = QGridLayout(section)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(GRID // 2)
    grid.addWidget(label(head, sans(12), dim=True), 0, 0)
    columns = 2 if len(widgets) > MANY else 1
    for place, widget in enumerate(widgets):
        grid.addWidget(widget, 1 + place // columns, place % columns)
    return section


def _picker(name: str, offered: Iterable[tuple[object, str]] = ()) -> Picker:
    made = Picker(name)
    for key, words in offered:
        made.addItem(words, key)
    made.setMinimumContentsLength(12)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made


def _pick(picker: Picker, key: object) -> None:
    blocker = QSignalBlocker(picker)
    picker.setCurrentIndex(picker.findData(key))
    del blocker
