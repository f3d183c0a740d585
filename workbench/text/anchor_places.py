"""Places: where in a later text the words of an earlier one may stand, and how likely that is."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.model import Span
from workbench.model.annotation import CONTEXT
from workbench.text.anchor_ground import NOWHERE
from workbench.text.distance import distances, likeness

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.text.anchor_ground import Ground, Side

QUOTE_WEIGHT, CONTEXT_WEIGHT, PLACE_WEIGHT = 50, 20, 2
"""What the quote counts, each side of its context, and the position: the weights of Hypothesis."""

WORDS = 8
"""Words in a row that, where either text has them once, are the same words: no turn of phrase."""

REACH = (6, 24, 96, 384)
"""Words to each side that are looked at for this, one after the other."""

OFTEN = 50
"""Places with the same words up to which they are looked at: words in more of them tell nothing."""

LONG = 600
"""Code points above which a quote is measured by its words: character by character takes long."""

RARE = 8
"""Places of a word in the later text up to which it is a clue where changed words stand."""

CLUES = 60
"""Words of a quote that are such clues: more are not needed."""

PART = 0.25
"""The part of the clues that a neighbourhood needs, whether they are there or not."""

NEW = 0.1
"""What between the nearest kept words may be new, as a part of them, before only some are taken."""

LIKELY = 3
"""Neighbourhoods with the most such words that are looked at."""

SLACK = 200
"""Code points that a neighbourhood may have beyond three times the quote."""


NEAR = 6
"""Words beside a quote: as many as its context has, more or less."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words `[first, last)` of one text, and their span, which may cut the outer ones."""

    span: Span
    first: int
    last: int

    @property
    def size(self) -> int:
        """How many words these are."""
        return self.last - self.first


@dataclass(frozen=True, slots=True)
class Place:
    """Where some words may stand: how alike the quote is, and the contexts and the whole, 0 to 1.

    `sure` counts the context less where the quote is long: it then tells by itself.
    """

    stretch: Stretch
    quote: float
    rank: float
    sure: float


def stretch_of(side: Side, span: Span) -> Stretch:
    """Return the words that a span touches."""
    return Stretch(span, *side.words(span))


def places(ground: Ground, words: Stretch, *, taken: bool = False) -> list[Place]:
    """Return where in the later text some words of the earlier one may stand, best first.

    Only with `taken` also where other words of the earlier text stand.
    """
    found = {(one.first, one.last): one for one in _possible(ground, words)}
    free = [one for one in found.values() if taken or not is_taken(ground, words, one)]
    rated = [_rated(ground, words, one) for one in free]
    return sorted(rated, key=lambda place: (-place.rank, place.stretch.span))


def kept_place(ground: Ground, words: Stretch) -> Stretch | None:
    """Return where all words stand in a row that the comparison of both texts has kept."""
    kept = ground.before.kept[words.first : words.last]
    offsets = {there - place for place, there in enumerate(kept) if there != NOWHERE}
    first = offsets.pop() if offsets else NOWHERE
    if offsets or first < 0 or not ground.after.letters.startswith(_letters(ground, words), first):
        return None
    return _placed(ground, words, first, first + words.size)


def telling_places(ground: Ground, words: Stretch) -> list[Stretch]:
    """Return the free places of the same words that, with what is around them, tell enough."""
    free = (one for one in _exact(ground, words) if not is_taken(ground, words, one))
    return [one for one in free if is_telling(ground, words, one)]


def is_telling(ground: Ground, words: Stretch, there: Stretch) -> bool:
    """Tell whether the same words with what they share around them stand once in either text."""
    before, after = ground.before, ground.after
    back = on = 0
    for reach in REACH:
        last_back, last_on = back, on
        while back < reach and _same(ground, words.first - back - 1, there.first - back - 1):
            back += 1
        while on < reach and _same(ground, words.last + on, there.last + on):
            on += 1
        low, high = words.first - back, words.last + on
        row = before.letters[low:high]
        is_single = _is_single(row, before.letters) and _is_single(row, after.letters)
        if is_single and sum(before.is_word[low:high]) >= WORDS:
            return True
        if reach > REACH[0] and (back, on) == (last_back, last_on):
            break
    return False


