"""Review gestures: what is decided about annotations that wait, each decision one step."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workbench.model import ChangeAnnotations, Span
from workbench.project.amending import delete
from workbench.project.revising import settle
from workbench.ui.annotation_words import quoted
from workbench.ui.author import now
from workbench.ui.background import find_places
from workbench.ui.review_dock import Waiting, waiting_in
from workbench.ui.wording import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model import Article
    from workbench.text.anchor import Candidate
    from workbench.ui.main_window import MainWindow
    from workbench.ui.revisions_text import Found
    from workbench.ui.session import Session
    from workbench.ui.tasks import Task, Worker

    Places = tuple[tuple[Candidate, ...], Found]

SELECT = "Select the words in the pane of {} first."


class ReviewGestures(QObject):
    """Keeps the list of what waits true, says when there is more, and stores decisions."""

    def __init__(self, window: MainWindow, session: Session, worker: Worker) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._worker = worker
        self._task: Task | None = None
        self._waiting: tuple[Waiting, ...] = ()
        self._dock = dock = window.annotation_docks.review
        session.annotations_changed.connect(self._take_changes)
        session.codebook_changed.connect(dock.refresh)
        dock.contents_wanted.connect(self._show)
        dock.shown.connect(self._look_at)
        dock.put_wanted.connect(self._put)
        dock.selection_wanted.connect(self._put_selection)
        dock.keep_wanted.connect(lambda item: self._settle(item, None, "keep annotation on {}"))
        dock.delete_wanted.connect(self._delete)

    def _take_changes(self, ids: Sequence[str] | None) -> None:
        before = len(self._waiting)
        self._waiting = waiting_in(self._session.project.waiting_annotations())
        number = len(self._waiting)
        title = f"Review {number}" if number else "Review"
        self._window.dock("review_list").setWindowTitle(title)
        self._dock.refresh()
        if ids is not None and number > before:
            every = self._session.project.count_annotations()
            waits = "waits" if number == 1 else "wait"
            review = ("Review", lambda: self._window.show_dock("review_list"))
            said = f"{number:,} of {count(every, 'annotation')} {waits} for review."
            self._window.notices.say(said, action=review)

    def _show(self) -> None:
        project = self._session.project
        known = {one.selector.article for one in self._waiting}
        articles = {one.id: one for one in project.articles() if one.id in known}
        self._dock.show_waiting(self._waiting, articles, project.codebook())

    def _look_at(self, item: Waiting | None) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if item is None:
            return
        article = self._session.project.article(item.selector.article)
        before = self._text_of(item)
        self._task = task = self._worker.run(find_places, item.selector, before, article)
        task.succeeded.connect(lambda found: self._show_places(item, article, before, found))
        task.failed.connect(self._session.tell)
        for over in (task.succeeded, task.failed, task.cancelled):
            over.connect(lambda *_: self._drop(task))

    def _show_places(self, item: Waiting, article: Article, before: str, found: Places) -> None:
        if self._dock.current == item:
            self._dock.show_places(article, before, *found)

    def _drop(self, task: Task) -> None:
        if self._task is task:
            self._task = None

    def _text_of(self, item: Waiting) -> str:
        """Return the text that the words of a selector stand in; the words alone if it is lost."""
        project, selector = self._session.project, item.selector
        texts = {
            one.revision: one.text
            for one in (
                *(revision.article for revision in project.revisions(selector.article)),
                project.article(selector.article),
            )
        }
        return texts.get(selector.revision, selector.quote)

    def _put(self, item: Waiting, span: Span) -> None:
        self._settle(item, span, "put annotation back on {}")

    def _put_selection(self, item: Waiting) -> None:
        article = self._session.project.article(item.selector.article)
        panes = [one for one in self._window.board.panes if one.article.id == article.id]
        span = _trimmed(panes[0].view.selected(), article.text) if panes else Span(0, 0)
        if span.length:
            self._settle(item, span, "put annotation on {}")
            return
        if self._window.desk.open_article(article.id):
            self._window.board.bring_into_sight(article.id)
        name = article.headline or article.outlet or "the article"
        self._window.notices.say(SELECT.format(f"‘{name}’"))

    def _settle(self, item: Waiting, span: Span | None, words: str) -> None:
        article = self._session.project.article(item.selector.article)
        settled = settle(item.annotation, item.place, span, article)
        edit = ChangeAnnotations((replace(settled, changed=now()),))
        self._session.do(edit, words.format(quoted(settled.target)))
        if span is not None and article.id in self._window.desk.open_ids:
            self._window.board.show_span(article.id, span)

    def _delete(self, item: Waiting) -> None:
        words = f"delete annotation on {quoted(item.annotation.target)}"
        self._session.do(delete((item.annotation,)), words)


def _trimmed(span: Span, text: str) -> Span:
    """Leave out the blanks at both ends of what is selected."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.end - len(words) + len(words.rstrip())))
