"""SearchDock: a field to search the whole project, and what was found in context."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QToolButton, QVBoxLayout

from workbench.ui.choice import Choice
from workbench.ui.parts import Elided, label, tool_button
from workbench.ui.search_delegate import SearchDelegate
from workbench.ui.search_help import SearchHelp
from workbench.ui.search_model import SearchModel
from workbench.ui.search_rows import RowKind
from workbench.ui.shown_late import ShownLate
from workbench.ui.theme import GRID, sans
from workbench.ui.wrapped_list import WrappedList

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from workbench.ui.desk import Desk
    from workbench.ui.theme import Theme

PAUSE = 120  # milliseconds without a key after which it is searched
NOTHING = "Nothing was found. Look for fewer words, or for the beginning of one, such as harb*."
ORDERS = {
    "relevance": ("Best", "What fits the search best comes first"),
    "date": ("Date", "The earliest comes first"),
    "outlet": ("Outlet", "The articles of an outlet stand together"),
}
_MOVES = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -10,
    Qt.Key.Key_PageDown: 10,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchDock(ShownLate):
    """What is typed is searched a moment later; a row leads to its place.

    `asked` says what is to be found, and whether its last word may be half typed.
    """

    asked = Signal(str, bool)
    row_chosen = Signal(object)

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit(clearButtonEnabled=True)
        self.field.setPlaceholderText("Search the whole project")
        self.field.setAccessibleName("Search the whole project")
        self.field.installEventFilter(self)
        self.help = SearchHelp()
        self.help_button = _switch("?", "How to search", "Show what can be searched for")
        self.saved = tool_button("Saved…", tip="Keep this search, or go back to one")
        self.saved.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.saved.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.order = Choice("Order by", ORDERS, shows_name=False)
        self.model = SearchModel(desk, self)
        self.list = WrappedList(self.model, "What was found")
        self._delegate = SearchDelegate(theme, self.list)
        self.list.setItemDelegate(self._delegate)
        self._said = Elided("")
        self._nothing = label(NOTHING, sans(12), dim=True, wraps=True)
        self._pages = QStackedWidget()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._lay_out()
        self._pause.timeout.connect(lambda: self._ask(is_typing=True))
        self.field.textEdited.connect(lambda _: self._pause.start())
        self.field.textChanged.connect(self._follow_field)
        self.help.query_chosen.connect(self.search)
        self.help_button.toggled.connect(self._show_page)
        self.order.chosen.connect(lambda _: self._ask(is_typing=False))
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)
        self._show_page()

    @property
    def query(self) -> str:
        """What stands in the field."""
        return self.field.text().strip()

    @property
    def is_waiting(self) -> bool:
        """Whether what is typed is not asked for yet."""
        return self._pause.isActive()

    @property
    def said(self) -> str:
        """What the line below the field says."""
        return self._said.text()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours from now on."""
        self._delegate.theme = theme
        self.list.viewport().update()

    def search(self, query: str) -> None:
        """Search for something, just as it is."""
        self.field.setText(query)
        self._pause.stop()
        self._ask(is_typing=False)
        self.field.setFocus()

    def say(self, words: str) -> None:
        """Say how much was found, or what is missing."""
        self._said.setText(words)
        self._said.setToolTip(words)
        self._said.setAccessibleName(words)
        self._said.setVisible(bool(words))
        self.field.setAccessibleDescription(words)
        self._show_page()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move through what was found, and go there, without leaving the field."""
        if watched is self.field and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if event.type() == QEvent.Type.KeyPress and (key in _MOVES or key in _ENTER):
                self._move(_MOVES[key]) if key in _MOVES else self._enter()
                return True
        return super().eventFilter(watched, event)

    def _move(self, by: int) -> None:
        here = self.list.currentIndex().row()
        row = max(0, min(self.model.rowCount() - 1, here + by))
        self.list.setCurrentIndex(self.model.index(row))

    def _enter(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self._ask(is_typing=True)
        elif self.model.rowCount():
            here = self.list.currentIndex()
            self._choose(here if here.isValid() else self.model.index(0))

    def _ask(self, *, is_typing: bool) -> None:
        self.asked.emit(self.field.text(), is_typing)

    def _follow_field(self) -> None:
        if not self.query:
            self._pause.stop()
            self._ask(is_typing=False)

    def _choose(self, index: QModelIndex) -> None:
        row = self.model.row(index)
        if row is not None and row.kind is RowKind.MORE:
            self.model.open(index)
        elif row is not None:
            self.row_chosen.emit(row)

    def _show_page(self) -> None:
        page: QWidget = self.list
        if self.help_button.isChecked() or not self.query:
            page = self.help
        elif not self.model.rowCount():
            page = self._nothing
        self._pages.setCurrentWidget(page)

    def _lay_out(self) -> None:
        self._nothing.setMargin(GRID * 2)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        for page in (self.help, self.list, self._nothing):
            self._pages.addWidget(page)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setContentsMargins(GRID, GRID + 4, GRID, 0)
        first.addWidget(self.field, 1)
        first.addWidget(self.help_button)
        second.setContentsMargins(GRID, 0, GRID, 0)
        second.addWidget(self.order)
        second.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(first)
        column.addLayout(second)
        third = QHBoxLayout()
        third.setContentsMargins(GRID + 4, 0, GRID, 0)
        third.addWidget(self._said, 1)
        third.addWidget(self.saved, 0, Qt.AlignmentFlag.AlignRight)
        column.addLayout(third)
        column.addWidget(self._pages, 1)


def _switch(text: str, name: str, tip: str) -> QToolButton:
    switch = tool_button(text, name=name, tip=tip)
    switch.setCheckable(True)
    return switch
