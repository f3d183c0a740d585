"""Judging: leads from the chosen passage to the text, and from the analyst's verdicts to edits."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workbench.model import Comparison, Passage
from workbench.project.apparatus import before_column, before_word
from workbench.project.decisions import set_decisions
from workbench.project.verdicts import added, correct, join, moved, pairs_with, reject, split
from workbench.ui.background import collate_cluster
from workbench.ui.reason_panel import pairs_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from workbench.model import Apparatus, Decision, Span
    from workbench.ui.main_window import MainWindow
    from workbench.ui.panes.pane import Pane
    from workbench.ui.session import Session
    from workbench.ui.tasks import Task, Worker

CHOOSE = "Choose a passage first, with N or a click."
NOTHING_FOLLOWS = "No shared passage of the same articles follows soon enough to be joined."
NOT_INSIDE = "Put the cursor inside the chosen passage, or on a cell of its collation, to split it."
NOTHING_MARKED = "Select in a pane the words that the passage is to have."
NOT_IN_PANE = "Put the cursor into a pane that has the chosen passage to move its ends."
NO_WORD = "There is no word to move the end of the passage to."
NO_CHANGE = "The passage has these words already."


class Judging(QObject):
    """Connects the collation, its reasons and the list of decisions to the session."""

    def __init__(self, window: MainWindow, session: Session, worker: Worker) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._worker = worker
        self._task: Task | None = None
        window.collation.table_wanted.connect(self._lay_out)
        window.collation.view.row_rejected.connect(self.reject_in)
        window.decisions.take_back_wanted.connect(self._take_back)
        window.board.end_dragged.connect(self.set_ends)
        session.compared.connect(self._show_decisions)
        verdicts: Mapping[str, Callable[[], object]] = {
            "reject_passage": self.reject,
            "join_passage": self.join,
            "split_passage": self.split,
            "set_passage": self.set_to_selection,
            "end_later": lambda: self.move_ends(0, 1),
            "end_earlier": lambda: self.move_ends(0, -1),
            "start_later": lambda: self.move_ends(1, 0),
            "start_earlier": lambda: self.move_ends(-1, 0),
        }
        for name, act in verdicts.items():
            window.actions_by_name[name].triggered.connect(lambda _=False, act=act: self._on(act))

    def reject(self) -> None:
        """Reject the marked pairs, or else all pairs of the chosen passage."""
        desk, panel = self._window.desk, self._window.collation.reasons
        every = tuple(pairs_of(desk.cluster(desk.chosen), desk))
        marked = panel.marked() or every
        what = "reject the passage"
        if len(marked) < len(every):
            sides = [side for pair in marked for side in (pair.a, pair.b)]
            what = "reject " + " · ".join(dict.fromkeys(desk.siglum(s.article) for s in sides))
        self._decide(reject(marked, panel.reason.currentText()), what)

    def reject_in(self, passage: Passage) -> None:
        """Reject all pairs of the chosen passage that one of its passages is part of."""
        desk = self._window.desk
        pairs = pairs_with(passage, desk.cluster(desk.chosen), desk.comparison)
        words = f"reject the passage in {desk.siglum(passage.article)}"
        self._decide(reject(pairs), words)

    def join(self) -> None:
        """Join the chosen passage with the one that follows it."""
        desk = self._window.desk
        decision = join(desk.cluster(desk.chosen), desk.comparison)
        self._decide(decision, "join two passages", NOTHING_FOLLOWS)

    def split(self) -> None:
        """Split the chosen passage before the word at the cursor, or before the current cell."""
        desk = self._window.desk
        places = self._places()
        pairs = pairs_of(desk.cluster(desk.chosen), desk)
        decision = split(pairs, places) if places else None
        self._decide(decision, "split the passage", NOT_INSIDE)

    def set_to_selection(self) -> None:
        """Let the chosen passage have the words that are selected in a pane."""
        pane = self._pane(selecting=True)
        if pane is None:
            self._window.notices.say(NOTHING_MARKED)
            return
        self.set_ends(pane.article.id, _trimmed(pane.view.selected(), pane.article.text))

    def set_ends(self, article_id: str, span: Span) -> None:
        """Let the chosen passage have these words in an article."""
        desk = self._window.desk
        passage = Passage(article_id, span)
        decision = correct(desk.cluster(desk.chosen), passage, desk.comparison)
        self._decide(decision, "correct the ends of the passage", NO_CHANGE)

    def move_ends(self, start_by: int, end_by: int) -> None:
        """Move the ends of the chosen passage in the pane with the keyboard by so many words."""
        desk, pane = self._window.desk, self._pane(selecting=False)
        cluster = desk.cluster(desk.chosen)
        here = [each for each in cluster.passages if pane and each.article == pane.article.id]
        if not here:
            self._window.notices.say(NOT_IN_PANE)
            return
        passage = moved(here[0], desk.article(here[0].article).text, start_by, end_by)
        decision = correct(cluster, passage, desk.comparison) if passage else None
        self._decide(decision, "correct the ends of the passage", NO_WORD)

    def _on(self, act: Callable[[], object]) -> None:
        if self._window.desk.chosen:
            act()
        else:
            self._window.notices.say(CHOOSE)

    def _decide(self, decision: Decision | None, words: str, otherwise: str = "") -> None:
        if decision is None:
            self._window.notices.say(otherwise)
            return
        self._session.do(set_decisions(added(self._session.project.decisions(), decision)), words)

    def _take_back(self, decisions: tuple[Decision, ...]) -> None:
        kept = [each for each in self._session.project.decisions() if each not in decisions]
        self._session.do(set_decisions(kept), "take back a decision")

    def _show_decisions(self) -> None:
        self._window.decisions.set_decisions(self._session.project.decisions())

    def _places(self) -> Mapping[Passage, int] | None:
        """Return where the chosen passage is to be cut, None where that is nowhere inside it."""
        view, shown = self._window.collation.view, self._window.collation.model.shown
        if shown is None:
            return None
        if view.hasFocus() and view.currentIndex().isValid():
            return before_column(shown, view.currentIndex().column())
        pane = self._pane(selecting=False)
        return before_word(shown, pane.article.id, pane.view.selected().start) if pane else None

    def _pane(self, *, selecting: bool) -> Pane | None:
        """Return the pane with the keyboard; else the first in which words are selected."""
        panes = self._window.board.panes
        wanted = [pane for pane in panes if not selecting or _has_word(pane.view.selected_words())]
        focused = self._window.board.focused_article()
        with_keys = [pane for pane in wanted if pane.article.id == focused]
        return next(iter(with_keys or wanted), None) if selecting else next(iter(with_keys), None)

    def _lay_out(self, cluster_id: str) -> None:
        """Let another process lay out a long passage, with no more text than it needs."""
        if self._task is not None:
            self._task.cancel()
        desk = self._window.desk
        cluster = desk.cluster(cluster_id)
        wanted = {passage.article for passage in cluster.passages}
        articles = tuple(
            each if each.id in wanted else replace(each, text="")
            for each in desk.comparison.articles
        )
        comparison = Comparison(articles, tuple(pairs_of(cluster, desk)))
        task = self._task = self._worker.run(collate_cluster, cluster, comparison)
        task.succeeded.connect(lambda shown: self._show_table(task, shown))
        task.failed.connect(self._session.tell)
        task.cancelled.connect(lambda: self._forget(task))

    def _show_table(self, task: Task, shown: Apparatus) -> None:
        if task is self._task:
            self._task = None
            self._window.collation.show_table(shown)

    def _forget(self, task: Task) -> None:
        if task is self._task:
            self._task = None


def _has_word(text: str) -> bool:
    return any(map(str.isalnum, text))


def _trimmed(span: Span, text: str) -> Span:
    """Leave out the blanks at both ends of what is selected."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return replace(span, start=start, end=start + len(words.strip()))
