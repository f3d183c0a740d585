"""Outlets gestures: what is said of outlets, and how they are renamed and joined."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workbench.model import ChangeOutlets
from workbench.project.describing import describe_outlet, join_outlets, rename_outlet
from workbench.ui.metadata_words import named, outlet_step, refused, short
from workbench.ui.outlets_model import Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.ui.main_window import MainWindow
    from workbench.ui.panes.pane import Pane
    from workbench.ui.session import Session


class OutletsGestures(QObject):
    """Connects the list of outlets to the session, and tells the desk what is known of them."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._dock = dock = window.describing.outlets
        session.outlets_changed.connect(self._show)
        session.articles_changed.connect(dock.refresh)
        dock.contents_wanted.connect(self._fill)
        dock.model.written.connect(self._write)
        dock.join_wanted.connect(self._join)
        dock.articles_wanted.connect(self._list_articles)
        window.board.pane_made.connect(self._colour_head)
        window.desk.outlets_changed.connect(self._colour_heads)

    def _show(self) -> None:
        self._window.desk.show_outlets(self._session.project.outlets())
        self._dock.refresh()

    def _colour_heads(self) -> None:
        for pane in self._window.board.panes:
            self._colour_head(pane)

    def _colour_head(self, pane: Pane) -> None:
        pane.head.chip.set_colour(self._window.desk.outlet(pane.article.outlet).colour)

    def _fill(self) -> None:
        project = self._session.project
        articles = Counter(article.outlet for article in project.articles())
        self._dock.show_outlets(project.outlets(), articles, can_write=not project.read_only)

    def _write(self, names: Sequence[str], field: str, words: str) -> None:
        if field == Column.NAME.value:
            self._rename(names[0], " ".join(words.split()))
            return
        known = {outlet.name: outlet for outlet in self._session.project.outlets()}
        edits = [describe_outlet(known[name], field, words) for name in names]
        put = [outlet for edit in edits if edit is not None for outlet in edit.put]
        if len(put) < len(names):
            self._window.notices.say(refused(field, words))
        elif any(outlet != known[outlet.name] for outlet in put):
            value = getattr(put[0], field)
            self._session.do(ChangeOutlets(tuple(put)), outlet_step(names, field, value))

    def _rename(self, name: str, other: str) -> None:
        project = self._session.project
        known = {outlet.name: outlet for outlet in project.outlets()}
        if other in known and other != name:
            self._join(other, (name, other))
        elif other and other != name:
            edit = rename_outlet(project.articles(), known[name], other)
            if self._session.do(edit, f"rename {short(name)} to {short(other)}"):
                self._dock.table.mark((other,))

    def _join(self, into: str, names: Sequence[str]) -> None:
        project = self._session.project
        known = {outlet.name: outlet for outlet in project.outlets()}
        others = [known[name] for name in names if name != into]
        edit = join_outlets(project.articles(), known[into], others)
        gone = named([outlet.name for outlet in others])
        if self._session.do(edit, f"join {gone} into {short(into)}"):
            self._dock.table.mark((into,))
            said = f"Joined {gone} into {short(into)}."
            self._window.notices.say(said, action=("Undo", self._session.undo))

    def _list_articles(self, name: str) -> None:
        self._window.show_dock("articles_list")
        self._window.articles.search.setText(f"outlet:{name}")