def is_taken(ground: Ground, words: Stretch, there: Stretch) -> bool:
    """Tell whether most words at a place of the later text are known to be other ones."""
    kept = ground.after.kept[there.first : there.last]
    others = sum(one != NOWHERE and not words.first <= one < words.last for one in kept)
    return 2 * others > there.size


def _same(ground: Ground, place: int, there: int) -> bool:
    before, after = ground.before.letters, ground.after.letters
    inside = 0 <= place < len(before) and 0 <= there < len(after)
    return inside and before[place] == after[there]


def _is_single(row: str, letters: str) -> bool:
    at = letters.find(row)
    return at >= 0 and letters.find(row, at + 1) < 0


def _letters(ground: Ground, words: Stretch) -> str:
    return ground.before.letters[words.first : words.last]


def _possible(ground: Ground, words: Stretch) -> Iterator[Stretch]:
    if kept := kept_place(ground, words):
        yield kept
    yield from _exact(ground, words)
    own = list(_in_place(ground, words))
    yield from own
    alike = _alike(ground, words)
    yield from (one for one in alike if not any(one.span.shared(place.span) for place in own))


def _exact(ground: Ground, words: Stretch) -> list[Stretch]:
    """Return where the same words stand, or nothing if they stand nearly everywhere."""
    row, letters = _letters(ground, words), ground.after.letters
    found: list[Stretch] = []
    at = letters.find(row) if row else NOWHERE
    while at >= 0:
        if len(found) == OFTEN:
            return []
        found.append(_placed(ground, words, at, at + words.size))
        at = letters.find(row, at + 1)
    return found


def _in_place(ground: Ground, words: Stretch) -> Iterator[Stretch]:
    """Yield what stands between those neighbours of the words that the later text has kept."""
    low, high, is_next = _between(ground, words)
    start, end = _ends(ground.after, low, high)
    if low >= high or end - start > 3 * words.span.length + SLACK:
        return
    whole = _placed(ground, words, low, high)
    likeness_of_whole = _likeness(ground, words, whole) if is_next else 0.0
    if likeness_of_whole >= 1 - NEW:
        yield whole
        return
    fitting = _fitting(ground, words, low, high)
    is_whole = is_next and likeness_of_whole >= _likeness(ground, words, fitting) - NEW
    yield whole if is_whole else fitting


def _between(ground: Ground, words: Stretch) -> tuple[int, int, bool]:
    """Return what lies between the nearest kept words, and whether these are the very next."""
    before, after = ground.before, ground.after
    at = bisect_left(before.kept_words, words.first) - 1
    low, is_next = 0, words.first == 0
    if at >= 0:
        word = before.kept_words[at]
        low, is_next = before.kept[word] + 1, word == words.first - 1
    at = bisect_left(before.kept_words, words.last)
    if at == len(before.kept_words):
        return low, len(after.letters), is_next and words.last == len(before.letters)
    word = before.kept_words[at]
    return low, before.kept[word], is_next and word == words.last


