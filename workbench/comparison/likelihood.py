"""Likelihood: how far a table of counts is from chance."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

DEVIATIONS = 2.0
"""Standard deviations above what chance gives: about one table in forty gets there by chance."""

APART = 0.9
"""Share of all counts that are in the largest row of their column, where rows keep apart."""


def log_likelihood(table: Sequence[Sequence[int]]) -> float:
    """Return the log-likelihood ratio of rows and columns (Dunning 1993): 0 where independent.

    Rows are of equal length; rounded to 4 decimals, so that no machine adds its own.
    """
    rows = [sum(row) for row in table]
    columns = [sum(column) for column in zip(*table, strict=True)]
    total = sum(rows)
    terms = [
        count * math.log(count * total / (rows[row] * columns[column]))
        for row, counts in enumerate(table)
        for column, count in enumerate(counts)
        if count
    ]
    return round(2 * math.fsum(terms), 4) + 0.0


def is_telling(table: Sequence[Sequence[int]]) -> bool:
    """Tell whether the rows differ by column more than chance would have it.

    By chance the log-likelihood follows the chi-squared distribution, whose mean is the number of
    degrees of freedom, and its variance twice that.
    """
    used = sum(any(column) for column in zip(*table, strict=True))
    freedom = (sum(map(any, table)) - 1) * (used - 1)
    limit = freedom + DEVIATIONS * math.sqrt(2 * max(0, freedom))
    return freedom > 0 and log_likelihood(table) > limit


def are_apart(table: Sequence[Sequence[int]]) -> bool:
    """Tell whether nearly every column keeps to one row."""
    columns = list(zip(*table, strict=True))
    total = sum(map(sum, columns))
    return total > 0 and sum(map(max, columns)) >= APART * total
