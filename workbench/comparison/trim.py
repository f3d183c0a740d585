"""Trim: bring the edges of a stretch to where a reader would set them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.comparison.align import Step, merged
from workbench.text.sentences import Break

if TYPE_CHECKING:
    from workbench.comparison.excerpt import Excerpt
    from workbench.comparison.segment import Cut

DIFFERENCE = 0.75
"""What a differing word takes from a stretch to which an equal word adds 1: stretches whose share
of equal words is below 0.6 come out negative."""

DANGLING = 3
"""Words beyond the last edge of a clause that are cut off rather than left hanging."""

TELLING = 3
"""Differing words up to the next edge of a clause that are taken in rather than cut off."""


def dense(steps: tuple[Step, ...]) -> list[list[Step]]:
    """Return the stretches of an alignment that have more in common than not.

    These are all maximal scoring subsequences (Ruzzo and Tompa 1999), an equal word counting 1 and
    a differing one -0.75.
    """
    found: list[tuple[float, float, int, int]] = []
    total = 0.0
    for index, step in enumerate(steps):
        before = total
        total += step.a_end - step.a if step.equal else -DIFFERENCE * step.differing
        if not step.equal:
            continue
        low, first = before, index
        while found:
            match = next((k for k in range(len(found) - 1, -1, -1) if found[k][0] < low), -1)
            if match < 0 or found[match][1] >= total:
                break
            low, first = found[match][0], found[match][2]
            del found[match:]
        found.append((low, total, first, index))
    return [list(steps[first : last + 1]) for _, _, first, last in found]


def trimmed(stretch: list[Step], first: Excerpt, second: Excerpt) -> list[Step]:
    """Cut off what dangles at either end of a stretch; the result may be empty."""
    return _cut_end(_cut_start(stretch, first, second), first, second)


def completed(
    stretch: list[Step], room: tuple[Cut, Cut], first: Excerpt, second: Excerpt
) -> list[Step]:
    """Take in the few differing words that lie between a stretch and the edge of its clause.

    "On Monday" against "on Tuesday" at the end of a sentence is what a reader wants to see. `room`
    is where the stretch may begin and where it may end at most.
    """
    (low_a, low_b), (high_a, high_b) = room
    head, tail = stretch[0], stretch[-1]
    steps = list(stretch)
    a, b = _back_to_edge(first, head.a, low_a), _back_to_edge(second, head.b, low_b)
    if a is not None and b is not None:
        steps.insert(0, Step(False, a, head.a, b, head.b))  # noqa: FBT003 - they differ
    a, b = _on_to_edge(first, tail.a_end, high_a), _on_to_edge(second, tail.b_end, high_b)
    if a is not None and b is not None:
        steps.append(Step(False, tail.a_end, a, tail.b_end, b))  # noqa: FBT003 - they differ
    return merged(steps)


def _depth(first: Excerpt, second: Excerpt, a: int, b: int) -> int:
    return max(first.breaks[a], second.breaks[b])


def _cut_start(steps: list[Step], first: Excerpt, second: Excerpt) -> list[Step]:
    """Cut off the tail of the sentence before, and words that only lead over."""
    step = steps[0]
    if _depth(first, second, step.a, step.b) >= Break.CLAUSE:
        return steps
    length = step.a_end - step.a
    for skip in range(1, min(DANGLING, length - 1) + 1):
        if _depth(first, second, step.a + skip, step.b + skip) >= Break.SENTENCE:
            return [step._replace(a=step.a + skip, b=step.b + skip), *steps[1:]]
    return steps


def _cut_end(steps: list[Step], first: Excerpt, second: Excerpt) -> list[Step]:
    """Cut off the head of the next clause, and function words that lead to nothing."""
    while steps:
        step = steps[-1]
        cut = _end_cut(step, first, second) if step.equal else step.a_end - step.a
        if not cut and step.equal:
            break
        steps = steps[:-1]
        if step.equal and step.a_end - cut > step.a:
            steps = [*steps, step._replace(a_end=step.a_end - cut, b_end=step.b_end - cut)]
            break
    return steps


def _end_cut(step: Step, first: Excerpt, second: Excerpt) -> int:
    """Return how many words at the end of an equal step are to go."""
    if _depth(first, second, step.a_end, step.b_end) >= Break.CLAUSE:
        return 0
    length = step.a_end - step.a
    for cut in range(1, min(DANGLING, length - 1) + 1):
        if _depth(first, second, step.a_end - cut, step.b_end - cut) >= Break.CLAUSE:
            return cut
    cut = 0
    while cut < length and first.function[step.a_end - 1 - cut]:
        cut += 1
    return cut


def _back_to_edge(side: Excerpt, place: int, least: int) -> int | None:
    """Return where the clause begins, if that is only a few words back."""
    for at in range(place, max(least, place - TELLING) - 1, -1):
        if side.breaks[at] >= Break.CLAUSE:
            return at
    return None


def _on_to_edge(side: Excerpt, place: int, most: int) -> int | None:
    for at in range(place, min(most, place + TELLING) + 1):
        if side.breaks[at] >= Break.CLAUSE:
            return at
    return None
