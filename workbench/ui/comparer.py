"""Comparer: sees to it that the project's articles are compared, and that it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from workbench.model import Comparison
from workbench.project.adding import FEW, MANY
from workbench.project.comparison_key import are_compared_alike
from workbench.ui.background import compare_added, compare_articles, fingerprint_articles, relate
from workbench.ui.desk import TO_COMPARE
from workbench.ui.steps import Steps
from workbench.ui.wording import count

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from workbench.comparison.options import CompareOptions
    from workbench.model import Article
    from workbench.project.adding import Fingerprints, Related
    from workbench.project.project import Project
    from workbench.ui.tasks import Task, Worker


PORTION = 500
"""Fingerprints stored at a time: some 20 ms."""


class Comparer(QObject):
    """Compares in the background; only the latest that was asked for is done.

    `compared` brings a comparison to show: in a project of many articles first what a few new ones
    share, then the whole.
    """

    compared = Signal(object)
    started = Signal(object, str)
    failed = Signal(object)
    stopped = Signal()

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._task: Task | None = None
        self._steps: Steps | None = None
        self._asked: tuple[Sequence[Article], CompareOptions] | None = None

    def follow(self, project: Project, new: Sequence[Article] = ()) -> None:
        """Compare anew where anything has changed that a comparison depends on."""
        if self._asked is None or not self._is_as_asked(*self._asked, project):
            self.compare(project, new)

    @staticmethod
    def _is_as_asked(
        articles: Sequence[Article], options: CompareOptions, project: Project
    ) -> bool:
        return project.options() == options and are_compared_alike(articles, project.articles())

    def compare(self, project: Project, new: Sequence[Article] = ()) -> None:
        """Compare all articles of a project, from what is kept where it is kept.

        `new` are those that have just been added.
        """
        self.stop()
        articles = project.articles()
        self._asked = articles, project.options()
        if len(articles) < TO_COMPARE:
            self.compared.emit(Comparison(()))
            return
        is_added_to = len(articles) > MANY and 0 < len(new) <= FEW

        def show(kept: Comparison | None) -> None:
            if kept is not None:
                self.compared.emit(kept)
            elif is_added_to:
                self._relate(project, new)
            else:
                self._compare_all(project)

        self._step(Steps(project.reading_kept(project.options()), self), show)

    def stop(self) -> None:
        """Stop what is under way; what is stored by then is of no use and goes with the next."""
        self._asked = None
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
        steps, self._steps = self._steps, None
        if steps is not None:
            steps.stop()

    def _relate(self, project: Project, new: Sequence[Article]) -> None:
        """Find the articles that the new ones may share something with, then what it is."""
        known = dict(project.fingerprints())
        missing = tuple(article for article in project.articles() if article.id not in known)
        added = tuple(article.id for article in new)
        words = f"Looking at {count(len(new), 'new article')}"

        def compare(found: Related) -> None:
            self._step(Steps(_kept_in_portions(project, found.fingerprints), self))
            wanted = found.ids.union(added)
            chosen = tuple(article for article in project.articles() if article.id in wanted)
            self._run(show, words, compare_added, chosen, added, project.options())

        def show(comparison: Comparison) -> None:
            self.compared.emit(comparison)
            self._compare_all(project)

        self._run(compare, words, relate, tuple(known.items()), missing, added)

    def _compare_all(self, project: Project) -> None:
        articles, options = project.articles(), project.options()
        words = f"Comparing {count(len(articles), 'article')}"

        def keep(comparison: Comparison) -> None:
            self.compared.emit(comparison)
            steps = Steps(project.keeping(comparison, options), self)
            self._step(steps, lambda _: self._fingerprint(project))

        self._run(keep, words, compare_articles, articles, options)

    def _fingerprint(self, project: Project) -> None:
        """Let the next article that is added find its relatives soon."""
        known = dict(project.fingerprints())
        missing = tuple(article for article in project.articles() if article.id not in known)
        if len(project.articles()) > MANY and missing and not project.read_only:
            task = self._task = self._worker.run(fingerprint_articles, missing)
            self._watch(
                task, lambda found: self._step(Steps(_kept_in_portions(project, found), self))
            )

    def _run(
        self,
        finish: Callable[[Any], object],
        words: str,
        function: Callable[..., Any],
        *args: object,
    ) -> None:
        task = self._task = self._worker.run(function, *args)
        self._watch(task, finish)
        self.started.emit(task, words)

    def _watch(self, task: Task, finish: Callable[[Any], object]) -> None:
        def over(then: Callable[[Any], object], value: object) -> None:
            if task is self._task:
                self._task = None
                then(value)

        task.succeeded.connect(lambda value: over(finish, value))
        task.failed.connect(lambda error: over(self._fail, error))
        task.cancelled.connect(lambda: over(self._tell_stopped, None))

    def _fail(self, error: Exception) -> None:
        self._asked = None
        self.failed.emit(error)

    def _tell_stopped(self, _: None) -> None:
        self._asked = None
        self.stopped.emit()

    def _step(self, steps: Steps, finish: Callable[[Any], object] = lambda _: None) -> None:
        def over(then: Callable[[Any], object], value: object) -> None:
            self._steps = None
            then(value)

        if self._steps is not None:
            self._steps.stop()
        self._steps = steps
        steps.finished.connect(lambda value: over(finish, value))
        steps.failed.connect(lambda error: over(self._fail, error))
        steps.start()


def _kept_in_portions(project: Project, fingerprints: Fingerprints) -> Iterator[None]:
    for start in range(0, len(fingerprints), PORTION):
        project.keep_fingerprints(fingerprints[start : start + PORTION])
        yield
