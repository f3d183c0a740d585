"""MainWindow: lays the parts out and leads gestures to the session and the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QDockWidget,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QTabWidget,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.actions import ACTIONS, MENUS
from workbench.ui.annotation_bar import AnnotationBar
from workbench.ui.annotation_docks import LISTS, AnnotationDocks
from workbench.ui.annotation_panel import AnnotationPanel
from workbench.ui.articles_dock import ArticlesDock
from workbench.ui.boilerplate_dock import BoilerplateDock
from workbench.ui.collation_dock import CollationDock
from workbench.ui.command_palette import CommandPalette
from workbench.ui.decisions_dock import DecisionsDock
from workbench.ui.describing_parts import DescribingParts
from workbench.ui.dock_sizes import FIRST_SIZE, size_docks
from workbench.ui.dock_switching import switch_dock
from workbench.ui.find_bar import FindBar
from workbench.ui.finder import Finder
from workbench.ui.focus_order import lead_focus, name_tabs
from workbench.ui.import_pages import ImportPages
from workbench.ui.intake import page_in, paths_in, text_in
from workbench.ui.keys import give_keys
from workbench.ui.legend import Legend
from workbench.ui.notices import Notices
from workbench.ui.overview import VIEWS, Overview
from workbench.ui.panes.board import Board
from workbench.ui.parts import held
from workbench.ui.passages_dock import PassagesDock
from workbench.ui.quotations_dock import QuotationsDock
from workbench.ui.search_dock import SearchDock
from workbench.ui.status import Status
from workbench.ui.terms_dock import TermsDock
from workbench.ui.toolbar import Toolbar
from workbench.ui.welcome import Welcome
from workbench.ui.wording_dock import WordingDock

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.ui.action_spec import ActionSpec
    from workbench.ui.desk import Desk
    from workbench.ui.theme import Theme

HIDDEN = ("boilerplate_list", "decisions_list", "search_list", "details")  # at first
LEFT = ("articles_list", "codebook_list")
FOUND = ("passages_list", "wording_list", "terms_list", *HIDDEN)
BELOW = ("collation", "quotations_list", *LISTS, "outlets_list")  # wide tables
SCREEN_SHARE = 0.94  # of the screen at most: the frame and the system's bars need the rest


class MainWindow(QMainWindow):
    """Articles on the left, panes in the middle, shared passages on the right."""

    closing = Signal()
    dropped = Signal(object)

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self.desk = desk
        self.actions_by_name = {spec.name: self._make_action(spec) for spec in ACTIONS}
        self.board = Board(desk, theme)
        self._make_docks(theme)
        self.notices = Notices(theme)
        self.status = Status(desk, self.actions_by_name)
        self.welcome = Welcome()
        self.finder = Finder(desk, self)
        self.find_bar = FindBar(desk, self.finder)
        self._make_panels(theme)
        self.toolbar = Toolbar(self.actions_by_name)
        self.overview = Overview(desk, theme)
        self.importing = ImportPages(theme)
        self._middle = QStackedWidget()
        self._docks: dict[str, QDockWidget] = {}
        self._is_sized = False
        self._put_by: QByteArray | None = None
        self.setAcceptDrops(True)
        self.setWindowTitle("Crossread")
        self._lay_out()
        self._fill_menus()
        room = self.screen().availableSize() * SCREEN_SHARE
        self.resize(QSize(*FIRST_SIZE).boundedTo(room))
        desk.articles_changed.connect(self._show_middle)
        desk.panes_changed.connect(self._show_middle)
        self._show_middle()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours from now on."""
        for part in (self.board, self.articles, self.passages, self.notices, self.collation):
            part.set_theme(theme)
        self.overview.set_theme(theme)
        self.importing.set_theme(theme)
        self.terms.bars.set_theme(theme)
        self.search.set_theme(theme)
        self.annotation_docks.set_theme(theme)
        self.describing.set_theme(theme)
        for panel in (self.annotation_panel, self.annotation_bar, self.legend):
            panel.set_theme(theme)
        self.palette_of_commands.set_theme(theme)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files, folders and text."""
        data = event.mimeData()
        if paths_in(data) or page_in(data) or text_in(data):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import what is dropped anywhere on the window."""
        event.acceptProposedAction()
        self.take_in(event.mimeData())

    def take_in(self, data: object) -> None:
        """Hand dropped or pasted data to whoever imports it."""
        self.dropped.emit(data)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that the window closes; everything is saved already."""
        self.closing.emit()
        super().closeEvent(event)

    def add_menu(self, menu: QMenu, before: str) -> None:
        """Put a menu into that of an action, before it."""
        action = self.actions_by_name[before]
        for holder in action.associatedObjects():
            if isinstance(holder, QMenu):
                holder.insertMenu(action, menu)

    def dock(self, name: str) -> QDockWidget:
        """Return a dock by the name of the action that shows it."""
        return self._docks[name]

    def _make_docks(self, theme: Theme) -> None:
        desk = self.desk
        self.articles = ArticlesDock(desk, theme)
        self.passages = PassagesDock(desk, theme)
        self.wording = WordingDock(desk)
        self.terms = TermsDock(desk)
        self.quotations = QuotationsDock(desk)
        self.boilerplate = BoilerplateDock(desk)
        self.decisions = DecisionsDock(desk)
        self.search = SearchDock(desk, theme)
        self.collation = CollationDock(desk, theme, self.actions_by_name)
        self.annotation_docks = AnnotationDocks(theme)
        self.describing = DescribingParts(theme)

    def _make_panels(self, theme: Theme) -> None:
        """Make what comes up over the window."""
        self.legend = Legend(self.desk, theme, self.board)
        self.palette_of_commands = CommandPalette(theme, self)
        self.annotation_panel = AnnotationPanel(theme, self.actions_by_name, self)
        self.annotation_bar = AnnotationBar(self.actions_by_name["annotate"], theme, self)

    def _make_action(self, spec: ActionSpec) -> QAction:
        action = QAction(spec.text, self)
        action.setObjectName(spec.name)
        action.setCheckable(spec.checkable)
        action.setIconText(spec.short or spec.text)
        give_keys(action, spec, spec.keys)
        return action

    def _fill_menus(self) -> None:
        menus = {name: self.menuBar().addMenu(title) for name, title in _with_letters(MENUS)}
        for spec in ACTIONS:
            menus[spec.menu].addAction(self.actions_by_name[spec.name])
            self.addAction(self.actions_by_name[spec.name])
            if spec.group_ends:
                menus[spec.menu].addSeparator()

    def _lay_out(self) -> None:
        self._middle.addWidget(self.welcome)
        self._middle.addWidget(self.board)
        self._middle.addWidget(self.overview)
        self._middle.addWidget(self.importing)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self.find_bar)
        column.addWidget(self._middle, 1)
        self.setCentralWidget(centre)
        self._lay_out_docks()
        bar = QToolBar("Toolbar")
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        bar.toggleViewAction().setEnabled(False)
        bar.addWidget(self.toolbar)
        self.addToolBar(bar)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(self.status, 1)
        parts = (self.toolbar, self.articles, self.notices, self.find_bar, self._middle)
        docks = (dock for name, dock in self._docks.items() if name not in LEFT)
        lead_focus(self, (*parts, *docks))

    def _lay_out_docks(self) -> None:
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        self._add_dock("articles_list", "Articles", self.articles, left)
        self._add_dock("passages_list", "Passages", self.passages, right)
        self._add_dock("wording_list", "Wording", self.wording, right)
        self._add_dock("terms_list", "Terms", self.terms, right)
        self._add_dock("boilerplate_list", "Left out", self.boilerplate, right)
        self._add_dock("decisions_list", "Decisions", self.decisions, right)
        self._add_dock("search_list", "Search", self.search, right)
        self._add_dock("details", "Details", self.describing.details, right)
        below = Qt.DockWidgetArea.BottomDockWidgetArea
        self._add_dock("collation", "Collation", self.collation, below)
        self._add_dock("quotations_list", "Quotations", self.quotations, below)
        self._add_dock("codebook_list", "Codebook", self.annotation_docks.codebook, left)
        for name, (title, dock) in self.annotation_docks.below.items():
            self._add_dock(name, title, dock, below)
        self._add_dock("outlets_list", "Outlets", self.describing.outlets, below)
        self.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        self._stack_docks(LEFT)
        self._stack_docks(FOUND)
        self._stack_docks(BELOW)
        for name in (*HIDDEN, "outlets_list"):
            self._docks[name].hide()

    def restore_docks(self, state: QByteArray) -> None:
        """Put the docks where they were; where that is damaged they stay as they are."""
        self._is_sized = self.restoreState(state)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the docks their usual sizes, now that the window has its own."""
        super().showEvent(event)
        name_tabs(self)
        if not self._is_sized:
            self._is_sized = True
            size_docks(self)

    def _stack_docks(self, names: tuple[str, ...]) -> None:
        """Put docks on tabs, the first of them in front."""
        first, *others = (self._docks[name] for name in names)
        for other in others:
            self.tabifyDockWidget(first, other)
        first.raise_()

    def show_overview(self, name: str) -> None:
        """Show the matrix or the timeline in place of the texts; these again for no name."""
        for each in VIEWS:
            self.actions_by_name[each].setChecked(each == name)
        self._show_middle()
        if name:
            self.overview.show_view(name)

    def show_page(self, page: QWidget | None) -> None:
        """Show a page of importing in place of texts and lists; for none these as they were."""
        if page is not None:
            self.importing.setCurrentWidget(page)
            if self._put_by is None:
                self._put_by = self.saveState()
                for dock in self._docks.values():
                    dock.hide()
            self._show_middle()
        elif self._put_by is not None:
            self.restoreState(self._put_by)
            self._put_by = None
            self._show_middle()
            self._middle.currentWidget().setFocus()

    def show_dock(self, name: str) -> None:
        """Show a dock in front of those that share its place."""
        self._docks[name].show()
        self._docks[name].raise_()

    def _switch_dock(self, name: str) -> None:
        """Put a dock away that is in front, and else bring it there."""
        dock = self._docks[name]
        switch_dock(self, dock, self._middle.currentWidget())
        self.actions_by_name[name].setChecked(dock.isVisible())

    def _add_dock(self, name: str, title: str, content: QWidget, area: Qt.DockWidgetArea) -> None:
        dock = QDockWidget(title, self)
        dock.setObjectName(name)
        dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        dock.setTitleBarWidget(QWidget())  # its tab says the name
        dock.setWidget(held(content))
        self.addDockWidget(area, dock)
        self._docks[name] = dock
        action = self.actions_by_name[name]
        action.setChecked(True)
        action.triggered.connect(lambda: self._switch_dock(name))
        dock.visibilityChanged.connect(lambda shown: action.setChecked(shown or dock.isVisible()))
        content.hide()  # until its dock is seen: behind another tab Tab passes it by
        dock.visibilityChanged.connect(content.setVisible)

    def _show_middle(self) -> None:
        if self._put_by is not None:
            self._middle.setCurrentWidget(self.importing)
            return
        if any(self.actions_by_name[name].isChecked() for name in VIEWS):
            self._middle.setCurrentWidget(self.overview)
            return
        wanted = self.board if self.desk.articles else self.welcome
        is_other = {self._middle.currentWidget(), wanted} == {self.board, self.welcome}
        self._middle.setCurrentWidget(wanted)
        if is_other:
            wanted.setFocus()  # which hands the keyboard on to its first pane, or button


def _with_letters(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each name with its title, in which the letter that opens the menu is marked."""
    taken: set[str] = set()
    for name in names:
        place = next(place for place, sign in enumerate(name) if sign.lower() not in taken)
        taken.add(name[place].lower())
        yield name, f"{name[:place]}&{name[place:]}"
