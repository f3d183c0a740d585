"""Chain: runs that follow each other in both articles, with small gaps, become candidates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from workbench.comparison.corpus import Corpus
    from workbench.comparison.options import CompareOptions
    from workbench.comparison.overlap import Runs

LOOK_BACK = 40
"""Runs before a run that may be its predecessor; bounds the work where texts repeat themselves."""

GAP_COST = 0.05
"""What a differing word between two runs takes from the worth of linking them."""

Run = tuple[int, int, int]
"""First word in either article, and how many words are equal from there."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Runs of one pair of articles that may be one passage, in the order of both articles."""

    articles: tuple[int, int]
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Promise:
    """How much each run weighs, and whether both articles have its words in quotation marks."""

    weight: NDArray[np.float64]
    said: NDArray[np.bool_]


def promising(
    corpus: Corpus, runs: Runs, weights: NDArray[np.float64], options: CompareOptions
) -> tuple[Runs, Promise]:
    """Leave out runs that, with all their neighbours, weigh too little to make a passage.

    Runs that both articles quote stay: few words of them suffice.
    """
    sums = np.concatenate([np.zeros(1), np.cumsum(weights)])
    weight = (sums[runs.a + runs.length] - sums[runs.a]) / (1 + np.log2(runs.often))
    end = np.maximum.accumulate(runs.a + runs.length)
    apart = np.ones(len(runs.a), bool)
    apart[1:] = (runs.pair[1:] != runs.pair[:-1]) | (runs.a[1:] > end[:-1] + options.gap)
    group = np.cumsum(apart) - 1
    marks = np.concatenate([np.zeros(1, np.int64), np.cumsum(corpus.quotes > 0)])
    in_a = marks[runs.a + runs.length] - marks[runs.a]
    in_b = marks[runs.b + runs.length] - marks[runs.b]
    said = np.minimum(in_a, in_b) >= options.quoted_words
    good = said | (np.bincount(group, weight)[group] >= options.seed_evidence)
    return runs.only(good), Promise(weight[good], said[good])


def candidates(
    runs: Runs, promise: Promise, articles: int, options: CompareOptions
) -> Iterator[list[Candidate]]:
    """Yield the candidates of each pair of articles that has any, the pairs in order."""
    edges = np.flatnonzero(np.diff(runs.pair, prepend=-1, append=-1))
    least = options.seed_evidence
    for low, high in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        pair = divmod(int(runs.pair[low]), articles)
        part = slice(low, high)
        mine = list(
            zip(
                runs.a[part].tolist(),
                runs.b[part].tolist(),
                runs.length[part].tolist(),
                strict=True,
            )
        )
        worth = dict(zip(mine, promise.weight[part].tolist(), strict=True))
        said = {
            run for run, quoted in zip(mine, promise.said[part].tolist(), strict=True) if quoted
        }
        found = [
            Candidate(pair, chain)
            for chain in chains(mine, options.gap)
            if sum(worth[run] for run in chain) >= least or not said.isdisjoint(chain)
        ]
        if found:
            yield found


def chains(runs: list[Run], gap: int) -> list[tuple[Run, ...]]:
    """Link runs, sorted by their first article, into chains; every run is in one of them.

    A run follows another if it begins after it in both articles with at most `gap` words between.
    Chains with most words are taken first.
    """
    worth: list[float] = []
    before: list[int] = []
    for index, run in enumerate(runs):
        best, link = 0.0, -1
        for other in range(max(0, index - LOOK_BACK), index):
            gained = _gain(runs[other], run, gap)
            if gained is not None and worth[other] + gained > best:
                best, link = worth[other] + gained, other
        worth.append(run[2] + best)
        before.append(link)
    return _taken(runs, worth, before)


def _gain(earlier: Run, later: Run, gap: int) -> float | None:
    """Return what linking two runs adds to the words of the later one, if they can be linked."""
    between_a = later[0] - earlier[0] - earlier[2]
    between_b = later[1] - earlier[1] - earlier[2]
    shared = -min(between_a, between_b, 0)
    if max(between_a, between_b) > gap or later[0] <= earlier[0] or later[1] <= earlier[1]:
        return None
    if shared >= min(earlier[2], later[2]):
        return None
    return -shared - GAP_COST * (max(between_a, 0) + max(between_b, 0))


def _taken(runs: list[Run], worth: list[float], before: list[int]) -> list[tuple[Run, ...]]:
    free = [True] * len(runs)
    found = []
    for last in sorted(range(len(runs)), key=lambda index: (-worth[index], index)):
        chain = []
        index = last
        while index >= 0 and free[index]:
            free[index] = False
            chain.append(runs[index])
            index = before[index]
        if chain:
            found.append(tuple(reversed(chain)))
    return sorted(found)
