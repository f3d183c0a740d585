"""Ground: two texts of one article word by word, and which words the later one has kept."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from workbench.text.difference import characters, compared
from workbench.text.normalize import fold_character
from workbench.text.tokenize import token_arrays

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from workbench.model import Span

    Run = tuple[int, int, int]

GRAM = 4
"""Words in a row that show the way through both texts where each has them once."""

CLOSE = 240
"""Words of both texts between two such places up to which every one of them is compared."""

LETTERS = 1_000_000
"""Different words in both texts that are told apart: Unicode has room for few more."""

FOREIGN = ("\x01", "\x02")
"""What stands for a word of only the earlier text, and for one of only the later."""

_STOPS = frozenset('.!?…。！？؟:;"”»')

NOWHERE = -1
DOUBLED = -2
"""What stands for a word that is not kept, and for one that is, but nobody can say which it is."""


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
class Side:
    """One of two texts as its words and marks.

    `plain` is the text folded, each code point by itself, so that places are the same in both;
    `letters` has a character for each word, the same in both texts where words are. `kept` says for
    each word which one of the other text it is, or NOWHERE, or DOUBLED where it stood twice and
    only once since, or the other way round. `kept_words` are those of which it is known,
    and `places` says where each letter stands.
    """

    text: str
    plain: str
    letters: str
    starts: Sequence[int]
    ends: Sequence[int]
    is_word: Sequence[bool]
    kept: Sequence[int]
    kept_words: Sequence[int]
    places: Mapping[str, Sequence[int]]

    def stretch(self, span: Span) -> Stretch:
        """Return the words that a span touches, none if it is blank."""
        first = bisect_left(self.ends, span.start + 1)
        last = bisect_left(self.starts, span.end) if span.length else first
        return Stretch(span, first, max(first, last))

    def begins(self, word: int) -> bool:
        """Tell whether a sentence or a paragraph begins with a word, or one ends before it."""
        if word in {0, len(self.letters)}:
            return True
        last, start = self.ends[word - 1], self.starts[word]
        return self.text[last - 1] in _STOPS or "\n" in self.text[last:start]

    def is_sentence(self, words: Stretch) -> bool:
        """Tell whether some words, at least one, are a sentence or several."""
        return self.begins(words.first) and (self.begins(words.last) or self.begins(words.last + 1))


@dataclass(frozen=True, slots=True)
class Ground:
    """The earlier text and the later one."""

    before: Side
    after: Side

    def flipped(self) -> Ground:
        """Return the same with the later text as the earlier one."""
        return Ground(self.after, self.before)


def ground(before: str, after: str) -> Ground:
    """Compare two texts word by word, quickly also where they have nothing in common.

    Rows of words that both texts have once are the way through (as in Cohen's patience diff), the
    longest one that goes forward in both; what lies between is compared with diff-match-patch.
    """
    arrays = [token_arrays(text) for text in (before, after)]
    words = [each.hashes.tolist() for each in arrays]
    shared = set(words[0]).intersection(words[1])
    common = (word for word in words[0] if word in shared)
    letters = characters([*range(len(FOREIGN)), *list(dict.fromkeys(common))[:LETTERS]])
    written = [
        "".join([letters.get(word, foreign) for word in side])
        for side, foreign in zip(words, FOREIGN, strict=True)
    ]
    sides = [
        Side(
            text,
            _plain(text),
            row,
            each.starts.tolist(),
            each.ends.tolist(),
            each.is_word.tolist(),
            kept,
            [word for word, other in enumerate(kept) if other >= 0],
            _places(row),
        )
        for text, row, each, kept in zip(
            (before, after), written, arrays, _kept(*written), strict=True
        )
    ]
    return Ground(*sides)


def _plain(text: str) -> str:
    folded = {character: fold_character(character) for character in set(text)}
    return text.translate({ord(old): new for old, new in folded.items() if len(new) == 1})


def _places(letters: str) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for place, letter in enumerate(letters):
        places.setdefault(letter, []).append(place)
    return places


def _kept(first: str, second: str) -> tuple[list[int], list[int]]:
    """Return for the words of either text which they are of the other, if nothing else fits."""
    kept, kept_there = [NOWHERE] * len(first), [NOWHERE] * len(second)
    runs = rows(first, second)
    for start, there, length in runs:
        kept[start : start + length] = range(there, there + length)
        kept_there[there : there + length] = range(start, start + length)
    for (start, there, length), (low, low_there, next_length) in pairwise(runs):
        gap, gap_there = (start + length, low), (there + length, low_there)
        if gap[0] == gap[1]:
            back, on = slide(second, gap_there, (length, next_length))
        elif gap_there[0] == gap_there[1]:
            back, on = slide(first, gap, (length, next_length))
        else:
            continue
        _doubt(kept, gap, back, on)
        _doubt(kept_there, gap_there, back, on)
    return kept, kept_there


def _doubt(kept: list[int], gap: tuple[int, int], back: int, on: int) -> None:
    """Forget which words those beside and in a gap are that could lie elsewhere as well."""
    low, high = gap
    for start, end in (
        (low - back, low),
        (max(low, high - back), high),
        (low, min(high, low + on)),
        (high, high + on),
    ):
        kept[start:end] = [DOUBLED] * (end - start)


def slide(letters: str, gap: tuple[int, int], room: tuple[int, int]) -> tuple[int, int]:
    """Return by how many words, back and on, a gap could lie elsewhere with the same result."""
    low, high = gap
    back = on = 0
    while back < room[0] and letters[low - back - 1] == letters[high - back - 1]:
        back += 1
    while on < room[1] and letters[low + on] == letters[high + on]:
        on += 1
    return back, on


def rows(first: str, second: str) -> list[Run]:
    """Return the rows of equal words: where in either, and how many; one at either end is empty.

    No two of them follow each other without a gap.
    """
    result = [(0, 0, 0)]
    for run in [*_runs(first, second), (len(first), len(second), 0)]:
        start, there, length = result[-1]
        if (start + length, there + length) == run[:2]:
            result[-1] = (start, there, length + run[2])
        else:
            result.append(run)
    return result


def _runs(first: str, second: str) -> Iterator[Run]:
    """Yield the rows of equal words in the order of both texts, some of them in pieces."""
    start = there = 0
    for place, other in [*_way(first, second), (len(first), len(second))]:
        if place < start or other < there:
            continue
        yield from _between(first, second, (start, place, there, other))
        length = 0
        while first[place + length : place + length + 1] and (
            first[place + length] == second[other + length : other + length + 1]
        ):
            length += 1
        if length:
            yield place, other, length
        start, there = place + length, other + length


def _way(first: str, second: str) -> list[tuple[int, int]]:
    """Return the longest way through the grams that stand once in either text."""
    here, elsewhere = _single(first), _single(second)
    pairs = [(place, elsewhere[gram]) for gram, place in here.items() if gram in elsewhere]
    ends: list[int] = []
    tops: list[int] = []
    before: list[int] = []
    for number, (_, other) in enumerate(pairs):
        at = bisect_left(ends, other)
        before.append(tops[at - 1] if at else NOWHERE)
        ends[at : at + 1] = [other]
        tops[at : at + 1] = [number]
    way = []
    number = tops[-1] if tops else NOWHERE
    while number != NOWHERE:
        way.append(pairs[number])
        number = before[number]
    return way[::-1]


def _single(letters: str) -> dict[str, int]:
    """Return the place of each gram that stands only once, in the order of the text."""
    places: dict[str, int] = {}
    for place in range(len(letters) - GRAM + 1):
        gram = letters[place : place + GRAM]
        places[gram] = NOWHERE if gram in places else place
    return {gram: place for gram, place in places.items() if place != NOWHERE}


def _between(first: str, second: str, gap: tuple[int, int, int, int]) -> Iterator[Run]:
    """Yield the rows of equal words in `[start, end)` of the one and `[there, stop)` of the other.

    Of a long gap only what its ends have in common is looked at: little else would be.
    """
    start, end, there, stop = gap
    head = tail = 0
    room = min(end - start, stop - there)
    while head < room and first[start + head] == second[there + head]:
        head += 1
    while tail < room - head and first[end - 1 - tail] == second[stop - 1 - tail]:
        tail += 1
    if head:
        yield start, there, head
    place, other = start + head, there + head
    last, other_last = end - tail, stop - tail
    if place < last and other < other_last and last - place + other_last - other <= CLOSE:
        for equal, size, size_other in compared(
            first[place:last], second[other:other_last], readable=True
        ):
            if equal:
                yield place, other, size
            place, other = place + size, other + size_other
    if tail:
        yield last, other_last, tail
