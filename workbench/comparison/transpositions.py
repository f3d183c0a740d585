"""Transpositions: words that stand in different columns because their order differs."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt

from workbench.comparison.collate_columns import NOTHING, Columns
from workbench.comparison.collate_similarity import Form, is_sure
from workbench.comparison.moved import Block, moved

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.comparison.collate_phrases import Cell

Truths = npt.NDArray[np.bool_]


class Move(NamedTuple):
    """Words `[at, at + length)` of a row that are the words from `other_at` on of another."""

    row: int
    at: int
    other: int
    other_at: int
    length: int


class Found(NamedTuple):
    """Words that some rows have at one stretch of cells, and others at a later one."""

    first: Cell
    second: Cell
    here: frozenset[int]
    there: frozenset[int]


def moves(columns: Columns, forms: Sequence[Form]) -> list[Move]:
    """Find words that two rows share at different places, where neither has a sure counterpart."""
    telling = {k for k, form in enumerate(forms) if form.is_word and not form.is_function}
    found = []
    for row, other in combinations(range(columns.shape[1]), 2):
        both = columns[:, [row, other]]
        free = _free(both, forms)
        if free.any():
            places = [np.flatnonzero(both[:, side] != NOTHING) for side in (0, 1)]
            words = both[places[0], 0].tolist(), both[places[1], 1].tolist()
            left = free[places[0]].tolist(), free[places[1]].tolist()
            blocks = (_trimmed(block, words[0], forms) for block in moved(words, left, telling))
            found += [Move(row, a, other, b, length) for a, b, length in blocks]
    return found


def _trimmed(block: Block, words: Sequence[int], forms: Sequence[Form]) -> Block:
    """Leave out marks at both ends; there is a telling word between them."""
    a, b, length = block
    while not forms[words[a]].is_word:
        a, b, length = a + 1, b + 1, length - 1
    while not forms[words[a + length - 1]].is_word:
        length -= 1
    return Block(a, b, length)


def _free(both: Columns, forms: Sequence[Form]) -> Truths:
    """Tell in which columns two rows have nothing, or not surely the same."""
    free: Truths = both[:, 0] != both[:, 1]
    for place in np.flatnonzero(free & (both != NOTHING).all(axis=1)).tolist():
        one, other = both[place].tolist()
        free[place] = not is_sure(forms[one], forms[other])
    return free


def apart(columns: Columns, found: Sequence[Move]) -> tuple[Columns, Truths]:
    """Give words that have moved columns of their own, for they stand for nothing beside them.

    Also tells which columns of the result have such words.
    """
    has_moved = np.zeros(columns.shape, dtype=np.bool_)
    places = [np.flatnonzero(row != NOTHING) for row in columns.T]
    for move in found:
        has_moved[places[move.row][move.at : move.at + move.length], move.row] = True
        end = move.other_at + move.length
        has_moved[places[move.other][move.other_at : end], move.other] = True
    parts, flags = [], []
    for column, marks in zip(columns, has_moved, strict=True):
        kept = np.where(marks, NOTHING, column)
        went = np.where(marks, column, NOTHING)
        alike = [np.where(went == word, went, NOTHING) for word in np.unique(went[marks])]
        both = [(part, True) for part in alike] + [(kept, False)] * bool((kept != NOTHING).any())
        parts += [part for part, _ in both]
        flags += [flag for _, flag in both]
    return np.array(parts, columns.dtype).reshape(-1, columns.shape[1]), np.array(flags, np.bool_)


def transpositions(columns: Columns, cells: Sequence[Cell], found: Sequence[Move]) -> list[Found]:
    """Return where words that have moved stand in the table, in its order.

    Rows that have them at the same two places make one transposition.
    """
    cell_of = np.repeat(np.arange(len(cells)), [end - start for start, end in cells])
    places = [cell_of[row != NOTHING].tolist() for row in columns.T]
    rows: dict[tuple[Cell, Cell], tuple[set[int], set[int]]] = {}
    for move in found:
        last = move.length - 1
        here = places[move.row][move.at], places[move.row][move.at + last] + 1
        there = places[move.other][move.other_at], places[move.other][move.other_at + last] + 1
        if here[1] <= there[0]:
            first, second = rows.setdefault((here, there), (set(), set()))
        else:
            second, first = rows.setdefault((there, here), (set(), set()))
        first.add(move.row)
        second.add(move.other)
    return [
        Found(*order, frozenset(first), frozenset(second))
        for order, (first, second) in sorted(rows.items())
    ]
