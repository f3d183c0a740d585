"""Narration: what an article says between its quotations, as words in sentences."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model import Span

QUOTE, PARAGRAPH = "\ue000", "\n"
"""What stands among the words for a quotation, and for the end of a paragraph."""

WRAPPED = range(40, 101)
"""Code points of a line that may be wrapped by hand."""

SOON = 9
"""Words in which a verb must follow on a question for the sentence to go on: "…?" Wei asked."""

LONGEST = 400
"""Words of a sentence at most: one without stops is cut, lest work grow with its square."""

STOPS = frozenset(".!?…。！？")
_ENDS = STOPS | {QUOTE, PARAGRAPH}
_TITLES = (
    "Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Sgt|Capt|Lt|Sen|Sens|Rep|Reps|Gov|Govs|Rev|Hon|Sr|Jr|Mme|Sra|Fr|Hr"
    "|Inc|Ltd|Co|Corp|Bros|No|Nr|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec|Atty|Adm|Maj|Supt|Pres|M"
)
_TOKEN = re.compile(
    rf"""
    [^\W\d_]{{2,}}(?![-‐‑.'’&/+·\w])           # most words, found at once
    | (?:[^\W\d_]\.){{2,}}                        # U.S., G.K.
    | (?:{_TITLES})\.(?!\n)                     # Sen., Dr.
    | [^\W\d_]\.(?=[ \u00a0][^\W\d_])(?<![^\W_][^\W_]\.)   # J. Edgar
    | \d+(?:[.,]\d+)+%?                        # 1,000
    | [^\W_]+(?:[-‐‑.'’&/+·][^\W_]+)*(?:['’](?=\s|$))?
    | [lLdD]['’]
    | [ \t\u00a0\u3000]*\n\s*
    | [^\w\s]
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Narration:
    """The words and marks of a text around its quotations, and where its sentences begin.

    `words[k]` reaches from `starts[k]` to `ends[k]` in code points; `lower` has small letters and
    the straight apostrophe, `capital` tells which begin with a capital. For a quotation the word
    is QUOTE, `quotes` has the place of each among the words. `firsts` are the first words of the
    sentences, `breaks` the ends of paragraphs.
    """

    text: str
    words: tuple[str, ...]
    lower: tuple[str, ...]
    capital: tuple[bool, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    quotes: tuple[int, ...]
    firsts: tuple[int, ...]
    breaks: tuple[int, ...]

    def sentence(self, word: int) -> tuple[int, int]:
        """Return the first word of the sentence that holds `word`, and the first one after it."""
        number = bisect_right(self.firsts, word)
        last = self.firsts[number] if number < len(self.firsts) else len(self.words)
        return self.firsts[number - 1], last

    def head(self, at: int) -> int:
        """Return where the paragraph of a code point begins."""
        before = bisect_left(self.breaks, at, key=self.starts.__getitem__)
        return self.ends[self.breaks[before - 1]] if before else 0

    def paragraphs(self, first: int, last: int) -> int:
        """Count the ends of paragraphs from word `first` up to word `last`."""
        return bisect_left(self.breaks, last) - bisect_left(self.breaks, first)

    def between(self, first: int, last: int) -> str:
        """Return the text from word `first` up to, but not with, word `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]] if first < last else ""


def narration(
    text: str, within: Span, quotes: Sequence[Span], verbs: frozenset[str] = frozenset()
) -> Narration:
    """Read the words of `text` within a span and outside of `quotes`, which do not overlap.

    After a quotation that asks or exclaims, a sentence goes on where one of `verbs` follows soon.
    """
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    places: list[int] = []
    at = within.start
    for quote in quotes:
        _read(text, at, quote.start, (words, starts, ends))
        places.append(len(words))
        words.append(QUOTE)
        starts.append(quote.start)
        ends.append(quote.end)
        at = quote.end
    _read(text, at, within.end, (words, starts, ends))
    lower = tuple(map(_lower, words))
    capital = tuple([word[0].isupper() for word in words])
    bounds = tuple(starts), tuple(ends)
    breaks = tuple([place for place, word in enumerate(words) if word == PARAGRAPH])
    plain = Narration(text, tuple(words), lower, capital, *bounds, tuple(places), (0,), breaks)
    return replace(plain, firsts=_sentences(plain, verbs))


def _lower(word: str) -> str:
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFC", word.lower()).replace("’", "'")


def _read(text: str, start: int, end: int, into: tuple[list[str], list[int], list[int]]) -> None:
    words, starts, ends = into
    for match in _TOKEN.finditer(text, start, end):
        first, last = match.span()
        word = match[0]
        if "\n" in word:
            if _is_wrapped(text, word, first, last):
                continue
            word = PARAGRAPH
        words.append(word)
        starts.append(first)
        ends.append(last)


def _is_wrapped(text: str, gap: str, start: int, end: int) -> bool:
    """Tell a line that ends only for want of room from the end of a paragraph."""
    if gap.count("\n") > 1 or not start or end >= len(text):
        return False
    if text[end].islower() or text[start - 1] in ",;":
        return True
    head = text.rfind("\n", max(0, start - WRAPPED.stop), start) + 1
    whole = start - head in WRAPPED and head > 0
    return whole and text[start - 1].isalnum() and text[end].isalpha()


def _sentences(words: Narration, verbs: frozenset[str]) -> tuple[int, ...]:
    """Find the first word of each sentence.

    A quotation with a stop at its end also ends a sentence, unless the next word is a small one.
    """
    firsts = [0]
    last = len(words.words)
    for place, before in enumerate(words.words, 1):
        if place == last or (before not in _ENDS and place - firsts[-1] < LONGEST):
            continue
        word = words.words[place]
        ended = before != QUOTE or _ends(words, place, verbs)
        if (
            before == PARAGRAPH
            or place - firsts[-1] >= LONGEST
            or (ended and not word[0].islower() and word not in ",;)")
        ):
            firsts.append(place)
    return tuple(firsts)


def _ends(words: Narration, place: int, verbs: frozenset[str]) -> bool:
    """Tell whether the quotation before a word ends its sentence."""
    start, end = words.starts[place - 1], words.ends[place - 1]
    stop = words.text[max(start, end - 3) : end].rstrip("\"'”’“‘»«」』 \u00a0")[-1:]
    if not stop or stop in ".。" or stop not in STOPS:
        return stop in STOPS
    for following in range(place, min(place + SOON, len(words.words))):
        if words.lower[following] in verbs:
            return False
        if words.words[following] in STOPS or words.words[following] in (PARAGRAPH, QUOTE):
            break
    return True
