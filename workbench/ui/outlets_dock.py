"""OutletsDock: the outlets of the project, described, coloured, renamed and joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from workbench.project.tagging import COLOURS
from workbench.ui.codebook_editor import NAMES
from workbench.ui.outlets_model import Column, OutletsModel
from workbench.ui.outlets_table import OutletsTable
from workbench.ui.parts import label, tool_button
from workbench.ui.picker import Picker
from workbench.ui.shown_late import ShownLate
from workbench.ui.tag_colours import DOT, dot
from workbench.ui.theme import GRID, Theme, sans
from workbench.ui.wording import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtWidgets import QToolButton

    from workbench.model import Outlet

NOTHING = "No article names its outlet yet. Mark articles in the list and press Alt+Enter to tell."
NONE_FITS = "No outlet fits."
TO_JOIN = 2
SEARCH_WIDTH = 176  # pixels


class OutletsDock(ShownLate):
    """A table of the outlets; below it colours for the marked ones, and what joins them.

    `join_wanted` brings the name of the outlet that stays and those of all that are marked,
    `articles_wanted` that of an outlet whose articles are to be listed.
    """

    join_wanted = Signal(str, tuple)
    articles_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._can_write = True
        self.model = OutletsModel(self)
        self.table = OutletsTable(self.model, theme)
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setPlaceholderText("Search outlets")
        self.search.setAccessibleName("Search outlets")
        self.number = label("", sans(12), dim=True)
        self.list_button = tool_button("Show articles", tip="List the articles of this outlet")
        self.swatches = {colour: self._swatch(colour) for colour in ("", *COLOURS)}
        self.into = Picker("Join into")
        self.into.setToolTip("The outlet that stays")
        self.join = tool_button("Join", tip="Make the marked outlets one")
        self._empty = label("", sans(12), dim=True, wraps=True)
        self._empty.setMargin(GRID * 2)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self._settle()

    @property
    def empty_words(self) -> str:
        """What is said instead of rows, or an empty string while there are some."""
        return self._empty.text() if self._stack.currentWidget() is self._empty else ""

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours from now on."""
        self._theme = theme
        self.table.set_theme(theme)
        for colour, swatch in self.swatches.items():
            if colour:
                swatch.setIcon(dot(colour, theme, self.devicePixelRatioF()))

    def show_outlets(
        self, outlets: Iterable[Outlet], articles: Mapping[str, int], *, can_write: bool
    ) -> None:
        """Show these outlets, and how many articles each has by its name."""
        self._can_write = can_write
        self.model.show(outlets, articles, can_write=can_write)
        self._settle()

    def _connect(self) -> None:
        self.search.textChanged.connect(self.model.search)
        self.search.textChanged.connect(self._settle)
        self.table.marked_changed.connect(self._offer)
        self.join.clicked.connect(self._join)
        self.list_button.clicked.connect(lambda: self.articles_wanted.emit(self.table.marked()[0]))

    def _lay_out(self) -> None:
        self.search.setMaximumWidth(SEARCH_WIDTH)
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        head.setSpacing(GRID // 2)
        head.addWidget(self.search, 1)
        head.addSpacing(GRID // 2)
        head.addWidget(self.number)
        head.addStretch(1)
        head.addWidget(label("Colour", sans(12), dim=True))
        for swatch in self.swatches.values():
            head.addWidget(swatch)
        head.addStretch(1)
        for widget in (self.list_button, self.join, self.into):
            head.addWidget(widget)
        below = QWidget()
        self._stack = QStackedLayout(below)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(below, 1)

    def _swatch(self, colour: str) -> QToolButton:
        """Return a button that gives the marked outlets a colour, or takes it from them."""
        name = dict(zip(COLOURS, NAMES, strict=True)).get(colour, "none")
        made = tool_button("" if colour else "None", name=f"Colour {name}")
        made.setToolTip(f"Colour of the marked outlets: {name}")
        made.setIconSize(QSize(DOT, DOT))
        made.setStyleSheet("padding: 3px;")
        made.clicked.connect(lambda: self._give(colour))
        return made

    def _give(self, colour: str) -> None:
        self.model.written.emit(self.table.marked(), Column.COLOUR.value, colour)

    def _join(self) -> None:
        self.join_wanted.emit(self.into.currentData(), self.table.marked())

    def _settle(self) -> None:
        """Say how many there are, and what to do where there is none."""
        listed, known = self.model.rowCount(), self.model.known
        self._empty.setText(NONE_FITS if known else NOTHING)
        self._stack.setCurrentIndex(0 if listed else 1)
        self._head.setVisible(known > 0)
        said = count(known, "outlet")
        self.number.setText(said if listed == known else f"{listed:,} of {said}")
        self._offer()

    def _offer(self) -> None:
        """Offer what can be done with the marked outlets."""
        marked = self.table.marked()
        places = [self.model.place_of(name) for name in marked]
        rows = [self.model.row_of(place) for place in places if place is not None]
        is_joinable = len(marked) >= TO_JOIN and self._can_write
        self.into.clear()
        for row in sorted(rows, key=lambda row: (-row.articles, row.outlet.name.casefold())):
            self.into.addItem(f"into ‘{row.outlet.name}’", row.outlet.name)
        for widget in (self.into, self.join):
            widget.setVisible(is_joinable)
        self.list_button.setVisible(len(marked) == 1)
        for swatch in self.swatches.values():
            swatch.setEnabled(bool(marked) and self._can_write)
