"""Rating: how likely it is that some words stand at a place of a later text."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from workbench.model.annotation import CONTEXT
from workbench.text.distance import likeness

if TYPE_CHECKING:
    from workbench.text.anchor_ground import Ground, Stretch

QUOTE_WEIGHT, CONTEXT_WEIGHT, PLACE_WEIGHT = 50, 20, 2
"""What the quote counts, each side of its context, and the position: the weights of Hypothesis."""

LONG = 600
"""Code points above which a quote is measured by its words: character by character takes long."""

UNKNOWN = 0.5
"""The likeness of a context that is not there: in rivals that both end a text it tells nothing."""

NEAR = 6
"""Words beside a quote: as many as its context has, more or less."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where some words may stand: how alike quote and contexts are, 0 to 1.

    `around` is how much beside them was kept, and `rank` counts all that together; `sure` does
    too, but the context less where the quote is long and tells by itself.
    """

    stretch: Stretch
    quote: float
    sides: tuple[float, float]
    around: float
    rank: float
    sure: float


def rated(ground: Ground, words: Stretch, there: Stretch) -> Place:
    """Return how likely it is that some words of the earlier text stand at a place of the later."""
    quote = quote_likeness(ground, words, there)
    contexts = _contexts(ground, words, there)
    sides = [likeness(*pair) if all(pair) else UNKNOWN for pair in contexts]
    at_ends = sum(not any(pair) for pair in contexts)
    around = _kept_around(ground, words, there)
    both = max(sum(sides), 2 * around)
    away = abs(_expected(ground, words) - there.span.start) / max(1, len(ground.after.text))
    own = QUOTE_WEIGHT * quote + PLACE_WEIGHT * (1 - away)
    own_weight = QUOTE_WEIGHT + PLACE_WEIGHT
    faded = CONTEXT_WEIGHT * min(1, CONTEXT / max(1, words.span.length))
    return Place(
        there,
        quote,
        (sides[0], sides[1]),
        around,
        (own + CONTEXT_WEIGHT * both) / (own_weight + 2 * CONTEXT_WEIGHT),
        (own + faded * min(2, both + UNKNOWN * at_ends)) / (own_weight + 2 * faded),
    )


def _kept_around(ground: Ground, words: Stretch, there: Stretch) -> float:
    """Return how many words beside these are kept near a place, on that side where fewer are.

    It is a share of up to `NEAR` words, and one that is not kept ends the count: words may have
    been put in around the quote, but if some went too it may be another sentence.
    """
    kept = ground.before.kept
    fronts = kept[max(0, words.first - NEAR) : words.first][::-1]
    backs = kept[words.last : words.last + NEAR]
    if not fronts and not backs:
        return 0.0
    low, high = there.first - 2 * NEAR, there.last + 2 * NEAR
    front = list(takewhile(lambda place: low <= place < there.first, fronts))
    back = list(takewhile(lambda place: there.last <= place < high, backs))
    shares = ((front, fronts), (back, backs))
    return min(len(near) / len(beside) for near, beside in shares if beside)


def _contexts(ground: Ground, words: Stretch, there: Stretch) -> tuple[tuple[str, str], ...]:
    """Return what stands before the words in either text, and what stands after them."""
    pairs = ((ground.before.plain, words.span), (ground.after.plain, there.span))
    fronts = [text[max(0, span.start - CONTEXT) : span.start].strip() for text, span in pairs]
    backs = [text[span.end : span.end + CONTEXT].strip() for text, span in pairs]
    return (fronts[0], fronts[1]), (backs[0], backs[1])


def quote_likeness(ground: Ground, words: Stretch, there: Stretch) -> float:
    """Return how alike the quote and what stands at a place are."""
    before, after = ground.before, ground.after
    if ground.before.letters[words.first : words.last] == after.letters[there.first : there.last]:
        return 1.0
    if words.span.length <= LONG:
        return likeness(words.span.of(before.plain), there.span.of(after.plain))
    kept = before.kept[words.first : words.last]
    same = sum(there.first <= one < there.last for one in kept)
    return same / max(words.size, there.size)


def _expected(ground: Ground, words: Stretch) -> int:
    """Return where the words would stand if they had moved as the nearest kept ones before."""
    before, after = ground.before, ground.after
    at = bisect_left(before.kept_words, words.first + 1) - 1
    if at < 0:
        return words.span.start
    word = before.kept_words[at]
    return after.starts[before.kept[word]] + words.span.start - before.starts[word]
