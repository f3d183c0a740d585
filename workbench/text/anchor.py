"""Anchor: carry selectors to a later text of their article, never to a wrong place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.model.annotation import Placing, select
from workbench.text.anchor_edges import has_edges
from workbench.text.anchor_ground import DOUBLED, ground
from workbench.text.anchor_places import (
    is_telling,
    kept_place,
    places,
    telling_places,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.model import Span
    from workbench.model.annotation import Selector
    from workbench.text.anchor_ground import Ground, Stretch
    from workbench.text.anchor_rating import Place

LIMIT = 0.78
"""Confidence below which nothing is placed: a short quote in other surroundings reaches 0.75."""

ALIKE = 0.6
"""The likeness that a quote needs: two sentences of one language have up to a half by chance."""

MARGIN = 0.08
"""By how much the best place must be better than any other, and fit better than other words do."""

FEW, FEW_ALIKE, FEW_SIDE = 3, 0.75, 0.5
"""Words below which more is asked for, of the quote and of both sides of its context."""

BETTER = 0.25
"""By how much a copy's context must be better on one side to be taken for the place as well."""

REWRITTEN = 0.95
"""Confidence in the same words in the same place, written with other marks, capitals or blanks."""

LEAST = 0.4
"""Confidence below which a place is not worth being looked at by the analyst."""

CANDIDATES = 5
"""Places that are offered: more are no choice but a search."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place, in code points of the later text, where a selector's words may stand."""

    span: Span
    confidence: float


def carry(
    selectors: Sequence[Selector], before: str, after: str, revision: int
) -> tuple[Selector, ...]:
    """Return the selectors, whose spans are in `before`, with their places in `after`.

    First go words that the comparison of both texts has kept, then those that stand unchanged
    elsewhere, then what is most like quote, context and position (the weights of Hypothesis, but
    with a limit). What is below it, or fits two places, or a place that fits other words as well,
    comes back as it was but DOUBTFUL. `revision` is the number of the later text.
    """
    if before == after:
        return tuple(_moved(one, after, one.span, 1.0, revision) for one in selectors)
    both = ground(before, after)
    found: dict[Span, Candidate | None] = {}
    for span in dict.fromkeys(selector.span for selector in selectors):
        found[span] = _find(both, both.before.stretch(span))
    return tuple(
        _moved(one, after, place.span, place.confidence, revision)
        if (place := found[one.span])
        else replace(one, placing=Placing.DOUBTFUL)
        for one in selectors
    )


def candidates(selector: Selector, before: str, after: str) -> tuple[Candidate, ...]:
    """Return where in `after` a selector's words may stand, best first, for the analyst to choose.

    Its span is in `before`. Places where other words of `before` stand are among them.
    """
    both = ground(before, after)
    words = both.before.stretch(selector.span)
    found = sorted(places(both, words, taken=True), key=lambda place: -place.sure)
    return tuple(_apart(found))[:CANDIDATES]


def _moved(selector: Selector, text: str, span: Span, confidence: float, number: int) -> Selector:
    return replace(select(selector.article, text, span, number), confidence=confidence)


def _apart(found: Sequence[Place]) -> Iterator[Candidate]:
    """Yield those places that overlap with no better one."""
    seen: list[Span] = []
    for place in found:
        span = place.stretch.span
        if place.sure >= LEAST and not any(span.shared(other) for other in seen):
            seen.append(span)
            yield _candidate(place)


def _candidate(place: Place) -> Candidate:
    return Candidate(place.stretch.span, round(place.sure, 3))


def _find(both: Ground, words: Stretch) -> Candidate | None:
    kept = both.before.kept[words.first : words.last]
    if all(word == DOUBLED for word in kept):
        return None
    place = kept_place(both, words)
    if place and is_telling(both, words, place):
        is_same = words.span.of(both.before.text) == place.span.of(both.after.text)
        return Candidate(place.span, 1.0 if is_same else REWRITTEN)
    telling = telling_places(both, words)
    ranked = places(both, words)
    if telling:
        sure = next(one.sure for one in ranked if one.stretch == telling[0])
        back = telling_places(both.flipped(), telling[0])
        if len(telling) > 1 or [one.first for one in back] != [words.first]:
            return None
        return Candidate(telling[0].span, round(max(LIMIT, sure), 3))
    return _candidate(ranked[0]) if ranked and _is_certain(both, words, ranked) else None


def _is_certain(both: Ground, words: Stretch, ranked: Sequence[Place]) -> bool:
    """Tell whether the first place is good enough, and better than others for these words.

    And these words must be better for that place than any others of the earlier text.
    """
    best = ranked[0]
    if not _is_good(both, words, best):
        return False
    if any(_rivals(best, other, best.stretch) for other in ranked[1:]):
        return False
    return not any(_rivals(best, other, words) for other in places(both.flipped(), best.stretch))


def _is_good(both: Ground, words: Stretch, best: Place) -> bool:
    """Tell whether a place is good enough by itself."""
    if best.sure < LIMIT or best.quote < ALIKE:
        return False
    if words.size < FEW and (best.quote < FEW_ALIKE or _weaker_side(best) < FEW_SIDE):
        return False
    has_words = any(both.before.is_word[words.first : words.last])
    return has_words and (best.quote == 1 or has_edges(both, words, best.stretch))


def _weaker_side(place: Place) -> float:
    return max(min(place.sides), place.around)


def _rivals(best: Place, other: Place, own: Stretch) -> bool:
    """Tell whether a place elsewhere than the own one is about as good as the best.

    So is one with the same words and a better context on one side: of two copies in a row the
    first stands behind what the original did, the second before what it did.
    """
    better = max(there - here for there, here in zip(other.sides, best.sides, strict=True))
    is_copy = other.quote > best.quote - MARGIN and better > BETTER
    is_rival = is_copy or other.rank > best.rank - MARGIN
    return is_rival and not other.stretch.span.shared(own.span)
