"""Searchable: the form of a text whose words are indexed, and where words of it stand."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from workbench.model import Near, Span
from workbench.text.normalize import fold_character
from workbench.text.scripts import is_unspaced

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from workbench.model import Phrase

_REMEMBERED = 1 << 14  # characters: more than the texts of a project have
_LATIN_MARKS = range(0x0300, 0x0370)  # those of Indic and other scripts are letters to a reader
_Place = tuple[int, int]


def searchable(text: str) -> str:
    """Return the words of a text as they are searched for, with single blanks between them.

    Case, diacritics, width and whatever else comparing folds are gone. Each character of scripts
    without spaces is a word, so that their words become phrases; so do parts that hyphens and
    apostrophes join.
    """
    return " ".join(_spread(text).split())


class Searched:
    """A text in which words are looked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spread = _spread(text)

    def places(self, sought: Iterable[Phrase | Near]) -> tuple[Span, ...]:
        """Return where any of these stand, in order; places that overlap are one.

        Of two phrases near each other only those that are near are places.
        """
        found = sorted(place for each in sought for place in self._found(each))
        merged: list[list[int]] = []
        for start, end in found:
            if merged and start < merged[-1][1]:
                merged[-1][1] = max(end, merged[-1][1])
            else:
                merged.append([start, end])
        return tuple(self._span(start, end) for start, end in merged)

    @cached_property
    def _starts(self) -> Sequence[int]:
        """Where each code point begins in the spread form."""
        lengths = {
            character: len(_searchable_character(character)) for character in set(self._text)
        }
        if set(lengths.values()) == {1}:
            return range(len(self._text) + 1)
        return tuple(accumulate(map(lengths.__getitem__, self._text), initial=0))

    def _found(self, sought: Phrase | Near) -> Iterable[_Place]:
        if not isinstance(sought, Near):
            return self._phrase(sought)
        firsts, seconds = self._phrase(sought.first), self._phrase(sought.second)
        return set(self._near(firsts, seconds, sought.within)) | set(
            self._near(seconds, firsts, sought.within)
        )

    def _phrase(self, phrase: Phrase) -> list[_Place]:
        words = [re.escape(word) for word in searchable(phrase.text).split()]
        if not words:
            return []
        end = "[^ ]*" if phrase.is_beginning else "(?![^ ])"
        pattern = re.compile(f"(?<![^ ]){' +'.join(words)}{end}")
        return [match.span() for match in pattern.finditer(self._spread)]

    def _near(
        self, firsts: Sequence[_Place], seconds: Sequence[_Place], within: int
    ) -> Iterator[_Place]:
        """Yield both places of each of the first that has one of the second soon after it."""
        starts = [start for start, _ in seconds]
        for first in firsts:
            place = bisect_right(starts, first[0])
            if place < len(seconds):
                between = self._spread[first[1] : seconds[place][0]]
                if len(between.split()) <= within:
                    yield from (first, seconds[place])

    def _span(self, start: int, end: int) -> Span:
        """Return the code points of the text that a stretch of its spread form stands for.

        Marks that are folded away belong to what they stand on.
        """
        first = bisect_right(self._starts, start) - 1
        last = bisect_right(self._starts, end - 1) - 1
        after = last + 1
        while after < len(self._text) and self._starts[after] == self._starts[after + 1]:
            after += 1
        return Span(first, after)


def _spread(text: str) -> str:
    """Return the words of a text with one blank or more between them."""
    forms = {ord(character): _searchable_character(character) for character in set(text)}
    return text.translate(forms)


@lru_cache(_REMEMBERED)
def _searchable_character(character: str) -> str:
    """Return what one code point is in the index: part of a word, a word, a blank, or nothing."""
    folded = fold_character(character)
    if is_unspaced(character) or any(is_unspaced(each) for each in folded):
        folded = unicodedata.normalize("NFC", folded)
    return "".join(_folded_character(each) for each in folded)


def _folded_character(character: str) -> str:
    if ord(character) in _LATIN_MARKS:
        return ""
    category = unicodedata.category(character)
    if category[0] not in "LNM" and category != "Co":
        return " "
    return f" {character} " if is_unspaced(character) else character
