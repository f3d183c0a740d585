"""Metadata gestures: the marked articles are shown with their details, and get others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from workbench.project.describing import describe
from workbench.ui.language_menu import COMMON, language_name
from workbench.ui.metadata_form import COMPLETED
from workbench.ui.metadata_words import step_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QMenu

    from workbench.ui.main_window import MainWindow
    from workbench.ui.session import Session

SOON = 40  # milliseconds: who marks article after article with a key is not kept waiting


class MetadataGestures(QObject):
    """Connects the panel of details to the list of articles and to the session."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._panel = panel = window.describing.details
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._follow)
        window.articles.marked_changed.connect(self._soon.start)
        window.actions_by_name["details"].triggered.connect(self._begin)
        session.articles_changed.connect(self._refresh)
        session.project_changed.connect(self._forget)
        panel.contents_wanted.connect(self._fill)
        panel.applied.connect(self._apply)
        panel.left.connect(self._leave)

    def add_to(self, menu: QMenu, _article_id: str) -> None:
        """Put the details into the menu of an article in the list."""
        menu.addAction("Details…").triggered.connect(self.open)

    def open(self) -> None:
        """Show the details of the marked articles and give them the keyboard."""
        self._window.show_dock("details")
        self._begin()

    def _begin(self) -> None:
        if self._panel.isVisible():
            self._follow()
            self._panel.begin()

    def _leave(self) -> None:
        self._window.show_dock("articles_list")
        self._window.articles.list.setFocus()

    def _follow(self) -> None:
        """Show other articles, unless something was written on those that are shown."""
        if self._wanted() == tuple(article.id for article in self._panel.articles):
            return
        if self._panel.form.is_written:
            self._panel.keep()
        else:
            self._panel.refresh()

    def _refresh(self) -> None:
        if not self._panel.form.is_written:
            self._panel.refresh()

    def _forget(self) -> None:
        """Drop what was written on articles of another project."""
        self._panel.show_articles(())

    def _wanted(self) -> tuple[str, ...]:
        """Return the ids of the marked articles, else of that in the pane with the keyboard."""
        marked = self._window.articles.marked_articles()
        focused = self._window.board.focused_article()
        return marked or ((focused,) if focused else ())

    def _fill(self) -> None:
        project = self._session.project
        by_id = {article.id: article for article in project.articles()}
        articles = [by_id[id_] for id_ in self._wanted() if id_ in by_id]
        self._panel.show_articles(articles, can_write=not project.read_only)
        known = {
            field: sorted({getattr(one, field) for one in project.articles()})
            for field in COMPLETED
        }
        known["outlet"] += [outlet.name for outlet in project.outlets()]
        known["language"] = [language_name(tag) for tag in {*COMMON, *known["language"]} - {""}]
        self._panel.offer(known)

    def _apply(self, values: Mapping[str, str]) -> None:
        project, panel = self._session.project, self._panel
        by_id = {article.id: article for article in project.articles()}
        articles = [by_id[one.id] for one in panel.articles if one.id in by_id]
        edit = describe(articles, values)
        panel.show_articles(articles, can_write=not project.read_only)
        if edit.articles:
            self._session.do(edit, step_words(values, len(edit.articles)))
        panel.refresh()
