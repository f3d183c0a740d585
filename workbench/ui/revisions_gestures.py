"""Revisions gestures: a later text for an article, and what changed since the earlier ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from workbench.messages import sentence
from workbench.project.importing import SUFFIXES
from workbench.ui.background import carry_over, differ, read_paths

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QMenu

    from workbench.model import Article, Edit, FileReading
    from workbench.ui.asking import Asking
    from workbench.ui.main_window import MainWindow
    from workbench.ui.panes.pane import Pane
    from workbench.ui.session import Session
    from workbench.ui.tasks import Task, Worker

NO_PANE = "Put the cursor into the pane of an article first."
SAME = "This file has the text that the article has already; nothing was changed."
SEVERAL = "This file holds {} articles; choose one that holds the later text alone."


class RevisionsGestures(QObject):
    """Shows what changed, and imports later texts."""

    def __init__(
        self, window: MainWindow, session: Session, worker: Worker, asking: Asking
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._worker = worker
        self._asking = asking
        self._task: Task | None = None
        self._last = ""
        self._view = window.overview.changes
        self._view.texts_wanted.connect(self._compare)
        self._view.left.connect(window.actions_by_name["changes"].trigger)
        window.actions_by_name["changes"].triggered.connect(self._switch)
        window.actions_by_name["import_later"].triggered.connect(
            lambda: self.ask_later(self._article())
        )
        window.board.pane_made.connect(self._join)
        session.articles_changed.connect(self._refresh)

    def add_to(self, menu: QMenu, article_id: str) -> None:
        """Offer in the menu of an article what can be done about its texts."""
        menu.addAction("What changed").triggered.connect(lambda: self.show_changes(article_id))
        later = menu.addAction("Import as later text…")
        later.triggered.connect(lambda: self.ask_later(article_id))

    def show_changes(self, article_id: str) -> None:
        """Show what changed in an article, in place of the texts."""
        self._window.show_overview("changes")
        self._offer(article_id)

    def ask_later(self, article_id: str) -> None:
        """Ask for a file with the later text of an article, and read it in the background."""
        if not article_id:
            self._window.notices.say(NO_PANE)
            return
        if paths := self._asking.files(SUFFIXES):
            task = self._worker.run(read_paths, paths[:1])
            task.succeeded.connect(lambda read: self._revise(article_id, read))
            task.failed.connect(self._session.tell)
            self._session.started.emit(task, "Reading 1 file")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remember which pane had the keyboard last: what changed in it may be asked for."""
        if event.type() == QEvent.Type.FocusIn:
            panes = (pane for pane in self._window.board.panes if pane.view is watched)
            self._last = next((pane.article.id for pane in panes), self._last)
        return False

    def _join(self, pane: Pane) -> None:
        pane.head.changes_wanted.connect(lambda: self.show_changes(pane.article.id))
        pane.view.installEventFilter(self)

    def _switch(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot
        if on:
            self._offer(self._article())

    def _article(self) -> str:
        """Return the id of the article of the pane that had the keyboard last, else the first."""
        open_ids = self._window.desk.open_ids
        return self._last if self._last in open_ids else next(iter(open_ids), "")

    def _offer(self, article_id: str) -> None:
        project = self._session.project
        known = {article.id: article for article in project.articles()}
        article = known.get(article_id)
        revisions = project.revisions(article_id) if article and article.revision else ()
        if article and revisions:
            self._view.offer(article, revisions)
        else:
            self._view.show_nothing(article)

    def _refresh(self) -> None:
        if self._view.isVisible():
            self._offer(self._view.article.id if self._view.article else "")

    def _compare(self, article_id: str, number: int) -> None:
        project = self._session.project
        texts = {one.article.revision: one.article.text for one in project.revisions(article_id)}
        before, after = texts[number], project.article(article_id).text
        if self._task is not None:
            self._task.cancel()
        self._task = task = self._worker.run(differ, before, after)
        task.succeeded.connect(lambda found: self._view.show_texts(before, after, found))
        task.failed.connect(self._session.tell)
        for over in (task.succeeded, task.failed, task.cancelled):
            over.connect(lambda *_: self._drop(task))

    def _drop(self, task: Task) -> None:
        if self._task is task:
            self._task = None

    def _revise(self, article_id: str, readings: Sequence[FileReading]) -> None:
        found = [article for reading in readings for article in reading.articles]
        faults = [error for reading in readings for error in reading.skipped]
        if len(found) != 1:
            said = sentence(faults[0]) if faults and not found else SEVERAL.format(len(found))
            self._window.notices.say(said)
            return
        project = self._session.project
        if article_id not in {article.id for article in project.articles()}:
            return
        article = project.article(article_id)
        if article.text == found[0].text:
            self._window.notices.say(SAME)
            return
        self._carry(article, found[0])

    def _carry(self, article: Article, later: Article) -> None:
        """Carry the annotations over in the background; once more where they change meanwhile."""
        project = self._session.project
        texts = {one.article.revision: one.article.text for one in project.revisions(article.id)}
        annotations = project.annotations_of((article.id,))
        task = self._worker.run(carry_over, article, later, annotations, texts)

        def store(edit: Edit) -> None:
            if project is not self._session.project or article not in project.articles():
                return
            if project.annotations_of((article.id,)) == annotations:
                self._store(edit, article)
            else:
                self._carry(article, later)

        task.succeeded.connect(store)
        task.failed.connect(self._session.tell)
        self._session.started.emit(task, "Carrying annotations to the later text")

    def _store(self, edit: Edit, article: Article) -> None:
        name = article.headline or article.outlet or "article"
        if self._session.do(edit, f"import a later text of ‘{name[:40]}’"):
            show = ("What changed", lambda: self.show_changes(article.id))
            self._window.notices.say(f"‘{name}’ has a later text now.", action=show)
