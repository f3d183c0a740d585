"""Revised: what has changed between two texts of one article, for a reader."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from workbench.model import Span
from workbench.text.anchor_ground import ground, rows, slide

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.text.anchor_ground import Ground, Run, Side

    Gap = tuple[int, int, int, int]


class DifferenceKind(StrEnum):
    """What became of some words."""

    ADDED = "added"
    REMOVED = "removed"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of the earlier text and what the later one has instead; one of the two may be empty.

    An empty span lies where the words of the other text would stand.
    """

    before: Span
    after: Span

    @property
    def kind(self) -> DifferenceKind:
        """What became of the words."""
        if not self.before.length:
            return DifferenceKind.ADDED
        return DifferenceKind.REPLACED if self.after.length else DifferenceKind.REMOVED


def differences(before: str, after: str) -> tuple[Difference, ...]:
    """Return what has changed, in the order of the texts, in whole words; blanks do not count.

    Words added or removed begin, where that is the same, with a sentence.
    """
    both = ground(before, after)
    runs = _readable(both)
    return tuple(
        Difference(_span(both.before, low, high), _span(both.after, there, stop))
        for low, high, there, stop in sorted([*_gaps(runs), *_rewritten(both, runs)])
    )


def _readable(both: Ground) -> list[Run]:
    """Return the rows of equal words such that what is between them begins with a sentence."""
    runs = rows(both.before.letters, both.after.letters)
    for place in range(1, len(runs)):
        start, there, length = runs[place - 1]
        next_start, next_there, next_length = runs[place]
        room = length, next_length
        moved = 0
        if start + length == next_start:
            moved = _shift(both.after, (there + length, next_there), room)
        elif there + length == next_there:
            moved = _shift(both.before, (start + length, next_start), room)
        runs[place - 1] = start, there, length + moved
        runs[place] = next_start + moved, next_there + moved, next_length - moved
    return runs


def _gaps(runs: Sequence[Run]) -> Iterator[Gap]:
    """Yield the words `[low, high)` and `[there, stop)` between rows of equal words."""
    for (start, there, length), (next_start, next_there, _) in pairwise(runs):
        yield start + length, next_start, there + length, next_there


def _shift(side: Side, gap: tuple[int, int], room: tuple[int, int]) -> int:
    """Return by how many words a gap moves to begin where a sentence does, the nearest one."""
    back, on = slide(side.letters, gap, room)
    places = [move for move in range(-back, on + 1) if side.begins(gap[0] + move)]
    return min(places, key=abs, default=0)


def _rewritten(both: Ground, runs: Sequence[Run]) -> Iterator[Gap]:
    """Yield the equal words that are written with other marks or capitals."""
    before, after = both.before, both.after
    for start, there, length in runs:

        def is_same(at: int, start: int = start, there: int = there) -> bool:
            word = before.text[before.starts[start + at] : before.ends[start + at]]
            return word == after.text[after.starts[there + at] : after.ends[there + at]]

        for same, group in groupby(range(length), key=is_same):
            if not same:
                at = list(group)
                yield start + at[0], start + at[-1] + 1, there + at[0], there + at[-1] + 1


def _span(side: Side, first: int, last: int) -> Span:
    if first < last:
        return Span(side.starts[first], side.ends[last - 1])
    place = side.ends[first - 1] if first else 0
    return Span(place, place)
