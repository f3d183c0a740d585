"""Report words: what a report says of dates, kinds, counts and the lengths of texts."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from workbench.formats.bibliography import one_line
from workbench.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

KINDS = {
    Kind.VERBATIM: "word for word",
    Kind.EDITED: "edited",
    Kind.REWORDED: "in other words",
}
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
DAY = len("2024-03-06")
SHORT = 3
"""Letters of a month where there is little room."""

UTC = "UTC"
NO_OFFSET = frozenset(("Z", "+00:00", "+0000"))
FIRST_WORDS = 60
"""Code points of a text that name it in a heading."""

_DATE = re.compile(
    r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01])"
    r"(?:[T ]([0-9]{2}:[0-9]{2})(?::[0-9.]+)?(Z|[+-][0-9]{2}:?[0-9]{2})?)?)?)?"
)


def date_words(published: str) -> str:
    """Return an ISO 8601 date as "6 Mar 2024, 08:15 +05:00", as precise as it is, or as it is."""
    return _date_words(published, SHORT)


def period_words(first: str, last: str) -> str:
    """Return two ISO 8601 days as "6 to 9 March 2024", what both have in common told once."""
    one, other = _date_words(first, 0).split(" "), _date_words(last, 0).split(" ")
    if one == other:
        return " ".join(one)
    alike = zip(reversed(one[1:]), reversed(other), strict=False)
    common = sum(1 for _ in takewhile(lambda words: words[0] == words[1], alike))
    return f"{' '.join(one[: len(one) - common])} to {' '.join(other)}"


def day_words(published: str) -> str:
    """Return an ISO 8601 date with the name of its month in full, without the time of the day."""
    return _date_words(published[:DAY], 0)


def _date_words(published: str, letters: int) -> str:
    """Return a date with so many letters of its month, all for 0."""
    match = _DATE.match(published)
    if not match or published[match.end() : match.end() + 1].isdigit():
        return one_line(published)
    year, month, day, time, zone = match.groups()
    name = month and (MONTHS[int(month) - 1][:letters] or MONTHS[int(month) - 1])
    words = " ".join(filter(None, (day and str(int(day)), name, year)))
    told = UTC if zone in NO_OFFSET else zone
    return ", ".join(filter(None, (words, " ".join(filter(None, (time, told))))))


def count(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun, "1 article" or "2 articles"; thousands set apart."""
    noun = one if number == 1 else many or one + "s"
    return f"{number:,} {noun}"


def percent(share: float) -> str:
    """Return a share (0 to 1) as "38%"; what is not quite nothing or all is not called so."""
    whole = round(share * 100)
    if whole in (0, 100) and share not in (0, 1):
        return "<1%" if whole == 0 else ">99%"
    return f"{whole}%"


def listed(names: Iterable[str]) -> str:
    """Return names as a sentence lists them, "A, B and C"."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def first_words(text: str, most: int = FIRST_WORDS) -> str:
    """Return the words a text begins with, on one line, at most so many code points of it."""
    words = one_line(text)
    if len(words) <= most:
        return words
    return (words[:most].rsplit(" ", 1)[0] or words[:most]) + "…"


def shortened(text: str, most: int = FIRST_WORDS) -> str:
    """Return a text on one line, its middle left out where it is longer than that."""
    words = one_line(text)
    if len(words) <= most:
        return words
    first = words[: most // 2].rsplit(" ", 1)[0]
    last = words[-(most // 2) :].split(" ", 1)[-1]
    return f"{first} … {last}"


def sentence(words: str) -> str:
    """Return words with a capital at their beginning."""
    return words[:1].upper() + words[1:]
