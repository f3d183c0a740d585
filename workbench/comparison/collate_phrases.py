"""Phrases: columns put together where a word in one witness stands for several in another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.comparison.collate_columns import NOTHING, Columns
from workbench.comparison.collate_similarity import LEAST_ALIKE, Form, similarity

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_PHRASE = 3  # words that may share a cell: "turned out to" for "was"; longer is a guess


def phrases(columns: Columns, forms: Sequence[Form]) -> list[tuple[int, int]]:
    """Return the cells of a row as stretches of columns, in order and without a gap.

    Between two columns that are sure, one word against two or three makes one cell, for which of
    them it stands for cannot be told.
    """
    cells: list[tuple[int, int]] = []
    start = 0
    for end, column in enumerate(columns):
        if _is_sure(column[column != NOTHING].tolist(), forms):
            cells += [*_run(columns, forms, start, end), (end, end + 1)]
            start = end + 1
    return cells + _run(columns, forms, start, len(columns))


def _is_sure(present: list[int], forms: Sequence[Form]) -> bool:
    """Tell whether two witnesses have the same word in a column, or one spelled alike."""
    distinct = [forms[k] for k in sorted(set(present))]
    if len(distinct) < len(present):
        return True
    scores = similarity(distinct, distinct)
    return any(scores[i, j] >= LEAST_ALIKE for i in range(len(distinct)) for j in range(i))


def _run(columns: Columns, forms: Sequence[Form], start: int, end: int) -> list[tuple[int, int]]:
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
