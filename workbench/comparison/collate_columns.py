"""Columns: two tables of columns laid side by side so that what corresponds stands together.

Needleman and Wunsch (1970) without a price for gaps, over sums of pairs. Tables too large for that
are first cut at words that each has in one column only, as in patience diff (Cohen 2003).
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.comparison.collate_similarity import Vocabulary

Columns = npt.NDArray[np.int32]
"""A row per column of the table, a number per witness: the place of its form, or -1 for none."""

Scores = npt.NDArray[np.int64]

NOTHING = -1
MOST_CELLS = 4_000_000  # 2,000 tokens by 2,000: about 50 MB and a tenth of a second
SUPPORT = 10  # hundredths that a neighbour on either side which matches adds to a score
CUT_EVERY = 200  # columns: shorter stretches cost more to set up than to align
_MATCHES = 63  # hundredths from which a neighbour is taken to match: equal words of any length


def merged(left: Columns, right: Columns, words: Vocabulary) -> Columns:
    """Return one table of the witnesses of both, in their order; neither loses a column."""
    places: list[int] = []
    others: list[int] = []
    at = other_at = 0
    for place, other in [*linked(left, right, words), (len(left), len(right))]:
        places += [*range(at, place), *[NOTHING] * (other - other_at), place]
        others += [*[NOTHING] * (place - at), *range(other_at, other), other]
        at, other_at = place + 1, other + 1
    return np.hstack([_taken(left, places[:-1]), _taken(right, others[:-1])])


def _taken(columns: Columns, places: list[int]) -> Columns:
    """Return the columns at these places, and an empty one for each that is `NOTHING`."""
    taken = np.vstack([columns, np.full((1, columns.shape[1]), NOTHING, columns.dtype)])
    return taken[places]


def linked(left: Columns, right: Columns, words: Vocabulary) -> list[tuple[int, int]]:
    """Return which columns of both correspond, in order; each column at most once."""
    links: list[tuple[int, int]] = []
    for a, b, a_end, b_end in _blocks(left, right):
        scores = _scores(left[a:a_end], right[b:b_end], words)
        links += [(a + i, b + j) for i, j in _best_path(scores)]
    return links


def _blocks(left: Columns, right: Columns) -> Iterator[tuple[int, int, int, int]]:
    """Yield, in order, where the stretches to align begin in both tables and where they end."""
    waiting = [(0, 0, len(left), len(right))]
    while waiting:
        a, b, a_end, b_end = waiting.pop()
        if (a_end - a) * (b_end - b) <= MOST_CELLS:
            yield a, b, a_end, b_end
            continue
        cuts = [(a + i, b + j) for i, j in _cuts(left[a:a_end], right[b:b_end])]
        starts, ends = [(a, b), *cuts], [*cuts, (a_end, b_end)]
        blocks = [(*start, *end) for start, end in zip(starts, ends, strict=True)]
        waiting += reversed(blocks)


def _cuts(left: Columns, right: Columns) -> list[tuple[int, int]]:
    """Return columns at which to cut both tables: those of words that each has in one place.

    Where no word is so, both are cut in the middle, for memory has to stay bounded.
    """
    here, there = _only_places(left), _only_places(right)
    both = sorted((here[form], -there[form]) for form in here.keys() & there.keys())
    cuts = [(0, 0)]
    for i, j in _longest_rise([(i, -j) for i, j in both]):
        if min(i - cuts[-1][0], j - cuts[-1][1]) >= CUT_EVERY:
            cuts.append((i, j))
    return cuts[1:] or [(len(left) // 2, len(right) // 2)]


def _only_places(columns: Columns) -> dict[int, int]:
    """Return the column of each form that stands in one column only."""
    forms, counts = np.unique(_distinct_in_rows(columns), return_counts=True)
    once = set(forms[counts == 1].tolist()) - {NOTHING}
    rows, places = np.nonzero(np.isin(columns, list(once)))
    return dict(zip(columns[rows, places].tolist(), rows.tolist(), strict=True))


def _distinct_in_rows(columns: Columns) -> Columns:
    """Return the columns with every form that a column repeats left out but once."""
    ordered = np.sort(columns, axis=1)
    ordered[:, 1:][ordered[:, 1:] == ordered[:, :-1]] = NOTHING
    return ordered


def _longest_rise(points: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of points, given in order, in which both coordinates rise."""
    lowest: list[int] = []
    tips: list[int] = []
    before: list[int] = []
    for at, (_, j) in enumerate(points):
        length = bisect_left(lowest, j)
        before.append(tips[length - 1] if length else NOTHING)
        lowest[length : length + 1] = [j]
        tips[length : length + 1] = [at]
    chain = []
    at = tips[-1] if tips else NOTHING
    while at != NOTHING:
        chain.append(points[at])
        at = before[at]
    return chain[::-1]


def _scores(left: Columns, right: Columns, words: Vocabulary) -> Scores:
    """Sum, for each two columns, how well the forms of the one correspond to those of the other."""
    used, other_used = np.unique(left), np.unique(right)
    table = words.scores(used, other_used)
    table[used == NOTHING, :] = 0
    table[:, other_used == NOTHING] = 0
    rows, columns = np.searchsorted(used, left), np.searchsorted(other_used, right)
    across = np.zeros((len(used), len(right)), dtype=np.int64)
    for column in columns.T:
        across += table[:, column]
    total = np.zeros((len(left), len(right)), dtype=np.int64)
    for row in rows.T:
        total += across[row]
    pairs = rows.shape[1] * columns.shape[1]
    match = total >= _MATCHES * pairs
    total[1:, 1:] += SUPPORT * pairs * match[:-1, :-1]
    total[:-1, :-1] += SUPPORT * pairs * match[1:, 1:]
    return total


def _best_path(scores: Scores) -> list[tuple[int, int]]:
    """Return the chain of cells, rising in row and column, whose scores sum up highest."""
    height, width = scores.shape
    best = np.zeros((height + 1, width + 1), dtype=np.int64)
    for i in range(height):
        kept = np.maximum(best[i, :-1] + scores[i], best[i, 1:])
        np.maximum.accumulate(kept, out=best[i + 1, 1:])
    chain = []
    i, j = height, width
    while i and j:
        if best[i, j] == best[i - 1, j - 1] + scores[i - 1, j - 1]:
            i, j = i - 1, j - 1
            chain.append((i, j))
        elif best[i, j] == best[i - 1, j]:
            i -= 1
        else:
            j -= 1
    return chain[::-1]
