"""Correspond: which words of a reworded passage stand for which of the other."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from workbench.comparison.align import Step, differing, equal
from workbench.comparison.collate_columns import NOTHING, merged
from workbench.comparison.collate_phrases import phrases
from workbench.comparison.collate_similarity import forms, vocabulary
from workbench.comparison.transpositions import apart, moves
from workbench.text.normalize import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.comparison.extract import Extract


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


def correspond(first: Extract, second: Extract) -> Correspondence:
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
    found = moves(columns, used.forms)
    columns, has_moved = apart(columns, found)
    cells = phrases(columns, used.forms, has_moved)
    ends = np.vstack([np.zeros((1, 2), np.int64), np.cumsum(columns != NOTHING, axis=0)]).tolist()
    steps = [_step(ends[start], ends[end], numbers) for start, end in cells]
    here = {move.at + step for move in found for step in range(move.length)}
    there = {move.other_at + step for move in found for step in range(move.length)}
    return Correspondence(
        tuple(_gathered(steps, here, there)),
        tuple(equal(a, a + length, b, b + length) for _, a, _, b, length in found),
    )


def _words(side: Extract) -> list[str]:
    return [fold(side.surface(side.span(at, at + 1))) for at in range(len(side.words))]


def _step(start: list[int], end: list[int], numbers: Sequence[Sequence[int]]) -> Step:
    (a, b), (a_end, b_end) = start, end
    same = numbers[0][a:a_end] == numbers[1][b:b_end]
    return equal(a, a_end, b, b_end) if same else differing(a, a_end, b, b_end)


def _gathered(steps: Sequence[Step], here: set[int], there: set[int]) -> Iterator[Step]:
    """Join neighbours that are equal, or that are words of one side alone that moved or did not."""

    def sort(step: Step) -> tuple[bool, bool, bool, bool]:
        alone = step.a == step.a_end or step.b == step.b_end
        has_moved = alone and (step.a in here if step.b == step.b_end else step.b in there)
        return step.equal or alone, step.equal, has_moved, alone and step.a == step.a_end

    for (is_joined, *_), group in groupby(steps, key=sort):
        same = list(group)
        if is_joined:
            first, last = same[0], same[-1]
            yield Step(first.equal, first.a, last.a_end, first.b, last.b_end)
        else:
            yield from same
