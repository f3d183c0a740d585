"""Shares: how many words articles, or groups of articles such as outlets, have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from workbench.text.tokenize import token_arrays

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

    from numpy.typing import NDArray

    from workbench.model import Article, PassagePair

BATCH = 50_000
"""Code points looked at before others may go on: some milliseconds of work."""

FEW = 2_000
"""Passage pairs looked at before others may go on."""


@dataclass(frozen=True, slots=True)
class Shares:
    """What articles share: the words from `start` to `end` of an article stand also in another.

    `words` are the words of each article; `article` and `other` are places among the articles,
    `start` and `end` (exclusive) places among the words of `article`. Each pair is told both ways.
    """

    words: NDArray[np.int64]
    article: NDArray[np.int64]
    other: NDArray[np.int64]
    start: NDArray[np.int64]
    end: NDArray[np.int64]

    def common(
        self, rows: Sequence[Sequence[int]], columns: Sequence[Sequence[int]]
    ) -> NDArray[np.int64]:
        """Count the words of each row's articles that any article of a column has too.

        Rows and columns name their articles by place; no article may be in two of the rows, nor
        in two of the columns. A word counts once, however many articles have it.
        """
        row = self._membership(rows)[self.article]
        column = self._membership(columns)[self.other]
        kept = np.flatnonzero((row >= 0) & (column >= 0))
        width = max(1, len(columns))
        room = int(self.end.max(initial=0)) + 1
        group = (self.article[kept] * width + column[kept]) * room
        order = np.argsort(group + self.start[kept])
        fresh = _fresh(group[order] + self.start[kept[order]], group[order] + self.end[kept[order]])
        cells = (row * width + column)[kept[order]]
        counted = np.bincount(cells, fresh, minlength=len(rows) * width).astype(np.int64)
        return counted.reshape(len(rows), width)[:, : len(columns)]

    def total(self, members: Sequence[Sequence[int]]) -> NDArray[np.int64]:
        """Count the words of each member's articles."""
        return np.array([self.words[list(places)].sum() for places in members], np.int64)

    def _membership(self, members: Sequence[Sequence[int]]) -> NDArray[np.int64]:
        result = np.full(len(self.words), -1, np.int64)
        for place, articles in enumerate(members):
            result[list(articles)] = place
        return result


def shares(articles: Sequence[Article], pairs: Sequence[PassagePair]) -> Shares:
    """Measure what articles share; a pair with an article that is not among them is left out."""
    work = measuring(articles, pairs)
    while True:
        try:
            next(work)
        except StopIteration as over:
            found: Shares = over.value
            return found


def measuring(
    articles: Sequence[Article], pairs: Sequence[PassagePair]
) -> Generator[None, None, Shares]:
    """Do the work of `shares` in steps of some milliseconds each, and return the same."""
    starts, counts = yield from _words(articles)
    places = {article.id: place for place, article in enumerate(articles)}
    lengths = [len(article.text) + 1 for article in articles]
    begins = np.cumsum([0, *lengths])
    before = np.cumsum(counts) - counts
    found: list[NDArray[np.int64]] = [np.empty((4, 0), np.int64)]
    for first in range(0, len(pairs), FEW):
        article, other, start, end = _both_ways(pairs[first : first + FEW], places)
        words = [
            np.searchsorted(starts, begins[article] + place) - before[article]
            for place in (start, end)
        ]
        found.append(np.stack([article, other, *words]))
        yield
    return Shares(counts, *np.concatenate(found, axis=1))


def by_likeness(common: NDArray[np.int64], words: NDArray[np.int64]) -> tuple[int, ...]:
    """Return an order in which those that have much in common stand beside each other.

    `common` is square. The two likest begin; whatever is likest to either end of the row comes
    next there, until nothing is like an end, and then the next two likest begin a row of their own.
    Those that have nothing in common with any other come last.
    """
    like = (common + common.T) / np.maximum(1, words[:, None] + words[None, :])
    np.fill_diagonal(like, 0)
    free = like.any(axis=1)
    last = np.flatnonzero(~free).tolist()
    order: list[int] = []
    while free.any():
        row = _row_of_likest(like, free)
        order += row
        free[row] = False
    return (*order, *last)


def _row_of_likest(like: NDArray[np.float64], free: NDArray[np.bool_]) -> list[int]:
    """Return one row of the free ones, from the likest two outwards at both of its ends."""
    unused = free.copy()
    allowed = np.where(free[:, None] & free[None, :], like, -1.0)
    first, second = divmod(int(allowed.argmax()), len(like))
    row = [first, second] if first != second else [first]
    unused[row] = False
    while unused.any():
        ends = np.where(unused, like[[row[0], row[-1]]], 0.0)
        if not ends.any():
            break
        end, nearest = divmod(int(ends.argmax()), len(like))
        row.insert(len(row) * end, nearest)
        unused[nearest] = False
    return row


def _words(
    articles: Sequence[Article],
) -> Generator[None, None, tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Find where words begin, in code points of all texts one after the other, and count them."""
    starts = np.empty(sum(len(article.text) for article in articles), np.int64)
    counts: list[NDArray[np.int64]] = [np.empty(0, np.int64)]
    begin = found = 0
    for batch in _batches(articles):
        tokens = token_arrays("\n".join(batch))
        words = tokens.starts[tokens.is_word]
        ends = np.cumsum([len(text) + 1 for text in batch])
        counts.append(np.diff(np.searchsorted(words, ends), prepend=0))
        starts[found : found + len(words)] = words
        starts[found : found + len(words)] += begin
        begin += int(ends[-1])
        found += len(words)
        yield
    return starts[:found], np.concatenate(counts)


def _batches(articles: Sequence[Article]) -> Iterator[list[str]]:
    batch: list[str] = []
    length = 0
    for article in articles:
        batch.append(article.text)
        length += len(article.text)
        if length > BATCH:
            yield batch
            batch, length = [], 0
    if batch:
        yield batch


def _both_ways(pairs: Sequence[PassagePair], places: dict[str, int]) -> NDArray[np.int64]:
    rows = [
        (places[one.article], places[other.article], one.span.start, one.span.end)
        for pair in pairs
        if pair.a.article in places and pair.b.article in places
        for one, other in ((pair.a, pair.b), (pair.b, pair.a))
    ]
    return np.array(rows, np.int64).reshape(-1, 4).T


def _fresh(start: NDArray[np.int64], end: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return how far each stretch reaches beyond those before it; sorted by start."""
    reached = np.maximum.accumulate(np.append(0, end))[:-1]
    added: NDArray[np.int64] = np.maximum(0, end - np.maximum(start, reached))
    return added
