"""Correspond: which words of a reworded passage stand for which of the other."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from workbench.comparison.align import Step, differing, equal
from workbench.comparison.collate_columns import NOTHING, merged
from workbench.comparison.collate_phrases import phrases
from workbench.comparison.collate_similarity import forms, is_sure, vocabulary
from workbench.comparison.moved import TAKEN, Block, moved
from workbench.text.normalize import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.comparison.collate_similarity import Form
    from workbench.comparison.excerpt import Excerpt


@dataclass(frozen=True, slots=True)
class Correspondence:
    """Two passages laid side by side.

    `steps` cover all words of both, in order. Neighbouring steps that differ are places of their
    own, so they are not to be merged: words of both sides stand for each other, words of one side
    have nothing on the other. `moved` are the words that both have in another order; in `steps`
    they are an omission where the first has them and an addition where the second has them.
    """

    steps: tuple[Step, ...]
    moved: tuple[Step, ...]


def correspond(first: Excerpt, second: Excerpt) -> Correspondence:
    """Lay the words of two passages side by side, as a collation of the two would.

    Equal words, words spelled alike, numbers, and words in the same place between those that are
    sure stand for each other. Takes time by the square of the length up to about 2,000 words, then
    about evenly.
    """
    words = _words(first), _words(second)
    known = forms((word, True) for side in words for word in side)
    used = vocabulary(known.values())
    place = {form.norm: number for number, form in enumerate(used.forms)}
    numbers = [[place[word] for word in side] for side in words]
    tables = [np.array(side, dtype=np.int32)[:, None] for side in numbers]
    columns = merged(tables[0], tables[1], used)
    cells = phrases(columns, used.forms)
    ends = np.vstack([np.zeros((1, 2), np.int64), np.cumsum(columns != NOTHING, axis=0)]).tolist()
    steps = [_step(ends[start], ends[end], numbers) for start, end in cells]
    blocks = _moved(steps, numbers, used.forms)
    return Correspondence(
        tuple(_gathered(_cut(steps, blocks))),
        tuple(equal(a, a + length, b, b + length) for a, b, length in blocks),
    )


def _words(side: Excerpt) -> list[str]:
    return [fold(side.surface(side.span(at, at + 1))) for at in range(len(side.words))]


def _step(start: list[int], end: list[int], numbers: Sequence[Sequence[int]]) -> Step:
    (a, b), (a_end, b_end) = start, end
    same = numbers[0][a:a_end] == numbers[1][b:b_end]
    return equal(a, a_end, b, b_end) if same else differing(a, a_end, b, b_end)


def _moved(
    steps: Sequence[Step], numbers: Sequence[Sequence[int]], forms: Sequence[Form]
) -> list[Block]:
    """Look for words that have moved among those whose counterpart is not sure."""
    free = [[TAKEN] * len(side) for side in numbers]
    for step in steps:
        if not _is_sure(step, numbers, forms):
            free[0][step.a : step.a_end] = numbers[0][step.a : step.a_end]
            free[1][step.b : step.b_end] = numbers[1][step.b : step.b_end]
    telling = {number for number, form in enumerate(forms) if not form.is_function}
    return moved(free[0], free[1], telling)


def _is_sure(step: Step, numbers: Sequence[Sequence[int]], forms: Sequence[Form]) -> bool:
    """Tell whether a step is equal, or one word against one that is spelled alike."""
    if step.equal or (step.a_end - step.a, step.b_end - step.b) != (1, 1):
        return step.equal
    return is_sure(forms[numbers[0][step.a]], forms[numbers[1][step.b]])


def _cut(steps: Sequence[Step], blocks: Sequence[Block]) -> Iterator[tuple[bool, Step]]:
    """Yield the steps, word by word where a side has nothing or words moved; and if they did."""
    gone = {a + step for a, _, length in blocks for step in range(length)}
    come = {b + step for _, b, length in blocks for step in range(length)}
    for step in steps:
        here, there = range(step.a, step.a_end), range(step.b, step.b_end)
        if here and there and gone.isdisjoint(here) and come.isdisjoint(there):
            yield False, step
            continue
        for a in here:
            yield a in gone, differing(a, a + 1, step.b, step.b)
        for b in there:
            yield b in come, differing(step.a_end, step.a_end, b, b + 1)


def _gathered(cut: Iterator[tuple[bool, Step]]) -> Iterator[Step]:
    """Join neighbours that are equal, or that are words of one side alone that moved or did not."""
    for (is_joined, *_), group in groupby(cut, key=_sort):
        steps = [step for _, step in group]
        if is_joined:
            yield Step(steps[0].equal, steps[0].a, steps[-1].a_end, steps[0].b, steps[-1].b_end)
        else:
            yield from steps


def _sort(item: tuple[bool, Step]) -> tuple[bool, bool, bool, bool]:
    has_moved, step = item
    sides = step.a < step.a_end, step.b < step.b_end
    return step.equal or not all(sides), has_moved, *sides
