"""Places: where in a later text the words of an earlier one may stand, and how likely that is."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

from workbench.model import Span
from workbench.text.anchor_ground import NOWHERE, Stretch
from workbench.text.anchor_rating import LONG, quote_likeness, rated
from workbench.text.distance import distances

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.text.anchor_ground import Ground, Side
    from workbench.text.anchor_rating import Place

WORDS = 8
"""Words in a row that, where either text has them once, are the same words: no turn of phrase."""

SENTENCE = 5
"""Words of a sentence that, where either text has it once, is the same one."""

CHANCE = 2
"""Words at either end of such a row without which it must still stand once."""

REACH = (6, 24, 96, 384)
"""Words to each side that are looked at for this, one after the other."""

OFTEN = 50
"""Places with the same words up to which they are looked at: words in more of them tell nothing."""

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


def places(ground: Ground, words: Stretch, *, taken: bool = False) -> list[Place]:
    """Return where in the later text some words of the earlier one may stand, best first.

    Only with `taken` also where other words of the earlier text stand.
    """
    found = {(one.first, one.last): one for one in _possible(ground, words)}
    free = [one for one in found.values() if taken or not is_taken(ground, words, one)]
    likely = [rated(ground, words, one) for one in free]
    return sorted(likely, key=lambda place: (-place.rank, place.stretch.span))


def kept_place(ground: Ground, words: Stretch) -> Stretch | None:
    """Return where all words stand in a row that the comparison of both texts has kept."""
    kept = ground.before.kept[words.first : words.last]
    offsets = {there - place for place, there in enumerate(kept) if there >= 0}
    first = offsets.pop() if offsets else NOWHERE
    if offsets or first < 0 or not ground.after.letters.startswith(_letters(ground, words), first):
        return None
    return _placed(ground, words, first, first + words.size)


def telling_places(ground: Ground, words: Stretch) -> list[Stretch]:
    """Return the free places of the same words that, with what is around them, tell enough."""
    free = (one for one in _exact(ground, words) if not is_taken(ground, words, one))
    return [one for one in free if is_telling(ground, words, one)]


def is_telling(ground: Ground, words: Stretch, there: Stretch) -> bool:
    """Tell whether the same words with what they share around them stand once in either text.

    The outermost words do not count: a full stop or "the" may be the same by chance. A sentence
    may be shorter than other words.
    """
    before, after = ground.before, ground.after
    if before.is_sentence(words) and after.is_sentence(there) and _is_known(ground, words):
        return True
    back = on = 0
    for reach in REACH:
        last_back, last_on = back, on
        while back < reach and _same(ground, words.first - back - 1, there.first - back - 1):
            back += 1
        while on < reach and _same(ground, words.last + on, there.last + on):
            on += 1
        low, high = words.first - back, words.last + on
        row = before.letters[low + CHANCE : high - CHANCE]
        if _is_single(row, ground) and sum(before.is_word[low:high]) >= WORDS:
            return True
        if reach > REACH[0] and (back, on) == (last_back, last_on):
            break
    return False


def is_taken(ground: Ground, words: Stretch, there: Stretch) -> bool:
    """Tell whether most words at a place of the later text are known to be other ones."""
    kept = ground.after.kept[there.first : there.last]
    others = sum(one >= 0 and not words.first <= one < words.last for one in kept)
    return 2 * others > there.size


def _same(ground: Ground, place: int, there: int) -> bool:
    before, after = ground.before.letters, ground.after.letters
    inside = 0 <= place < len(before) and 0 <= there < len(after)
    return inside and before[place] == after[there]


def _is_known(ground: Ground, words: Stretch) -> bool:
    """Tell whether a sentence, longer than an exclamation, stands once in either text."""
    count = sum(ground.before.is_word[words.first : words.last])
    return count >= SENTENCE and _is_single(_letters(ground, words), ground)


def _is_single(row: str, ground: Ground) -> bool:
    for letters in (ground.before.letters, ground.after.letters):
        at = letters.find(row)
        if at < 0 or letters.find(row, at + 1) >= 0:
            return False
    return True


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
    likeness_of_whole = quote_likeness(ground, words, whole) if is_next else 0.0
    if likeness_of_whole >= 1 - NEW:
        yield whole
        return
    fitting = _fitting(ground, words, low, high)
    is_whole = is_next and likeness_of_whole >= quote_likeness(ground, words, fitting) - NEW
    if is_whole:
        yield whole
    else:
        yield from _and_beside(ground, words, fitting, (low, high))


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
            low, high = max(0, low), min(high, len(ground.after.letters))
            fitting = _fitting(ground, words, low, high)
            yield from _and_beside(ground, words, fitting, (low, high))


def _and_beside(
    ground: Ground, words: Stretch, best: Stretch, room: tuple[int, int]
) -> Iterator[Stretch]:
    """Yield what fits best, and what does to each side of it where a copy has room."""
    yield best
    quote = set(_letters(ground, words))
    for low, high in ((room[0], best.first), (best.last, room[1])):
        shared = quote.intersection(ground.after.letters[low:high])
        if 2 * len(shared) > len(quote):
            yield _fitting(ground, words, low, high)


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
