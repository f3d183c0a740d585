"""Lexer: news prose as tokens for Pygments - quotations by speaker, cues, names, numbers.

Offsets are true: the tokens of `get_tokens_unprocessed`, put together, are the text. Every type is
below one of Pygments' standard types, so that any of its styles and formatters can show it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pygments.lexer import Lexer
from pygments.token import Keyword, Name, Number, String, Text

from workbench.model import Quotation, Span
from workbench.text.quotations import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pygments.token import _TokenType

QUOTATION = String.Quotation
SPEAKER = Name.Entity.Speaker
CUE = Keyword.Cue
NEAR = 120  # code points beside a quotation within which its cue verb is looked for

_CAPITAL = "[A-ZÀ-ÖØ-Þ]"
_WORDS = re.compile(
    r"(?P<number>\b\d+(?:[.,:]\d+)*(?: ?%)?)"
    rf"|(?P<name>\b{_CAPITAL}[\w’'-]*(?: {_CAPITAL}[\w’'-]*)+"  # several words anywhere
    rf"|(?<=[\w,;] ){_CAPITAL}[\w’'-]*)"  # one word, but not the first of a sentence
)
_TYPES = {"number": Number, "name": Name}


class NewsLexer(Lexer):
    """Splits an article; give it the article's quotations, or it takes all that is in quotes.

    `speakers` are those of the quotations in the order of the text: the speaker at place 3 has the
    types `QUOTATION.S3` and `SPEAKER.S3`.
    """

    name = "News prose"
    aliases = ("news",)

    def __init__(self, quotations: Sequence[Quotation] | None = None, **options: object) -> None:
        super().__init__(**options)
        self._quotations = quotations
        named = (said.speaker for said in quotations or () if said.speaker)
        self.speakers = tuple(dict.fromkeys(named))

    def get_tokens_unprocessed(self, text: str) -> Iterator[tuple[int, _TokenType, str]]:
        """Yield (code point, type, words); no word of the text is left out or comes twice."""
        reached = 0
        for span, kind in self._stretches(text):
            yield from _plain(text, reached, span.start)
            yield span.start, kind, span.of(text)
            reached = span.end
        yield from _plain(text, reached, len(text))

    def _stretches(self, text: str) -> list[tuple[Span, _TokenType]]:
        """Return quotations, speakers and cues in the order of the text; none overlaps another."""
        quotations = self._quotations
        if quotations is None:
            quotations = [Quotation("", span) for span in quoted(text)]
        places = {speaker: place for place, speaker in enumerate(self.speakers)}
        found: list[tuple[Span, int, _TokenType]] = []
        for said in quotations:
            found.append((said.span, 0, _of(QUOTATION, said.speaker, places)))
            if said.speaker_span:
                found.append((said.speaker_span, 1, _of(SPEAKER, said.speaker, places)))
            if cue := _cue(text, said):
                found.append((cue, 2, CUE))
        found.sort(key=lambda one: (one[0].start, one[1], -one[0].end))
        kept: list[tuple[Span, _TokenType]] = []
        for span, _, kind in found:
            if span.length and (not kept or span.start >= kept[-1][0].end):
                kept.append((span, kind))
        return kept


def is_quotation(kind: _TokenType) -> bool:
    """Tell whether a type is that of words that somebody said."""
    return kind[: len(QUOTATION)] == QUOTATION[:]


def speaker_of(kind: _TokenType, speakers: Sequence[str]) -> str:
    """Return the speaker whom a type stands for, or an empty string where it names none."""
    last = kind[-1] if kind else ""
    return speakers[int(last[1:])] if re.fullmatch(r"S\d+", last) else ""


def _of(kind: _TokenType, speaker: str | None, places: Mapping[str, int]) -> _TokenType:
    return getattr(kind, f"S{places[speaker]}") if speaker else kind


def _cue(text: str, said: Quotation) -> Span | None:
    """Return where the cue verb stands that is nearest to the quotation, outside of it."""
    if not said.cue:
        return None
    start = max(0, said.span.start - NEAR)
    places = [
        Span(match.start() + start, match.end() + start)
        for match in re.finditer(re.escape(said.cue), text[start : said.span.end + NEAR])
    ]
    outside = [place for place in places if not place.shared(said.span)]
    return min(outside, key=lambda place: _distance(place, said.span), default=None)


def _distance(place: Span, span: Span) -> int:
    return max(span.start - place.end, place.start - span.end)


def _plain(text: str, start: int, end: int) -> Iterator[tuple[int, _TokenType, str]]:
    """Yield numbers and names of a stretch, and the words between them."""
    reached = start
    for match in _WORDS.finditer(text, start, end):
        if match.start() > reached:
            yield reached, Text, text[reached : match.start()]
        yield match.start(), _TYPES[match.lastgroup or ""], match[0]
        reached = match.end()
    if reached < end:
        yield reached, Text, text[reached:end]
