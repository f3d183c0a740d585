"""Align: two extracts word by word, as steps of equal and of differing words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workbench.text.difference import difference

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workbench.comparison.chain import Run
    from workbench.comparison.extract import Extract


class Step(NamedTuple):
    """Words `[a, a_end)` of one extract against `[b, b_end)` of the other, equal or differing."""

    equal: bool
    a: int
    a_end: int
    b: int
    b_end: int

    @property
    def differing(self) -> int:
        """How many words, of both extracts together, have no equal."""
        return 0 if self.equal else self.a_end - self.a + self.b_end - self.b


def equal(a: int, a_end: int, b: int, b_end: int) -> Step:
    """Return a step of equal words."""
    return Step(True, a, a_end, b, b_end)  # noqa: FBT003


def differing(a: int, a_end: int, b: int, b_end: int) -> Step:
    """Return a step of words that differ."""
    return Step(False, a, a_end, b, b_end)  # noqa: FBT003


def align(first: Extract, second: Extract, runs: Iterable[Run]) -> list[Step]:
    """Align all words of both extracts; the runs, as words of the extracts, are taken as equal."""
    steps: list[Step] = []
    a = b = 0
    for run_a, run_b, length in runs:
        skip = max(a - run_a, b - run_b, 0)
        if skip >= length:
            continue
        start_a, start_b = run_a + skip, run_b + skip
        steps += _between(first.words, second.words, (a, start_a, b, start_b))
        a, b = run_a + length, run_b + length
        steps.append(equal(start_a, a, start_b, b))
    steps += _between(first.words, second.words, (a, len(first.words), b, len(second.words)))
    return tidy(merged(steps), first, second)


def merged(steps: Iterable[Step]) -> list[Step]:
    """Join neighbouring steps of the same sort, and leave out empty ones."""
    result: list[Step] = []
    for step in steps:
        if step.a == step.a_end and step.b == step.b_end:
            continue
        if result and result[-1].equal == step.equal:
            last = result.pop()
            result.append(Step(step.equal, last.a, step.a_end, last.b, step.b_end))
        else:
            result.append(step)
    return result


def _between(
    first: Sequence[int], second: Sequence[int], place: tuple[int, int, int, int]
) -> list[Step]:
    """Align the words `[a, a_end)` and `[b, b_end)` between two runs."""
    a, a_end, b, b_end = place
    head = 0
    while a + head < a_end and b + head < b_end and first[a + head] == second[b + head]:
        head += 1
    steps = [equal(a, a + head, b, b + head)]
    a, b = a + head, b + head
    tail = 0
    while (
        a < a_end - tail
        and b < b_end - tail
        and first[a_end - 1 - tail] == second[b_end - 1 - tail]
    ):
        tail += 1
    a_last, b_last = a_end - tail, b_end - tail
    if a == a_last or b == b_last or set(first[a:a_last]).isdisjoint(second[b:b_last]):
        steps.append(differing(a, a_last, b, b_last))
    else:
        for same, size_a, size_b in difference(first[a:a_last], second[b:b_last]):
            steps.append(Step(same, a, a + size_a, b, b + size_b))
            a, b = a + size_a, b + size_b
    steps.append(equal(a_last, a_end, b_last, b_end))
    return steps


def tidy(steps: list[Step], first: Extract, second: Extract) -> list[Step]:
    """Make differences readable: none torn in two by a shared "the" or "of" alone.

    Equal function words between two substitutions join them if they are no longer than either, as
    in the semantic clean-up of diff-match-patch; and a difference of one side that could lie a few
    words earlier, because the same words end it, is moved to where a clause begins.
    """
    result: list[Step] = []
    for step in steps:
        result.append(step)
        while len(result) > 2 and _torn(result[-3:], first):  # noqa: PLR2004 - two and what parts them
            last, _, before = result.pop(), result.pop(), result.pop()
            result.append(differing(before.a, last.a_end, before.b, last.b_end))
    return _slid(result, first, second)


def _torn(three: list[Step], first: Extract) -> bool:
    before, shared, after = three
    if before.equal or after.equal:
        return False
    length = shared.a_end - shared.a
    sizes = [max(step.a_end - step.a, step.b_end - step.b) for step in (before, after)]
    both = all(step.a < step.a_end and step.b < step.b_end for step in (before, after))
    if not both or length > min(sizes):
        return False
    return all(first.function[shared.a : shared.a_end])


def _slid(steps: list[Step], first: Extract, second: Extract) -> list[Step]:
    for index in range(1, len(steps) - 1):
        step = steps[index]
        if step.equal or (step.a < step.a_end and step.b < step.b_end):
            continue
        side, low, high = (
            (first, step.a, step.a_end) if step.a < step.a_end else (second, step.b, step.b_end)
        )
        room = steps[index - 1].a_end - steps[index - 1].a - 1
        shift = _best_shift(side, low, high, room)
        if shift:
            before, after = steps[index - 1], steps[index + 1]
            steps[index - 1] = before._replace(
                a_end=before.a_end - shift, b_end=before.b_end - shift
            )
            steps[index] = differing(
                step.a - shift, step.a_end - shift, step.b - shift, step.b_end - shift
            )
            steps[index + 1] = after._replace(a=after.a - shift, b=after.b - shift)
    return steps


def _best_shift(side: Extract, low: int, high: int, room: int) -> int:
    """Return by how many words a difference moves back to begin where a clause does."""
    best, depth = 0, side.breaks[low]
    shift = 0
    while shift < room and side.words[low - shift - 1] == side.words[high - shift - 1]:
        shift += 1
        if side.breaks[low - shift] > depth:
            best, depth = shift, side.breaks[low - shift]
    return best
