"""Phrases: columns put together where a word in one witness stands for several in another."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from workbench.comparison.collate_columns import NOTHING, Columns
from workbench.comparison.collate_similarity import Form, is_sure

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    import numpy.typing as npt

MOST_PHRASE = 3  # words that may share a cell: "turned out to" for "was"; longer is a guess

Cell = tuple[int, int]
"""A stretch of columns that makes one cell of every row."""


def phrases(columns: Columns, forms: Sequence[Form]) -> list[Cell]:
    """Return the cells of a row as stretches of columns, in order and without a gap.

    Between two columns that are sure, one word against two or three makes one cell, for which of
    them it stands for cannot be told. A single word that others lack, between two cells that they
    have, joins the one of these that differs: "has announced" for "announces".
    """
    cells: list[Cell] = []
    start = 0
    for end, column in enumerate(columns):
        if _is_sure(column[column != NOTHING].tolist(), forms):
            cells += [*_run(columns, forms, start, end), (end, end + 1)]
            start = end + 1
    return _attached(columns, forms, cells + _run(columns, forms, start, len(columns)))


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


def _attached(columns: Columns, forms: Sequence[Form], cells: list[Cell]) -> list[Cell]:
    """Join single words that only some witnesses have to the cell before or after them."""
    result: list[Cell] = []
    joins_next = False
    for place, cell in enumerate(cells):
        before = columns[slice(*cells[place - 1])] if place else columns[:0]
        after = columns[slice(*cells[place + 1])] if place + 1 < len(cells) else columns[:0]
        side = _side(columns[slice(*cell)], (before, after), forms)
        if joins_next or side < 0:
            result[-1] = (result[-1][0], cell[1])
        else:
            result.append(cell)
        joins_next = side > 0
    return result


def _side(cell: Columns, neighbours: tuple[Columns, Columns], forms: Sequence[Form]) -> int:
    """Return whether a cell joins the next (1), the one before (-1), or stays by itself (0)."""
    having = cell[0] != NOTHING
    words = [forms[k] for k in cell[cell != NOTHING].tolist()]
    if len(cell) > 1 or having.all() or not all(word.is_word for word in words):
        return 0
    for one in neighbours:
        present = (one != NOTHING).any(axis=0)
        if not (present[having].any() and present[~having].any()):
            return 0
    (differs_before, telling_before), (differs_after, telling_after) = (
        _difference(one, having, forms) for one in neighbours
    )
    if differs_after and (telling_after or all(word.is_function for word in words)):
        return 1
    return -1 if differs_before and telling_before else 0


def _difference(
    cell: Columns, having: npt.NDArray[np.bool_], forms: Sequence[Form]
) -> tuple[bool, bool]:
    """Tell whether two groups of witnesses share no word of a cell, and whether any is telling."""
    here, there = (
        set(side[side != NOTHING].tolist()) for side in (cell[:, having], cell[:, ~having])
    )
    words = [forms[k] for k in here | there]
    differs = here.isdisjoint(there) and all(word.is_word for word in words)
    return differs, any(not word.is_function for word in words)
