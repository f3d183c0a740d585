"""Overlap: stretches of the same words in any two articles, by one sort over all articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from workbench.comparison.grouping import changes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from workbench.comparison.corpus import Corpus
    from workbench.comparison.options import CompareOptions
    from workbench.comparison.seeds import Seeds

EXPANDED = 1 << 21
"""Pairs of seeds held in memory at a time."""

RAREST = 16
"""Seeds of a run that are looked at, to tell a phrase of the story from a text that is copied."""

_BASE = np.uint64(0x9E3779B97F4A7C15)
_LOW = np.uint64(32)


@dataclass(frozen=True, slots=True)
class Runs:
    """Stretches of `length` equal words that begin at word `a` and at word `b` of the corpus.

    The article of `a` comes before that of `b`; `pair` numbers both. `often` is how many times an
    article that has the rarest seed of the run has it on average: a phrase of the story comes again
    and again. Sorted by pair of articles, then by place.
    """

    a: NDArray[np.int64]
    b: NDArray[np.int64]
    length: NDArray[np.int64]
    pair: NDArray[np.int64]
    often: NDArray[np.float32]

    def only(self, which: NDArray[np.generic]) -> Runs:
        """Return these of the runs."""
        return Runs(
            self.a[which],
            self.b[which],
            self.length[which],
            self.pair[which],
            self.often[which],
        )


def find_runs(corpus: Corpus, seeds: Seeds, options: CompareOptions) -> Runs:
    """Return all runs of at least `seed_words` words that two articles share.

    Equal seeds are paired, and on each diagonal (the distance between the two places)
    only the first and the last of seeds in a row are kept: the ends of a run.
    """
    size = options.seed_words
    begins: list[NDArray[np.uint64]] = []
    finishes: list[NDArray[np.uint64]] = []
    for a, b in _pairs(seeds):
        same = corpus.hashes[a] == corpus.hashes[b]
        for step in range(1, size):
            same &= corpus.hashes[a + step] == corpus.hashes[b + step]
        a, b = a[same], b[same]  # noqa: PLW2901 - a cut hash may have met its like by chance
        diagonal = (b - a).astype(np.uint64) << _LOW
        before, after = _goes_on(corpus, seeds, (a, b), size)
        begins.append(diagonal[~before] | a[~before].astype(np.uint64))
        finishes.append(diagonal[~after] | a[~after].astype(np.uint64))
    begin = np.sort(np.concatenate([np.zeros(0, np.uint64), *begins]))
    finish = np.sort(np.concatenate([np.zeros(0, np.uint64), *finishes]))
    start = (begin & np.uint64(0xFFFFFFFF)).astype(np.int64)
    other = start + (begin >> _LOW).astype(np.int64)
    length = (finish - begin).astype(np.int64) + size
    if seeds.repeated.any():
        length += _run_on(corpus, seeds, (start, other, length), size)
        first = changes(other - start) | changes(start + length)
        start, other, length = start[first], other[first], length[first]
    pair = corpus.article_of(start) * len(corpus.texts) + corpus.article_of(other)
    often = _rarest(seeds.often, start, length - size + 1)
    order = np.lexsort((other, start, pair))
    return _apart(Runs(start, other, length, pair, often).only(order))


def _apart(runs: Runs) -> Runs:
    """Leave out runs that lie within the longest one of their two articles, a little beside it.

    So lie the runs of a text that repeats itself again and again.
    """
    if not len(runs.a):
        return runs
    head = changes(runs.pair)
    heads = np.flatnonzero(head)
    worth = runs.length * len(runs.a) - np.arange(len(runs.a))
    longest = np.flatnonzero(worth == np.maximum.reduceat(worth, heads)[np.cumsum(head) - 1])
    longest = longest[np.cumsum(head) - 1]
    common = runs.length
    for begin in (runs.a, runs.b):
        end = np.minimum(begin + runs.length, (begin + runs.length)[longest])
        common = np.minimum(common, end - np.maximum(begin, begin[longest]))
    beside = np.abs((runs.b - runs.a) - (runs.b - runs.a)[longest])
    shifted = (beside > 0) & (2 * beside < runs.length) & (2 * common > runs.length)
    return runs.only(~shifted)


def _run_on(
    corpus: Corpus,
    seeds: Seeds,
    runs: tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]],
    size: int,
) -> NDArray[np.int64]:
    """Return how many more words are equal after runs that end where an article repeats itself.

    Seeds that come too often in an article are not paired, but a run goes on over them: the number
    of equal words is found by halving, with sums of hashes that tell if two stretches are the same.
    """
    start, other, length = runs
    a, b = start + length, other + length
    closed = np.flatnonzero(~(seeds.used | seeds.repeated))
    last = size - 1
    room = np.minimum(*(closed[np.searchsorted(closed, at - last)] - at + last for at in (a, b)))
    powers = np.multiply.accumulate(np.full(len(corpus.hashes) + 1, _BASE))
    sums = np.append(np.uint64(0), np.cumsum(corpus.hashes * powers[:-1], dtype=np.uint64))
    low: NDArray[np.int64] = np.zeros(len(room), np.int64)
    high = room
    while (low < high).any():
        middle = (low + high + 1) // 2
        one, two = sums[a + middle] - sums[a], sums[b + middle] - sums[b]
        same = one * powers[b - a] == two * powers[0]
        low, high = np.where(same, middle, low), np.where(same, high, middle - 1)
    return low


def _rarest(
    often: NDArray[np.float32], start: NDArray[np.int64], count: NDArray[np.int64]
) -> NDArray[np.float32]:
    """Return the least value among the `count` places from each start on."""
    least = often[start]
    step = 1
    active = np.flatnonzero(count > step)
    while len(active) and step < RAREST:
        least[active] = np.minimum(least[active], often[start[active] + step])
        step += 1
        active = active[count[active] > step]
    return least


def _pairs(seeds: Seeds) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Yield, in portions, a hub and another place of one seed that lie in two articles."""
    places = np.arange(len(seeds.words))
    partners = np.where(seeds.hub[seeds.words], seeds.end - places - 1, 0)
    sums = np.cumsum(partners)
    low = 0
    while low < len(places):
        done = int(sums[low - 1]) if low else 0
        high = max(low + 1, int(np.searchsorted(sums, done + EXPANDED, side="right")))
        counts = partners[low:high]
        left = np.repeat(places[low:high], counts)
        offsets = np.arange(len(left)) - np.repeat(np.cumsum(counts) - counts, counts)
        right = left + 1 + offsets
        two = seeds.articles[left] != seeds.articles[right]
        one, other = seeds.words[left[two]], seeds.words[right[two]]
        yield np.minimum(one, other), np.maximum(one, other)
        low = high


def _goes_on(
    corpus: Corpus,
    seeds: Seeds,
    pair: tuple[NDArray[np.int64], NDArray[np.int64]],
    size: int,
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Tell which pairs of seeds have a pair right before them, and which right after them."""
    a, b = pair
    hashes, used, hub = corpus.hashes, seeds.used, seeds.hub
    before = (a > 0) & used[a - 1] & used[b - 1] & (hub[a - 1] | hub[b - 1])
    before &= hashes[a - 1] == hashes[b - 1]
    last = len(hashes) - 1
    after = used[a + 1] & used[b + 1] & (hub[a + 1] | hub[b + 1])
    after &= hashes[np.minimum(a + size, last)] == hashes[np.minimum(b + size, last)]
    return before, after
