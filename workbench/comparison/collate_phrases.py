"""Phrases: columns put together where a word in one witness stands for several in another."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

from workbench.comparison.collate_columns import NOTHING, Columns
from workbench.comparison.collate_similarity import Form, is_sure

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_PHRASE = 3  # words that may share a cell: "turned out to" for "was"; longer is a guess

Truths = npt.NDArray[np.bool_]

Cell = tuple[int, int]
"""A stretch of columns that makes one cell of every row."""


def phrases(columns: Columns, forms: Sequence[Form], moved: Truths) -> list[Cell]:
    """Return the cells of a row as stretches of columns, in order and without a gap.

    Between two columns that are sure, one word against two or three makes one cell, for which of
    them it stands for cannot be told. A single word that others lack, between two cells that they
    have, joins the one of these that differs: "has announced" for "announces". Columns of words
    that have moved, which `moved` names, stay by themselves.
    """
    cells: list[Cell] = []
    start = 0
    for end, column in enumerate(columns):
        if moved[end] or _is_sure(column[column != NOTHING].tolist(), forms):
            cells += [*_run(columns, forms, start, end), (end, end + 1)]
            start = end + 1
    cells += _run(columns, forms, start, len(columns))
    sides = [
        0 if moved[cell[0]] else _side(_around(columns, cells, place), forms)
        for place, cell in enumerate(cells)
    ]
    return _attached(cells, sides)


def _is_sure(present: list[int], forms: Sequence[Form]) -> bool:
    """Tell whether two witnesses have the same word in a column, or one spelled alike."""
    distinct = [forms[k] for k in sorted(set(present))]
    return len(distinct) < len(present) or any(
        is_sure(one, other) for one, other in combinations(distinct, 2)
    )


def _run(columns: Columns, forms: Sequence[Form], start: int, end: int) -> list[Cell]:
    """Return the cells of a stretch in which nothing is sure: one, or one for each column."""
    stretch = columns[start:end]
    counts = (stretch != NOTHING).sum(axis=0)
    counts = counts[counts > 0]
    is_phrase = (
        len(counts) > 1
        and counts.min() == 1
        and counts.max() <= MOST_PHRASE
        and all(forms[k].is_word for k in stretch[stretch != NOTHING])
    )
    return [(start, end)] if is_phrase else [(at, at + 1) for at in range(start, end)]


def _around(
    columns: Columns, cells: Sequence[Cell], place: int
) -> tuple[Columns, Columns, Columns]:
    """Return the columns of a cell, of the one before and of the one after."""
    before = columns[slice(*cells[place - 1])] if place else columns[:0]
    after = columns[slice(*cells[place + 1])] if place + 1 < len(cells) else columns[:0]
    return columns[slice(*cells[place])], before, after


def _side(around: tuple[Columns, Columns, Columns], forms: Sequence[Form]) -> int:
    """Return whether a cell joins the next (1), the one before (-1), or stays by itself (0)."""
    cell, *neighbours = around
    having = cell[0] != NOTHING
    words = [forms[k] for k in cell[cell != NOTHING].tolist()]
    if len(cell) > 1 or having.all() or not all(word.is_word for word in words):
        return 0
    for one in neighbours:
        present = (one != NOTHING).any(axis=0)
        if not (present[having].any() and present[~having].any()):
            return 0
    before, after = (_difference(one, having, forms) for one in neighbours)
    if after.differs and (after.tells or all(word.is_function for word in words)):
        return 1
    return -1 if before.differs and before.tells else 0


def _attached(cells: Sequence[Cell], sides: Sequence[int]) -> list[Cell]:
    result: list[Cell] = []
    for place, cell in enumerate(cells):
        if sides[place] < 0 or (place and sides[place - 1] > 0):
            result[-1] = (result[-1][0], cell[1])
        else:
            result.append(cell)
    return result


class _Difference(NamedTuple):
    """Whether two groups of witnesses share no word of a cell, and whether one is telling."""

    differs: bool
    tells: bool


def _difference(cell: Columns, having: Truths, forms: Sequence[Form]) -> _Difference:
    """Compare the witnesses that have a word with the others, by what they have in another cell."""
    sides = cell[:, having], cell[:, ~having]
    here, there = (set(side[side != NOTHING].tolist()) for side in sides)
    words = [forms[k] for k in here | there]
    differs = here.isdisjoint(there) and all(word.is_word for word in words)
    return _Difference(differs, any(not word.is_function for word in words))
