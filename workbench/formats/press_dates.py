"""The date and time in the head lines of an export, as ISO 8601, in any menu language."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from workbench.formats.dates import parse_date
from workbench.formats.press_words import folded, press_words

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_LINE_CHARACTERS = 200  # longer is a sentence that mentions a date
NOON = 12

_NAME = r"([^\W\d_]{3,12})\.?"
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})(?:\.|er|st|nd|rd|th|º)? ?(?:de )? ?"
    rf"{_NAME},? (?:del? )?(\d{{4}})(?!\d)"
)
_MONTH_FIRST = re.compile(rf"{_NAME} (\d{{1,2}})(?:\.|st|nd|rd|th)?,? (\d{{4}})(?!\d)")
_NUMBERS = re.compile(r"(?<!\d)(\d{4})[-/.年] ?(\d{1,2})[-/.月] ?(\d{1,2})(?!\d)")
_AMBIGUOUS = re.compile(r"(?<!\d)\d{1,2}[./-]\d{1,2}[./-]\d{4}(?!\d)")
_BROKEN_DAY = re.compile(r"(?<= )([0-3]) (\d)(?=, \d{4})")  # "Mar 1 1, 2023", seen in ProQuest
_TIME = re.compile(
    r"(?<!\d)(\d{1,2})(?:[:h]|\.(?=\d\d ?(?:uhr|[ap]\.?m)))([0-5]\d)(?::([0-5]\d))?"
    r"(?: ?([ap])\.?m\b\.?)? ?(gmt|utc|z\b)?",
    re.IGNORECASE,
)


def press_date(line: str, order: str = "") -> str:
    """Return the date in a line, with the time where it tells one; "" where it is not certain.

    A time zone other than UTC or GMT is dropped: the same letters mean several offsets. `order`
    is "DMY" or "MDY" where the file tells which of two numbers is the day.
    """
    _, day, after = split_date(line, order)
    return _with_time(day, after) if day else ""


def is_dated(line: str) -> bool:
    """Whether there is a date in a line, also one that other lines must make certain."""
    return bool(press_date(line, "DMY"))


def is_day_first(line: str) -> bool | None:
    """Whether the day stands before the month in words, None where no such date is told."""
    months = press_words().months
    for pattern, name in ((_DAY_FIRST, 2), (_MONTH_FIRST, 1)):
        if any(match[name].casefold() in months for match in pattern.finditer(line)):
            return pattern is _DAY_FIRST
    return None


def split_date(line: str, order: str = "") -> tuple[str, str, str]:
    """Return what stands before the day of a line, the day as ISO 8601, and what follows it.

    The weekday before it is left out. Without a certain day all of the line stands before it.
    """
    line = _BROKEN_DAY.sub(r"\1\2", " ".join(line.split()))
    if len(line) > MAX_LINE_CHARACTERS:
        return line, "", ""
    for start, end, (year, month, day) in sorted(_candidates(line)):
        try:
            found = datetime(year, month, day).date().isoformat()
        except ValueError:
            continue
        return _without_weekday(line[:start]), found, line[end:]
    numeric = _AMBIGUOUS.search(line)
    found = parse_date(numeric.group(), order=order) if numeric else ""
    if numeric is None or not found:
        return line, "", ""
    return _without_weekday(line[: numeric.start()]), found, line[numeric.end() :]


def _without_weekday(before: str) -> str:
    before = before.rstrip(" ,")
    rest, _, last = before.rpartition(" ")
    return rest.rstrip(" ,") if folded(last) in press_words().weekdays else before


def _candidates(line: str) -> Iterator[tuple[int, int, tuple[int, int, int]]]:
    """List where a day could begin and end in a line, with its year, month and day."""
    months = press_words().months
    for match in _DAY_FIRST.finditer(line):
        if month := months.get(match[2].casefold()):
            yield *match.span(), (int(match[3]), month, int(match[1]))
    for match in _MONTH_FIRST.finditer(line):
        if month := months.get(match[1].casefold()):
            yield *match.span(), (int(match[3]), month, int(match[2]))
    for match in _NUMBERS.finditer(line):
        yield *match.span(), (int(match[1]), int(match[2]), int(match[3]))


def _with_time(day: str, rest: str) -> str:
    match = _TIME.search(rest)
    if match is None:
        return day
    hour, half = int(match[1]), (match[4] or "").lower()
    if half:
        hour = hour % NOON + (NOON if half == "p" else 0)
    zone = "+00:00" if match[5] else ""
    written = f"{day}T{hour:02}:{match[2]}:{match[3] or '00'}{zone}"
    try:
        return datetime.fromisoformat(written).isoformat()
    except ValueError:
        return day
