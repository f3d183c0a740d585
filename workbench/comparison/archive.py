"""Archive: all pairs of passages in a great many articles, as they are found."""

from __future__ import annotations

import signal
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from itertools import islice
from multiprocessing import get_context
from typing import TYPE_CHECKING

from workbench.comparison.linking import Task, solve, tasks
from workbench.comparison.options import CompareOptions
from workbench.comparison.order import canonical, oriented
from workbench.model import silent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Future

    from workbench.model import Article, PassagePair, Report

PORTION = 64
"""Pairs of articles that another process takes at a time: about a tenth of a second of work."""

AHEAD = 4
"""Portions that wait for each process, so that it never idles and memory stays bounded."""


def overlaps(
    articles: Iterable[Article],
    options: CompareOptions = CompareOptions(),  # noqa: B008 - frozen
    jobs: int = 1,
    report: Report = silent,
) -> Iterator[PassagePair]:
    """Yield the pairs of all articles; `a` is in the article that comes first among them.

    The number of processes makes no difference, nor does the order of the articles but for which
    passage is `a`, and the order of the pairs is the same. Abandoning the iterator, or a `report`
    that raises Cancelled, ends the processes. Raises InputError where two articles have one id.
    """
    given = list(articles)
    place = {article.id: index for index, article in enumerate(given)}
    work = tasks(canonical(given), options, report)
    number = 0
    for pairs in _solved(work, options, jobs):
        for pair in pairs:
            number += 1
            yield replace(oriented(pair, place), id=f"p{number}")


def _solved(
    work: Iterator[Task], options: CompareOptions, jobs: int
) -> Iterator[list[PassagePair]]:
    if jobs <= 1:
        for task in work:
            yield solve(task, options)
        return
    portions = iter(lambda: list(islice(work, PORTION)), [])
    waiting: deque[Future[list[PassagePair]]] = deque()
    solver = partial(_solve_portion, options=options)
    with ProcessPoolExecutor(jobs, get_context("spawn"), _ignore_interrupts) as pool:
        try:
            for portion in portions:
                waiting.append(pool.submit(solver, portion))
                if len(waiting) >= jobs * AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _solve_portion(portion: list[Task], options: CompareOptions) -> list[PassagePair]:
    return [pair for task in portion for pair in solve(task, options)]


def _ignore_interrupts() -> None:
    """Leave it to the parent to end the work when the analyst presses Ctrl+C."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