def _alike(ground: Ground, words: Stretch) -> Iterator[Stretch]:
    """Yield the stretches that have rare words of the quote in about the same order."""
    if words.span.length > LONG:
        return
    width = max(4, words.size // 4)
    votes: Counter[int] = Counter()
    clues = 0
    for offset, letter in enumerate(_letters(ground, words)[:CLUES]):
        there = ground.after.places.get(letter, ())
        if len(there) <= RARE:
            votes.update({(place - offset) // width for place in there})
            clues += 1
    likely = sorted(votes.items(), key=lambda item: (-item[1], item[0]))
    for number, count in likely[:LIKELY]:
        if count > max(1, PART * clues):
            low, high = (number - 1) * width, (number + 2) * width + words.size
            yield _fitting(ground, words, max(0, low), min(high, len(ground.after.letters)))


def _fitting(ground: Ground, words: Stretch, low: int, high: int) -> Stretch:
    """Return which of the words `[low, high)`, at least one, are most like the quote."""
    if words.span.length > LONG:
        return _placed(ground, words, low, high)
    after = ground.after
    start, end = _ends(after, low, high)
    quote, text = words.span.of(ground.before.plain), after.plain[start:end]
    apart = distances(quote, text, anywhere=True)
    last = min(range(low, high), key=lambda word: (apart[after.ends[word] - start], word))
    stop = after.ends[last]
    apart = distances(quote[::-1], after.plain[start:stop][::-1])
    first = min(range(low, last + 1), key=lambda word: (apart[stop - after.starts[word]], -word))
    return _placed(ground, words, first, last + 1)


def _ends(side: Side, first: int, last: int) -> tuple[int, int]:
    return (side.starts[first], side.ends[last - 1]) if first < last else (0, 0)


def _placed(ground: Ground, words: Stretch, first: int, last: int) -> Stretch:
    """Return words `[first, last)` of the later text, cut at their ends as the quote is."""
    before, after = ground.before, ground.after
    start, end = _ends(after, first, last)
    if _same(ground, words.first, first):
        start = _cut(before, after, words.span.start, (before.starts[words.first], start))
    if _same(ground, words.last - 1, last - 1):
        end = _cut(before, after, words.span.end, (before.ends[words.last - 1], end))
    return Stretch(Span(start, max(start, end)), first, last)


def _cut(before: Side, after: Side, edge: int, ends: tuple[int, int]) -> int:
    """Move the edge of a word in the later text as that of the quote is moved against its word."""
    end, there = ends
    low, high = sorted((edge, end))
    moved = there + edge - end
    is_same = before.text[low:high] == after.text[max(0, low + there - end) : high + there - end]
    return moved if is_same else there


def _rated(ground: Ground, words: Stretch, there: Stretch) -> Place:
    before, after = ground.before, ground.after
    quote = _likeness(ground, words, there)
    alike = _side_likeness(
        before.plain[max(0, words.span.start - CONTEXT) : words.span.start],
        after.plain[max(0, there.span.start - CONTEXT) : there.span.start],
    ) + _side_likeness(
        before.plain[words.span.end : words.span.end + CONTEXT],
        after.plain[there.span.end : there.span.end + CONTEXT],
    )
    sides = max(alike, 2 * _kept_around(ground, words, there))
    away = abs(_expected(ground, words) - there.span.start) / max(1, len(after.text))
    own = QUOTE_WEIGHT * quote + PLACE_WEIGHT * (1 - away)
    own_weight = QUOTE_WEIGHT + PLACE_WEIGHT
    faded = CONTEXT_WEIGHT * min(1, CONTEXT / max(1, words.span.length))
    return Place(
        there,
        quote,
        (own + CONTEXT_WEIGHT * sides) / (own_weight + 2 * CONTEXT_WEIGHT),
        (own + faded * sides) / (own_weight + 2 * faded),
    )


def _kept_around(ground: Ground, words: Stretch, there: Stretch) -> float:
    """Return how many words beside these are kept near a place, on that side where fewer are.

    It is a share of `NEAR`, and one that is not kept ends the count: words may have been put in
    around the quote, but if some went too it may be another sentence.
    """
    kept = ground.before.kept
    back = on = 0
    for place in range(words.first - 1, max(0, words.first - NEAR) - 1, -1):
        if not there.first - 2 * NEAR <= kept[place] < there.first:
            break
        back += 1
    for place in range(words.last, min(len(kept), words.last + NEAR)):
        if not there.last <= kept[place] < there.last + 2 * NEAR:
            break
        on += 1
    return min(back, on) / NEAR


def _side_likeness(first: str, second: str) -> float:
    """Return how alike two contexts are; where only one text begins or ends, nobody can say."""
    unknown = 0.5
    return likeness(first, second) if bool(first) == bool(second) else unknown


def _likeness(ground: Ground, words: Stretch, there: Stretch) -> float:
    """Return how alike the quote and what stands at a place are."""
    before, after = ground.before, ground.after
    if _letters(ground, words) == after.letters[there.first : there.last]:
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
