"""ArticlesDock: the list of the project's articles in groups, with a search field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.articles_delegate import ArticlesDelegate
from workbench.ui.articles_grouping import Grouping
from workbench.ui.articles_model import ArticleRow, ArticlesModel
from workbench.ui.parts import tool_button
from workbench.ui.theme import GRID, Theme
from workbench.ui.wrapped_list import WrappedList

if TYPE_CHECKING:
    from workbench.ui.desk import Desk

GROUPINGS = {
    Grouping.OUTLET: "By outlet",
    Grouping.DATE: "By date",
    Grouping.GROUP: "By owner",
    Grouping.COUNTRY: "By country",
}
SEARCH_TIP = (
    "Words of headline, text, outlet, byline, date or tag;"
    " so also outlet:post, date:2024-02, tag:framing"
)
MANY = 400  # rows that are measured one by one at most
MARKING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class ArticlesDock(QWidget):
    """The articles in groups; a click or Enter opens one in a pane, Ctrl and Shift mark several.

    `marked_changed` tells that others are marked than before.
    """

    article_activated = Signal(str)
    menu_wanted = Signal(str, QPoint)
    grouping_chosen = Signal(str)
    marked_changed = Signal()

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ArticlesModel(desk, self)
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setPlaceholderText("Search articles")
        self.search.setAccessibleName("Search articles")
        self.search.setToolTip(SEARCH_TIP)
        self.search.textChanged.connect(self.model.search)
        self.grouping = self._make_grouping()
        self.list = WrappedList(self.model, "Articles")
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._delegate = ArticlesDelegate(theme, self.model, self.list)
        self.list.setItemDelegate(self._delegate)
        self._marked: tuple[str, ...] = ()
        self._current = ""
        self._connect_list()
        self._lay_out()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours and sizes from now on."""
        self._delegate.theme = theme
        self._delegate.measure()
        self.list.viewport().update()

    def group(self, by: Grouping) -> None:
        """Put the articles together by this."""
        self.groupings[by].setChecked(True)
        self.model.group(by)
        self.grouping.setAccessibleName(f"Group articles: {GROUPINGS[by].lower()}")

    def marked_article(self) -> str:
        """Return the id of the article at which the keyboard is, or an empty string."""
        index = self.list.currentIndex()
        return "".join(self.model.ids([index.row()] if index.isValid() else []))

    def marked_articles(self) -> tuple[str, ...]:
        """Return the ids of the articles that are marked in the list, from top to bottom."""
        marked = self.list.selectionModel().selection()
        stretches = [marked.at(place) for place in range(marked.count())]  # few, for many rows
        rows = {row for each in stretches for row in range(each.top(), each.bottom() + 1)}
        return self.model.ids(sorted(rows))

    def _connect_list(self) -> None:
        self.list.activated.connect(self._activate)
        self.list.clicked.connect(self._activate)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._want_menu)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self.marked_changed.emit())
        self.model.modelAboutToBeReset.connect(self._remember)
        self.model.modelReset.connect(self._set_alike)
        self.model.modelReset.connect(self._mark_again)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID + 4, 0, 0)
        column.setSpacing(GRID // 2)
        fields = QHBoxLayout()
        fields.setContentsMargins(GRID, 0, GRID, 0)
        fields.setSpacing(GRID // 2)
        fields.addWidget(self.search, 1)
        fields.addWidget(self.grouping)
        column.addLayout(fields)
        column.addWidget(self.list, 1)

    def _make_grouping(self) -> QToolButton:
        """Return what opens the menu in which one says by what the articles stand together."""
        button = tool_button("≡", name="Group articles", tip="By what the articles stand together")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        menu, choice = QMenu(self), QActionGroup(self)
        self.groupings = {by: QAction(words, self) for by, words in GROUPINGS.items()}
        for by, action in self.groupings.items():
            action.setCheckable(True)
            choice.addAction(action)
            menu.addAction(action)
            action.triggered.connect(lambda _, by=by: self._group(by))
        button.setMenu(menu)
        return button

    def _group(self, by: Grouping) -> None:
        self.group(by)
        self.grouping_chosen.emit(by.value)

    def _set_alike(self) -> None:
        """Place rows quickly where there are many."""
        self._delegate.is_alike = self.model.rowCount() > MANY
        self.list.set_alike(on=self._delegate.is_alike)

    def _remember(self) -> None:
        self._marked, self._current = self.marked_articles(), self.marked_article()

    def _mark_again(self) -> None:
        """Mark the same articles, wherever they stand now, without telling of each."""
        places = self.model.places(self._marked)
        marks = QItemSelectionModel.SelectionFlag
        chosen = self.list.selectionModel()
        current = self.model.index_of(self._current) if self._current else QModelIndex()
        if current.isValid():
            chosen.setCurrentIndex(current, marks.NoUpdate)
        selection = QItemSelection()
        for first, last in _stretches(places):
            selection.select(self.model.index(first), self.model.index(last))
        if places:
            chosen.select(selection, marks.ClearAndSelect)
        elif self._marked:
            self.marked_changed.emit()

    def _want_menu(self, place: QPoint) -> None:
        row = self.model.row_of(self.list.indexAt(place))
        if isinstance(row, ArticleRow):
            self.menu_wanted.emit(row.id, self.list.viewport().mapToGlobal(place))

    def _activate(self, index: QModelIndex) -> None:
        row = self.model.row_of(index)
        is_marking = bool(QGuiApplication.keyboardModifiers() & MARKING)
        if isinstance(row, ArticleRow) and not is_marking:
            self.article_activated.emit(row.id)


def _stretches(places: list[int]) -> list[tuple[int, int]]:
    """Return ascending numbers as stretches of neighbours, each by its first and last."""
    found: list[tuple[int, int]] = []
    for place in places:
        if found and found[-1][1] == place - 1:
            found[-1] = found[-1][0], place
        else:
            found.append((place, place))
    return found
