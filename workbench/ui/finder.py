"""Finder: what is looked for, where it stands in the project, and at which of these one is."""

from __future__ import annotations

import time
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from workbench.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.text.find import Query, Search
    from workbench.ui.desk import Desk

SLICE = 0.008  # seconds that looking may hold the window before it shows a frame
PATIENCE = 0.1  # seconds that one text may take: only a runaway pattern needs more
Hit = tuple[str, Span]


class Finder(QObject):
    """Looks through the open articles first, then through the others, a few at a time."""

    changed = Signal()
    hit_chosen = Signal(str, object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._search: Search | None = None
        self._hits: dict[str, tuple[Span, ...]] = {}
        self._waiting: list[str] = []
        self.everywhere = False
        self.problem = ""
        self.current: Hit | None = None
        self._slices = QTimer(self, interval=0)
        self._slices.timeout.connect(self._look)
        desk.articles_changed.connect(self._look_again)
        desk.panes_changed.connect(self.changed)

    @property
    def hits(self) -> dict[str, tuple[Span, ...]]:
        """What was found so far, by article; articles without are left out."""
        return dict(self._hits)

    @property
    def is_looking(self) -> bool:
        """Whether articles are still to be looked through."""
        return bool(self._waiting)

    @property
    def is_asked(self) -> bool:
        """Whether anything is looked for."""
        return self._search is not None or bool(self.problem)

    def count(self, *, everywhere: bool) -> tuple[int, int]:
        """Return how many hits there are in how many articles, in the open ones or in all."""
        found = [len(self._hits.get(key, ())) for key in self._scope(everywhere=everywhere)]
        return sum(found), sum(number > 0 for number in found)

    @property
    def place(self) -> int:
        """The number of the current hit among those one steps through, from 1; 0 before a step."""
        if self.current is None:
            return 0
        article, span = self.current
        order = self._scope(everywhere=self.everywhere)
        if article not in order or span not in self._hits.get(article, ()):
            return 0
        before = order[: order.index(article)]
        earlier = sum(len(self._hits.get(key, ())) for key in before)
        return earlier + self._hits[article].index(span) + 1

    def look_for(self, query: Query) -> None:
        """Look for something else; an empty query looks for nothing."""
        from workbench.text.find import PatternError, prepare

        self._search, self.problem, self.current = None, "", None
        if query.words.strip():
            try:
                self._search = prepare(query)
            except PatternError as error:
                self.problem = f"Not a pattern: {error}"
        self._look_again()

    def set_everywhere(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot for `toggled`
        """Step through the whole project, or through the open articles only."""
        self.everywhere = on
        self.changed.emit()

    def step(self, by: int, from_article: str = "") -> None:
        """Go to the next (1) or previous (-1) hit, round from the last to the first.

        The first step begins at `from_article`, where it is one of those looked through.
        """
        order = self._scope(everywhere=self.everywhere)
        starts = list(accumulate((len(self._hits.get(key, ())) for key in order), initial=0))
        total = starts[-1]
        if not total:
            return
        here = self.place
        if here:
            target = (here - 1 + by) % total
        else:
            begin = starts[order.index(from_article)] if from_article in order else 0
            target = (begin if by > 0 else begin - 1) % total
        place = bisect_right(starts, target) - 1
        self.current = (order[place], self._hits[order[place]][target - starts[place]])
        self.changed.emit()
        self.hit_chosen.emit(*self.current)

    def go_to(self, article_id: str) -> None:
        """Go to the first hit in an article; where one is there already, to the next in it."""
        hits = self._hits.get(article_id, ())
        if not hits:
            return
        here = self.current
        at = hits.index(here[1]) + 1 if here and here[0] == article_id and here[1] in hits else 0
        self.current = (article_id, hits[at % len(hits)])
        self.changed.emit()
        self.hit_chosen.emit(*self.current)

    def _scope(self, *, everywhere: bool) -> Sequence[str]:
        if everywhere:
            return [article.id for article in self._desk.articles]
        return self._desk.open_ids

    def _look_again(self) -> None:
        self._hits = {}
        open_ids = self._desk.open_ids
        others = (article.id for article in self._desk.articles if article.id not in open_ids)
        self._waiting = [*open_ids, *others][::-1] if self._search else []
        self._look()

    def _look(self) -> None:
        """Look through articles until the slice is over, and go on after the next frame."""
        end = time.perf_counter() + SLICE
        while self._waiting and self._search and time.perf_counter() < end:
            self._look_into(self._waiting.pop(), self._search)
        if self._waiting and not self._slices.isActive():
            self._slices.start()
        elif not self._waiting:
            self._slices.stop()
        self.changed.emit()

    def _look_into(self, key: str, search: Search) -> None:
        from workbench.text.find import TooSlowError

        try:
            found = search.hits(self._desk.article(key).text, PATIENCE)
        except TooSlowError:
            self._search, self._waiting, self._hits = None, [], {}
            self.problem = "This pattern takes too long"
            return
        if found:
            self._hits[key] = found
