"""ManualWindow: the manual, its pages beside the one that is read, searched as one types."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from workbench.project.manual import CONTENTS, words_of
from workbench.ui.manual_text import ManualText
from workbench.ui.parts import label, tool_button
from workbench.ui.theme import GRID, sans, scaled
from workbench.ui.wording import count

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QModelIndex, QUrl

    from workbench.project.manual import ManualPage
    from workbench.ui.theme import Theme

SIZE = (1050, 800)
LIST = 268  # pixels: the longest title has room
NAME = Qt.ItemDataRole.UserRole
DRESSED = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange)
NONE_FOUND = "No page has all of these words."
BACK, FORWARD, HOME = "Alt+Left", "Alt+Right", "Alt+Home"
Place = tuple[str, str]


class ManualWindow(QDialog):
    """Stays open beside the program; `theme` is asked for the colours whenever they change."""

    def __init__(
        self, pages: Sequence[ManualPage], theme: Callable[[], Theme], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._pages = {page.name: page for page in pages}
        self._words = {page.name: words_of(page).casefold() for page in pages}
        self._theme = theme
        self._past: list[Place] = []
        self._future: list[Place] = []
        self._here: Place = (CONTENTS, "")
        self.text = ManualText(theme())
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setPlaceholderText("Search the manual")
        self.search.setAccessibleName("Search the manual")
        self.back = tool_button("Back", tip=f"The page that was read before ({BACK})")
        self.forward = tool_button("Forward", tip=f"The page that was left last ({FORWARD})")
        self.home = tool_button("Contents", tip=f"All pages by their subjects ({HOME})")
        self.list = self._make_list(pages)
        self._said = label("", sans(12), dim=True, wraps=True)
        self._said.hide()
        self.setWindowTitle("Manual")
        self.setAccessibleName("Manual")
        self.resize(*SIZE)
        self._lay_out()
        self._connect()
        self._lead_focus()
        self._show()

    @property
    def said(self) -> str:
        """What the window says of a search."""
        return self._said.text()

    @property
    def page(self) -> str:
        """The name of the page that is shown."""
        return self._here[0]

    def open_here(self) -> None:
        """Show the window, in front where it is open already, ready for a search."""
        self.show()
        self.raise_()
        self.activateWindow()
        self.search.setFocus()
        self.search.selectAll()

    def go(self, place: str) -> None:
        """Go to a page by its name, or to a heading by its anchor, which begins with that."""
        names = (name for name in self._pages if place == name or place.startswith(f"{name}-"))
        name = max(names, key=len, default="")
        anchor = place if place != name else ""
        if name and (name, anchor) != self._here:
            self._past.append(self._here)
            self._future.clear()
            self._here = (name, anchor)
            self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Take on the colours and the size of words that the program has now."""
        super().changeEvent(event)
        if event.type() in DRESSED and hasattr(self, "text"):
            self.text.set_theme(self._theme())
            self._mark()

    def _make_list(self, pages: Sequence[ManualPage]) -> QListView:
        self._model = QStandardItemModel(self)
        for page in pages:
            item = QStandardItem(page.title)
            item.setData(page.name, NAME)
            self._model.appendRow(item)
        view = QListView()
        view.setAccessibleName("Pages of the manual")
        view.setProperty("choices", "true")
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setWordWrap(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setFixedWidth(scaled(LIST))
        view.setModel(self._model)
        return view

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GRID // 2)
        for button in (self.back, self.forward, self.home):
            row.addWidget(button)
        row.addSpacing(GRID)
        row.addWidget(self.search, 1)
        side = QVBoxLayout()
        side.addWidget(self._said)
        side.addWidget(self.list, 1)
        below = QHBoxLayout()
        below.setSpacing(GRID * 2)
        below.addLayout(side)
        below.addWidget(self.text, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        column.setSpacing(GRID * 2)
        column.addLayout(row)
        column.addLayout(below, 1)

    def _lead_focus(self) -> None:
        """Let Tab go from the search to what it found, to the page, and round."""
        parts = (self.search, self.list, self.text, self.back, self.forward, self.home)
        for one, other in pairwise(parts):
            self.setTabOrder(one, other)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(self.text.go_on)
        self.list.selectionModel().currentChanged.connect(self._follow)
        self.text.anchorClicked.connect(self._follow_link)
        for button, key, act in (
            (self.back, BACK, self._go_back),
            (self.forward, FORWARD, self._go_forward),
            (self.home, HOME, lambda: self.go(CONTENTS)),
        ):
            button.setAutoRaise(True)
            button.clicked.connect(act)
            QShortcut(QKeySequence(key), self, act)

    def _search(self) -> None:
        wanted = self._wanted()
        found = [name for name in self._pages if all(one in self._words[name] for one in wanted)]
        for row, name in enumerate(self._pages):
            self.list.setRowHidden(row, name not in found)
        said = f"In {count(len(found), 'page')}; Enter goes on" if found else NONE_FOUND
        self._said.setText(said if wanted else "")
        self._said.setVisible(bool(wanted))
        if found and self.page not in found:
            self.go(found[0])
        self._mark_row()
        self._mark()

    def _follow(self, index: QModelIndex) -> None:
        if index.isValid() and index.data(NAME) != self.page:
            self.go(index.data(NAME))

    def _follow_link(self, address: QUrl) -> None:
        self.go(address.fragment())

    def _go_back(self) -> None:
        self._move(self._past, self._future)

    def _go_forward(self) -> None:
        self._move(self._future, self._past)

    def _move(self, source: list[Place], other: list[Place]) -> None:
        if source:
            other.append(self._here)
            self._here = source.pop()
            self._show()

    def _show(self) -> None:
        name, anchor = self._here
        self.text.show_page(self._pages[name], anchor)
        self._mark_row()
        if not anchor:
            self._mark()
        self.back.setEnabled(bool(self._past))
        self.forward.setEnabled(bool(self._future))
        self.setWindowTitle(f"{self._pages[name].title} – Manual")

    def _wanted(self) -> list[str]:
        return self.search.text().casefold().split()

    def _mark(self) -> None:
        self.text.mark(self._wanted())

    def _mark_row(self) -> None:
        row = list(self._pages).index(self.page)
        if self.list.isRowHidden(row):
            self.list.clearSelection()
        else:
            self.list.setCurrentIndex(self._model.index(row, 0))
