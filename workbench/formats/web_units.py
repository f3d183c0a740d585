"""Web units: in what a file counts positions, found by what fits the words it quotes."""

from __future__ import annotations

from bisect import bisect_left
from enum import Enum
from itertools import accumulate
from typing import TYPE_CHECKING

from workbench.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workbench.formats.web_records import WebWords


class Unit(Enum):
    """What a position counts, and whether a line end is two of them; the likeliest first.

    The W3C asks for code points, programs in a browser count UTF-16 units, and some read texts
    with the line ends of Windows.
    """

    CODE_POINTS = "code points"
    UTF16 = "UTF-16"
    CODE_POINTS_CRLF = "code points, CR LF"
    UTF16_CRLF = "UTF-16, CR LF"


class Measure:
    """A text with the places of its code points in each unit, which are found when asked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts: dict[Unit, Sequence[int]] = {}

    def span_of(self, words: WebWords, unit: Unit) -> Span | None:
        """Return where words stand in code points, None where the text has others there."""
        if words.start is None or words.end is None or not words.start < words.end:
            return None
        start, end = self._place(words.start, unit), self._place(words.end, unit)
        if start is None or end is None or not words.quote:
            return None
        span = Span(start, end)
        return span if span.of(self.text) in (words.quote, _with_lf(words.quote)) else None

    def has_context(self, words: WebWords, span: Span) -> bool:
        """Tell whether what stands before and after a span is what a file says, if it does."""
        before, after = words.prefix, words.suffix
        return self.text.endswith(before, 0, span.start) and self.text.startswith(after, span.end)

    def _place(self, offset: int, unit: Unit) -> int | None:
        starts = self._starts_in(unit)
        at = bisect_left(starts, offset)
        return at if at < len(starts) and starts[at] == offset else None

    def _starts_in(self, unit: Unit) -> Sequence[int]:
        if unit not in self._starts:
            self._starts[unit] = _starts(self.text, unit)
        return self._starts[unit]


def unit_of(measured: Iterable[tuple[Measure, WebWords]]) -> Unit:
    """Return the unit in which most of the words are where a file says, with what is around them.

    Where several fit alike it is the likeliest.
    """
    found = dict.fromkeys(Unit, 0)
    for measure, words in measured:
        for unit in Unit:
            span = measure.span_of(words, unit)
            if span:
                found[unit] += 1 + measure.has_context(words, span)
    return max(Unit, key=lambda unit: found[unit])


def _starts(text: str, unit: Unit) -> Sequence[int]:
    is_utf16 = unit in (Unit.UTF16, Unit.UTF16_CRLF)
    is_crlf = unit in (Unit.CODE_POINTS_CRLF, Unit.UTF16_CRLF)
    if not (is_utf16 and not text.isascii()) and not (is_crlf and "\n" in text):
        return range(len(text) + 1)
    widths = (1 + (is_utf16 and each > "\uffff") + (is_crlf and each == "\n") for each in text)
    return list(accumulate(widths, initial=0))


def _with_lf(quote: str) -> str:
    return quote.replace("\r\n", "\n")
