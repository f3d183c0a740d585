"""Variants: the places where two aligned passages differ, in whole words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.comparison.flags import flags
from workbench.model import Reading, Span, Variant, VariantKind
from workbench.text.lexicon import DAYS, MONTHS
from workbench.text.normalize import fold
from workbench.text.sentences import SENTENCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.comparison.align import Step
    from workbench.comparison.extract import Extract
    from workbench.model import Flag

_CALENDAR = DAYS | MONTHS


def variants(steps: Sequence[Step], first: Extract, second: Extract) -> tuple[Variant, ...]:
    """Return the apparatus of two passages, in the order of the first.

    Words that one passage has and the other has elsewhere are one transposition.
    """
    differing = [step for step in steps if not step.equal]
    moved = _moved(differing, first, second)
    arrived = {id(target) for target in moved.values()}
    ends = steps[-1].a_end, steps[-1].b_end
    found = []
    for step in differing:
        target = moved.get(id(step), step)
        if id(step) in arrived:
            continue
        a = _reading(first, step.a, step.a_end, ends[0])
        b = _reading(second, target.b, target.b_end, ends[1])
        if target is step:
            found.append(Variant(_kind(step), a, b, _flags(step, first, second)))
        else:
            found.append(Variant(VariantKind.TRANSPOSITION, a, b))
    return tuple(sorted(found, key=lambda variant: (variant.a.span, variant.b.span)))


def _kind(step: Step) -> VariantKind:
    if step.a == step.a_end:
        return VariantKind.ADDITION
    if step.b == step.b_end:
        return VariantKind.OMISSION
    return VariantKind.SUBSTITUTION


def _moved(steps: Sequence[Step], first: Extract, second: Extract) -> dict[int, Step]:
    """Pair each omission with the addition of the same words elsewhere, the nearest one.

    Function words may differ: "of the council" here is "council" there.
    """
    additions = [step for step in steps if step.a == step.a_end]
    arriving = {id(step): _content(second, step.b, step.b_end) for step in additions}
    moved: dict[int, Step] = {}
    for step in steps:
        words = _content(first, step.a, step.a_end)
        if step.b < step.b_end or not words:
            continue
        same = [other for other in additions if arriving[id(other)] == words]
        if same:
            nearest = min(same, key=lambda other: (abs(other.a - step.a), other.a))
            additions.remove(nearest)
            moved[id(step)] = nearest
    return moved


def _content(side: Extract, start: int, end: int) -> list[int]:
    return [side.words[place] for place in range(start, end) if not side.function[place]]


def _reading(side: Extract, start: int, end: int, last: int) -> Reading:
    """Return the words `[start, end)` of a passage that ends at word `last`.

    No words are an empty span: before the word that follows, or after the last one.
    """
    if start < end:
        span = side.span(start, end)
        return Reading(span, side.surface(span))
    at = side.starts[start] if start < last else side.ends[last - 1]
    return Reading(Span(at, at), "")


def _flags(step: Step, first: Extract, second: Extract) -> tuple[Flag, ...]:
    common = set(first.words[step.a : step.a_end]) & set(second.words[step.b : step.b_end])
    one = [place for place in range(step.a, step.a_end) if first.words[place] not in common]
    other = [place for place in range(step.b, step.b_end) if second.words[place] not in common]
    named = _has_name(first, one) or _has_name(second, other)
    return flags(_surfaces(first, one), _surfaces(second, other), named=named)


def _surfaces(side: Extract, places: list[int]) -> list[str]:
    return [side.surface(side.span(place, place + 1)) for place in places]


def _has_name(side: Extract, places: list[int]) -> bool:
    """Tell whether a word inside a sentence has a capital and is no day or month."""
    return any(
        side.capital[place]
        and side.breaks[place] < SENTENCE
        and fold(side.surface(side.span(place, place + 1))) not in _CALENDAR
        for place in places
    )
