"""REFI-QDA readings: what the positions in a file count, found out by checking which reading fits.

The standard counts code points of the plain text, the end exclusive. Some programs count UTF-16
units, two for a line end, one for a line end that has two, from 1, or the last character itself.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from typing import TYPE_CHECKING

from workbench.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SAMPLE = 400  # selections: as telling as all of them
CLEARLY = 2  # times fewer words cut: what must speak for another reading where no quotes do
FEW = 2  # words cut, below which ends are not moved: somebody selected a part of a word
LONG = 4_000  # code points of a name that are looked at

_WIDE = re.compile("\r\n|[\r\n\U00010000-\U0010ffff]")
_ELLIPSIS = (" …", "…", "...")


class LineEnds(StrEnum):
    """How a program counts the ends of lines."""

    KEPT = "as they are"
    SINGLE = "one"
    DOUBLE = "two"


@dataclass(frozen=True, slots=True)
class Reading:
    """What the positions of a file count; `before` and `after` are added to start and end."""

    ends: LineEnds = LineEnds.KEPT
    is_utf16: bool = False
    before: int = 0
    after: int = 0


STANDARD = Reading()
_SHIFTS = ((0, 0), (0, 1), (-1, 0), (-1, -1))
READINGS = tuple(
    Reading(ends, is_utf16, *shift)
    for shift, is_utf16, ends in product(_SHIFTS, (False, True), LineEnds)
)
"""All readings that are tried, the likelier ones first."""


@dataclass(frozen=True, slots=True)
class Selected:
    """Some words as a file tells them: two positions, and a name that may be their quote."""

    start: int
    end: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Selections:
    """The selections of one text; `raw` is the text as it stands in the file, `text` with LF."""

    raw: str
    text: str
    selected: tuple[Selected, ...]


@dataclass(frozen=True, slots=True)
class Fitting:
    """The reading that fits a file, and whether the names of its selections are their quotes."""

    reading: Reading
    names_are_quotes: bool = False


def find_fitting(texts: Sequence[Selections]) -> Fitting:
    """Return the reading under which most quotes stand at their places, else fewest words are cut.

    Without quotes another reading than the standard must speak clearly for itself.
    """
    sample = tuple(_sampled(texts))
    scores = {reading: _score(sample, reading) for reading in READINGS}
    best = max(READINGS, key=lambda reading: scores[reading].quotes)
    if quotes := scores[best].quotes:
        alike = (one for one in READINGS if scores[one].quotes == quotes)
        best = min(alike, key=lambda reading: scores[reading].cuts)
        named = sum(bool(_squeezed(one.name)) for each in sample for one in each.selected)
        return Fitting(best, 2 * scores[best].fits >= named)
    never = min(score.outside for score in scores.values())  # whatever is counted
    cuts = {one: score.cuts + 2 * (score.outside - never) for one, score in scores.items()}
    usual = cuts[STANDARD]
    likely = [one for one in READINGS if usual >= FEW or not (one.before or one.after)]
    best = min(likely, key=lambda reading: cuts[reading])
    return Fitting(best if cuts[best] * CLEARLY <= usual else STANDARD)


def spans_of(each: Selections, fitting: Fitting) -> tuple[Span | None, ...]:
    """Return where the selections of a text are, in code points of it with LF; None where nowhere.

    Where names are quotes, one that stands at another place, and there alone, is found there.
    """
    ruler = _Ruler(each.raw, fitting.reading)
    return tuple(_placed(each.text, ruler.span(one), one, fitting) for one in each.selected)


def _placed(text: str, span: Span | None, one: Selected, fitting: Fitting) -> Span | None:
    is_inside = span is not None and span.length > 0 and span.end <= len(text)
    if span is not None and is_inside and _likeness(text, span, one.name):
        return span
    if not fitting.names_are_quotes or not one.name.strip():
        return span if is_inside else None
    first = text.find(one.name)
    if first < 0:  # a name that somebody gave
        return span if is_inside else None
    is_single = text.find(one.name, first + 1) < 0
    return Span(first, first + len(one.name)) if is_single else None


@dataclass(frozen=True, slots=True)
class _Score:
    """How well quotes stand at their places, how many names do so; words cut, places outside."""

    quotes: int
    fits: int
    cuts: int
    outside: int


class _Ruler:
    """Turns positions in a file into code points of its text with LF."""

    def __init__(self, raw: str, reading: Reading) -> None:
        self._reading = reading
        self._wide = tuple(_wide_places(raw, reading))

    def span(self, one: Selected) -> Span | None:
        """Return where a selection is, None where it begins before the text or ends too early."""
        start = self._place(one.start + self._reading.before)
        end = self._place(one.end + self._reading.after)
        return Span(start, end) if 0 <= start <= end else None

    def _place(self, position: int) -> int:
        """Count a character that takes two units once; its middle is its end."""
        return position - bisect_right(self._wide, position - 2)


def _wide_places(raw: str, reading: Reading) -> Iterator[int]:
    """Yield where, as the file counts, each character begins that takes two units."""
    found = shortened = 0
    for match in _WIDE.finditer(raw):
        mark = match[0]
        place = match.start() - shortened + found
        shortened += len(mark) - 1
        if mark > "\uffff":
            is_wide = reading.is_utf16
        elif reading.ends is LineEnds.KEPT:
            is_wide = len(mark) > 1
        else:
            is_wide = reading.ends is LineEnds.DOUBLE
        if is_wide:
            found += 1
            yield place


def _sampled(texts: Sequence[Selections]) -> Iterator[Selections]:
    left = SAMPLE
    for each in texts:
        if each.selected and left > 0:
            yield Selections(each.raw, each.text, each.selected[:left])
            left -= len(each.selected)


def _score(texts: Sequence[Selections], reading: Reading) -> _Score:
    quotes = fits = cuts = outside = 0
    for each in texts:
        ruler = _Ruler(each.raw, reading)
        for one in each.selected:
            span = ruler.span(one)
            if span is None or not 0 < span.end <= len(each.text) or not span.length:
                outside += 1
                continue
            likeness = _likeness(each.text, span, one.name)
            quotes += likeness
            fits += likeness > 0
            cuts += _cuts(each.text, span.start) + _cuts(each.text, span.end)
    return _Score(quotes, fits, cuts, outside)


def _likeness(text: str, span: Span, name: str) -> int:
    """Tell how well a name is the words of a span: 3 exactly, 1 where they begin with it, or 0.

    2 where they are but for white space.
    """
    if name and len(name) == span.length and span.of(text) == name:
        return 3
    wanted = _squeezed(name[:LONG])
    if not wanted:
        return 0
    words = _squeezed(text[span.start : min(span.end, span.start + 2 * min(len(name), LONG) + 2)])
    if words == wanted:
        return 2
    for mark in _ELLIPSIS:
        wanted = wanted.removesuffix(mark)
    return int(bool(wanted) and words.startswith(wanted))


def _squeezed(words: str) -> str:
    return " ".join(words.split())


def _cuts(text: str, place: int) -> bool:
    """Tell whether a place lies inside a word."""
    return 0 < place < len(text) and text[place - 1].isalnum() and text[place].isalnum()
