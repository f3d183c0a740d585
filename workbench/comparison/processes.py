"""Processes: the same function over many items, on one core or several, in the order given."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context, parent_process
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future

Item = TypeVar("Item")
Result = TypeVar("Result")

AHEAD = 3
"""Items that wait for each process, so that it never idles and memory stays bounded."""


class Each(Protocol):
    """What applies a function to every item, as `map` does."""

    def __call__(
        self, function: Callable[[Item], Result], items: Iterable[Item], /
    ) -> Iterator[Result]:
        """Yield the results in the order of the items."""


@contextmanager
def processes(jobs: int) -> Iterator[Each]:
    """Lend a `map` that works in `jobs` other processes; with one job it works in this one.

    Functions, items and results must pickle. The processes end with the block, whatever ends it,
    and with this process, even if it is killed.
    """
    if jobs <= 1:
        yield map
        return
    with ProcessPoolExecutor(jobs, get_context("spawn"), _begin) as pool:

        def each(function: Callable[[Item], Result], items: Iterable[Item], /) -> Iterator[Result]:
            rest = iter(items)
            waiting: deque[Future[Result]] = deque()
            while True:
                for item in islice(rest, jobs * AHEAD - len(waiting)):
                    waiting.append(pool.submit(function, item))
                if not waiting:
                    return
                yield waiting.popleft().result()

        try:
            yield each
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _begin() -> None:
    """Leave it to the parent to end the work when the analyst presses Ctrl+C, and die with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_die_with_parent, daemon=True).start()


def _die_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)  # whoever waits for an orphan's work is gone; nothing is left to tidy
