"""A date as a page or file writes it, as ISO 8601; independent of today, locale and time zone."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime

MAX_DATE_CHARACTERS = 100  # longer is a sentence that mentions a date
MONTHS = 12

Search = Callable[[str, str, str], tuple[str, str]]
"""Finds the date in words, their language and the order of numbers, as `date_in_words` does."""

_ISO = re.compile(
    r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})"
    r"(?:(?:[T\s]|,\s)\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?"
    r"\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?\.?"
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)")
_FULL_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_CLOCK = re.compile(r"\d:\d\d|\d\s?[ap]\.?m\b|\d\s?h\s?\d\d", re.IGNORECASE)
_OFFSET = re.compile(r"\b(?:UTC|GMT)\b|\d\s?Z\b|[+-]\d{2}:?\d{2}\s*$", re.IGNORECASE)


def parse_date(text: str, language: str = "", order: str = "", search: Search | None = None) -> str:
    """ISO 8601 date, or date and time where the text tells one; "" where it is not certain.

    Relative words ("yesterday"), dates without day or with a two-digit year, dates that do not
    exist and day and month that could be either way round all give "". A zone abbreviation
    other than UTC or GMT is dropped: the same three letters mean several offsets.
    `language` is a BCP 47 tag; only en-US writes the month first. `order`, "DMY" or "MDY", counts
    for more where other dates of the same file tell it. `search` is asked for a date in words
    instead of `date_in_words`.
    """
    search = search or date_in_words
    text = " ".join(text.split())
    if not text or len(text) > MAX_DATE_CHARACTERS:
        return ""
    iso = _ISO.fullmatch(text) or _COMPACT.fullmatch(text)
    if iso:
        return _from_iso_parts(iso.groups())
    if not _FULL_YEAR.search(text):
        return ""
    numeric = _NUMERIC.search(text)
    if numeric is None:
        return search(text, language, "DMY")[0]
    order = _numeric_order(numeric, language, order)
    if numeric.group() != text:
        return search(text, language, order)[0] if order else ""
    first, _, second, year = numeric.groups()
    day, month = (first, second) if order == "DMY" else (second, first)
    return _from_iso_parts((year, month, day, None, None, None, None)) if order else ""


def _from_iso_parts(parts: tuple[str | None, ...]) -> str:
    year, month, day, hour, minute, second, zone = (part or "" for part in parts)
    try:
        if not hour:
            return date(int(year), int(month), int(day)).isoformat()
        seconds = second or "00"
        offset = "+00:00" if zone in {"Z", "UTC", "GMT"} else zone
        written = f"{year}-{month:>02}-{day:>02}T{hour:>02}:{minute}:{seconds}{offset}"
        return datetime.fromisoformat(written).isoformat()
    except ValueError:
        return ""


def _numeric_order(numeric: re.Match[str], language: str, order: str) -> str:
    """Which of two numbers before a year is the day: "DMY", "MDY", or "" where it is not clear."""
    first, mark, second, _ = numeric.groups()
    if int(second) > MONTHS:
        return "MDY"
    if int(first) > MONTHS or first == second:
        return "DMY"
    by_language = {"en-us": "MDY", "en": "", "": ""}.get(language.lower(), "DMY")
    if mark == ".":  # as a date is written in no English but the American
        return by_language or "DMY"
    return order or by_language


def date_in_words(text: str, language: str, order: str) -> tuple[str, str]:
    """Return the date that words tell as ISO 8601, and the language in which they do; "" and "".

    The given language is tried first. To try all of them takes from 20 to 100 ms.
    """
    from dateparser.conf import SettingValidationError
    from dateparser.date import DateDataParser

    settings = {
        "PARSERS": ["absolute-time"],
        "STRICT_PARSING": True,
        "REQUIRE_PARTS": ["day", "month", "year"],
        "RELATIVE_BASE": datetime(2000, 1, 1),  # so that today plays no part
        "DATE_ORDER": order,
    }
    primary = language.replace("_", "-").split("-")[0].lower()
    for languages in ([primary], None) if primary else (None,):
        try:
            parser = DateDataParser(
                languages=languages, try_previous_locales=False, settings=settings
            )
            found = parser.get_date_data(text)
        except (ValueError, OverflowError, SettingValidationError):
            continue
        if found.date_obj is not None:
            return _as_told(found.date_obj, text), found.locale or ""
    return "", ""


def _as_told(found: datetime, text: str) -> str:
    if not _CLOCK.search(text):
        return found.date().isoformat()
    if not _OFFSET.search(text):
        found = found.replace(tzinfo=None)
    return found.replace(microsecond=0).isoformat()
