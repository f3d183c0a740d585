"""Anchor: carry selectors to a later text of their article, never to a wrong place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.model.annotation import Placing, select
from workbench.text.anchor_edges import has_edges
from workbench.text.anchor_ground import ground
from workbench.text.anchor_places import (
    is_telling,
    kept_place,
    places,
    stretch_of,
    telling_places,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.model import Span
    from workbench.model.annotation import Selector
    from workbench.text.anchor_ground import Ground
    from workbench.text.anchor_places import Place, Stretch

LIMIT = 0.78
"""Confidence below which nothing is placed: a short quote in other surroundings reaches 0.75."""

ALIKE = 0.6
"""The likeness that a quote needs: two sentences of one language have up to a half by chance."""

MARGIN = 0.08
"""By how much the best place must be better than any other, and fit better than other words do."""

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
        found[span] = _find(both, stretch_of(both.before, span))
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
    words = stretch_of(both.before, selector.span)
    return tuple(_apart(places(both, words, taken=True)))[:CANDIDATES]


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
    if not words.size:
        return None
    kept = kept_place(both, words)
    if kept and is_telling(both, words, kept):
        is_same = words.span.of(both.before.text) == kept.span.of(both.after.text)
        return Candidate(kept.span, 1.0 if is_same else REWRITTEN)
    telling = telling_places(both, words)
    ranked = places(both, words)
    if telling:
        place = next(one for one in ranked if one.stretch == telling[0])
        back = telling_places(both.flipped(), telling[0])
        if len(telling) > 1 or [one.first for one in back] != [words.first]:
            return None
        return Candidate(telling[0].span, round(max(LIMIT, place.sure), 3))
    return _candidate(ranked[0]) if ranked and _is_certain(both, words, ranked) else None


def _is_certain(both: Ground, words: Stretch, ranked: Sequence[Place]) -> bool:
    """Tell whether the first place is good enough, and better than others for these words.

    And these words must be better for that place than any others of the earlier text.
    """
    best = ranked[0]
    if (
        best.sure < LIMIT
        or best.quote < ALIKE
        or not any(both.before.is_word[words.first : words.last])
    ):
        return False
    if best.quote < 1 and not has_edges(both, words, best.stretch):
        return False
    if any(_rivals(best, other, best.stretch) for other in ranked[1:]):
        return False
    return not any(_rivals(best, other, words) for other in places(both.flipped(), best.stretch))


def _rivals(best: Place, other: Place, own: Stretch) -> bool:
    """Tell whether a place elsewhere than the own one is about as good as the best."""
    return other.rank > best.rank - MARGIN and not other.stretch.span.shared(own.span)
