"""Trim: bring the edges of a stretch to where a reader would set them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.comparison.align import Step, differing, merged
from workbench.comparison.segment import split
from workbench.text.sentences import CLAUSE, SENTENCE

if TYPE_CHECKING:
    from workbench.comparison.extract import Extract
    from workbench.comparison.segment import Cut

    Room = tuple[Cut, Cut]

LOOSE = 0.4
"""What a differing word takes from a stretch to which an equal word adds 1, in sentences that are
alike enough as a whole."""

STRICT = 0.75
"""The same where they are not: a stretch whose share of equal words is below 0.6 is negative."""

DANGLING = 3
"""Words beyond the last edge of a clause that are cut off rather than left hanging."""

FOREIGN = 2
"""Words that clauses which have nothing to do with each other may share by chance."""

TELLING = 3
"""Differing words up to the next edge of a clause that are taken in rather than cut off."""


def dense(steps: tuple[Step, ...], cost: float) -> list[list[Step]]:
    """Return the stretches of an alignment that have more in common than not.

    These are all maximal scoring subsequences (Ruzzo and Tompa 1999), an equal word counting 1 and
    a differing one taking `cost`.
    """
    found: list[tuple[float, float, int, int]] = []
    total = 0.0
    for index, step in enumerate(steps):
        before = total
        total += step.a_end - step.a if step.equal else -cost * step.differing
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


def trimmed(stretch: list[Step], room: Room, first: Extract, second: Extract) -> list[Step]:
    """Bring both ends of a stretch to the edges of clauses; the result may be empty.

    What lies beyond an edge that both articles have dangles ("…, he") and is cut off. The few
    differing words up to the next edge are taken in: "on Monday" against "on Tuesday" is what a
    reader wants to see. Else function words at the end, which lead to nothing, are cut off.
    """
    (low_a, low_b), (high_a, high_b) = room
    steps = _cut_end(stretch, (high_a, high_b), first, second)
    steps = _cut_start(steps, (low_a, low_b), first, second)
    if not steps:
        return []
    head, tail = steps[0], steps[-1]
    before = _back(first, second, head, (low_a, low_b))
    after = _on(first, second, tail, (high_a, high_b))
    return _without_foreign(merged([*before, *steps, *after]), first, second)


def _without_foreign(steps: list[Step], first: Extract, second: Extract) -> list[Step]:
    """Cut off a first and a last clause that have next to nothing in common: "he said today,"."""
    whole = sum(step.a_end - step.a for step in steps if step.equal), _differing(steps)
    head = tail = None
    shared = apart = 0
    for step in steps:
        reach = range(step.a_end - step.a + 1) if step.equal else range(1)
        for words in reach:
            a, b = step.a + words, step.b + words
            if _edge(first, second, a, b)[0] < CLAUSE:
                continue
            if _is_foreign(shared + words, apart):
                head = (a, b)
            elif tail is None and _is_foreign(whole[0] - shared - words, whole[1] - apart):
                tail = (a, b)
        shared += step.a_end - step.a if step.equal else 0
        apart += step.differing
    if head:
        steps = split(steps, [head])[-1]
    return split(steps, [tail])[0] if tail else steps


def _differing(steps: list[Step]) -> int:
    return sum(step.differing for step in steps)


def _is_foreign(shared: int, apart: int) -> bool:
    return shared <= FOREIGN and apart >= max(1, 2 * shared)


def _edge(first: Extract, second: Extract, a: int, b: int) -> tuple[int, int]:
    """Return the lesser and the greater depth of the breaks at two places."""
    one, other = first.breaks[a], second.breaks[b]
    return min(one, other), max(one, other)


def _cut_start(steps: list[Step], low: Cut, first: Extract, second: Extract) -> list[Step]:
    """Cut off the tail of the clause before."""
    while steps:
        step = steps[0]
        if not step.equal:
            steps = steps[1:]
            continue
        if _edge(first, second, step.a, step.b)[1] >= CLAUSE:
            break
        cut = _start_cut(step, low, first, second)
        if not cut:
            break
        rest = step._replace(a=step.a + cut, b=step.b + cut)
        steps = [rest, *steps[1:]] if rest.a < rest.a_end else steps[1:]
        if rest.a < rest.a_end:
            break
    return steps


def _start_cut(step: Step, low: Cut, first: Extract, second: Extract) -> int:
    """Return how many words at the start of an equal step are to go."""
    reach = range(1, min(DANGLING, step.a_end - step.a) + 1)
    edges = [_edge(first, second, step.a + cut, step.b + cut) for cut in reach]
    both = [cut for cut, (least, _) in zip(reach, edges, strict=True) if least >= CLAUSE]
    if both:
        return both[-1]
    if _back(first, second, step, low):
        return 0
    return next((cut for cut, (_, most) in zip(reach, edges, strict=True) if most >= SENTENCE), 0)


def _cut_end(steps: list[Step], high: Cut, first: Extract, second: Extract) -> list[Step]:
    """Cut off the head of the clause that follows, and function words that lead to nothing."""
    while steps:
        step = steps[-1]
        if not step.equal:
            steps = steps[:-1]
            continue
        if _edge(first, second, step.a_end, step.b_end)[1] >= CLAUSE:
            break
        cut = _end_cut(step, high, first, second)
        if not cut:
            break
        rest = step._replace(a_end=step.a_end - cut, b_end=step.b_end - cut)
        steps = [*steps[:-1], rest] if rest.a < rest.a_end else steps[:-1]
        if rest.a < rest.a_end:
            break
    return steps


def _end_cut(step: Step, high: Cut, first: Extract, second: Extract) -> int:
    """Return how many words at the end of an equal step are to go."""
    reach = range(1, min(DANGLING, step.a_end - step.a) + 1)
    edges = [_edge(first, second, step.a_end - cut, step.b_end - cut) for cut in reach]
    both = [cut for cut, (least, _) in zip(reach, edges, strict=True) if least >= CLAUSE]
    if both:
        return both[-1]
    if _on(first, second, step, high):
        return 0
    one = [cut for cut, (_, most) in zip(reach, edges, strict=True) if most >= CLAUSE]
    if one:
        return one[0]
    cut = 0
    while cut < step.a_end - step.a and first.function[step.a_end - 1 - cut]:
        cut += 1
    return cut


def _back(first: Extract, second: Extract, step: Step, low: Cut) -> list[Step]:
    """Return the differing words between the edge of a clause and a step, if they are few."""
    a, b = _edge_before(first, step.a, low[0]), _edge_before(second, step.b, low[1])
    if a is None or b is None or (a == step.a and b == step.b):
        return []
    return [differing(a, step.a, b, step.b)]


def _on(first: Extract, second: Extract, step: Step, high: Cut) -> list[Step]:
    """Return the differing words between a step and the edge of its clause, if they are few."""
    a = _edge_after(first, step.a_end, high[0])
    b = _edge_after(second, step.b_end, high[1])
    if a is None or b is None or (a == step.a_end and b == step.b_end):
        return []
    return [differing(step.a_end, a, step.b_end, b)]


def _edge_before(side: Extract, place: int, least: int) -> int | None:
    """Return where the clause begins, if that is only a few words back."""
    for at in range(place, max(least, place - TELLING) - 1, -1):
        if side.breaks[at] >= CLAUSE:
            return at
    return None


def _edge_after(side: Extract, place: int, most: int) -> int | None:
    for at in range(place, min(most, place + TELLING) + 1):
        if side.breaks[at] >= CLAUSE:
            return at
    return None
