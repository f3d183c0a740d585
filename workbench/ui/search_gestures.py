"""SearchGestures: from what is typed to what is found, and from there to the texts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workbench.project.searches import (
    delete_search,
    rename_search,
    save_search,
    saved_searches,
)
from workbench.ui.search_asking import SearchAsking
from workbench.ui.search_indexer import SearchIndexer
from workbench.ui.search_menu import SearchMenu
from workbench.ui.wording import count

if TYPE_CHECKING:
    from workbench.settings import Settings
    from workbench.ui.asking import Asking
    from workbench.ui.main_window import MainWindow
    from workbench.ui.search_rows import SearchRow
    from workbench.ui.session import Session

DOCK = "search_list"
LAST = 6  # searches that are remembered


class SearchGestures(QObject):
    """Keeps the index and what was found true, and leads to the places."""

    def __init__(
        self, window: MainWindow, session: Session, settings: Settings, asking: Asking
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._settings = settings
        self._ask_for = asking
        self.asking = SearchAsking(session, self)
        self.indexer = SearchIndexer(session, self)
        self._asked: tuple[str, str] = ("", "")
        self._is_typing = False
        dock = self._dock = window.search
        self._menu = SearchMenu(self._saved, lambda: bool(dock.query), dock)
        dock.saved.setMenu(self._menu)
        self._connect()

    def _connect(self) -> None:
        dock, window, session = self._dock, self._window, self._session
        window.actions_by_name["search"].triggered.connect(self._open)
        dock.asked.connect(self._ask)
        dock.row_chosen.connect(self.go_to)
        dock.contents_wanted.connect(self._want)
        dock.help_button.clicked.connect(self._offer)
        self.asking.found.connect(self._show)
        self.indexer.advanced.connect(self._advance)
        session.project_changed.connect(dock.field.clear)
        window.finder.changed.connect(self._mark)
        window.dock(DOCK).visibilityChanged.connect(lambda _: self._mark())
        self._menu.query_chosen.connect(dock.search)
        self._menu.save_wanted.connect(self._save)
        self._menu.rename_wanted.connect(self._rename)
        self._menu.delete_wanted.connect(self._delete)

    @property
    def shown(self) -> str:
        """The query that was asked for what is listed."""
        return self._asked[0]

    def go_to(self, row: SearchRow) -> None:
        """Show where a row leads, in place of the last pane where all are open."""
        self._remember()
        if not row.article:
            self._window.show_dock("annotations_list")
            return
        desk = self._window.desk
        if not desk.open_article(row.article):
            desk.close_article(desk.open_ids[-1])
            desk.open_article(row.article)
        if row.span is None:
            self._window.board.bring_into_sight(row.article)
        else:
            self._window.board.show_span(row.article, row.span)
        self._mark(row)

    def _open(self) -> None:
        self._window.show_dock(DOCK)
        self._dock.field.setFocus()
        self._dock.field.selectAll()

    def _want(self) -> None:
        """Search again: the dock is shown, or something has changed."""
        self.indexer.want()
        self._ask(self._dock.field.text(), self._is_typing)

    def _ask(self, query: str, is_typing: bool) -> None:  # noqa: FBT001 - a Qt slot for `asked`
        from workbench.project.searching import Order

        self._is_typing = is_typing
        self.asking.ask(query, Order(self._dock.order.current), is_typing=is_typing)

    def _show(self) -> None:
        found = self.asking.result
        asked = (self._dock.query, self._dock.order.current)
        bar = self._dock.list.verticalScrollBar()
        place, row = (bar.value(), self._dock.list.currentIndex().row())
        total = len(found.articles) if found else 0
        self._dock.model.show(total, self.asking.hits, self._session.project.codebook())
        if asked == self._asked:  # the same search: only the project is another
            self._dock.list.setCurrentIndex(self._dock.model.index(row))
            self._dock.list.doItemsLayout()
            bar.setValue(place)
        self._asked = asked
        if not self._dock.query:
            self._offer()
        self._say()
        self._mark()

    def _offer(self) -> None:
        """Let the help offer what was saved and searched by now."""
        self._dock.help.show_searches(self._saved(), self._last())

    def _advance(self) -> None:
        if self.indexer.is_busy:
            self._say()
        else:
            self._dock.refresh()

    def _say(self) -> None:
        self._dock.say(" · ".join(filter(None, (self._found_words(), self._indexed_words()))))

    def _found_words(self) -> str:
        found = self.asking.result
        if self.asking.problem or not self._dock.query or found is None:
            return self.asking.problem
        articles = count(sum(map(bool, found.articles)), "article")
        annotations = sum(map(len, found.annotations.values()))
        return f"{articles}, {count(annotations, 'annotation')}" if annotations else articles

    def _indexed_words(self) -> str:
        ready, total = self.asking.indexed
        return f"{ready:,} of {count(total, 'article')} are indexed" if ready < total else ""

    def _mark(self, row: SearchRow | None = None) -> None:
        """Mark what was found in the open articles, while it is listed and nothing else is."""
        if self._window.finder.is_asked:
            return
        is_listed = self._window.dock(DOCK).isVisible() and bool(self._dock.query)
        ids = self._window.desk.open_ids if is_listed else ()
        current = (row.article, row.span) if row and row.span else None
        self._window.board.set_hits({id_: self.asking.places(id_) for id_ in ids}, current)

    def _saved(self) -> dict[str, str]:
        return saved_searches(self._session.project.setting)

    def _save(self) -> None:
        query = self._dock.query
        if name := self._ask_for.words("Save search", "Name of the search", query):
            self._session.do(save_search(self._saved(), name, query), f"save search “{name}”")

    def _rename(self, name: str) -> None:
        new = self._ask_for.words("Rename search", "New name of the search", name)
        if new and new != name:
            edit = rename_search(self._saved(), name, new)
            self._session.do(edit, f"rename search “{name}”")

    def _delete(self, name: str) -> None:
        self._session.do(delete_search(self._saved(), name), f"delete search “{name}”")

    def _last(self) -> tuple[str, ...]:
        try:
            found = json.loads(self._settings.get("recent_searches") or "[]")
        except ValueError:
            return ()
        return tuple(each for each in found if isinstance(each, str))

    def _remember(self) -> None:
        if query := self._dock.query:
            last = dict.fromkeys((query, *self._last()))
            self._settings.set("recent_searches", json.dumps(list(last)[:LAST]))
