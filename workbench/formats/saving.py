"""Saving: the day on which a page was fetched, as the program that saved it noted."""

from __future__ import annotations

import re
from datetime import date

from workbench.formats.press_dates import press_date

# Comments of SingleFile, of HTTrack and of the Internet Archive.
_NOTES = (
    re.compile(r"<!--[^>]{0,4000}?\bsaved date: ([^\n>]{10,60})"),
    re.compile(r"<!-- Mirrored from [^>]{0,2000}? by HTTrack[^>]{0,80}\], ([^>]{10,40}?) -->"),
    re.compile(r"\bFILE ARCHIVED ON ([^>]{10,40}?) AND RETRIEVED FROM THE\b"),
)
_ARCHIVED = re.compile(r"<!-- saved from url=\(\d+\)https?://web\.archive\.org/web/(\d{8})\d{0,6}")


def saved_on(source: str) -> str:
    """Return the day on which a page was fetched as ISO 8601, "" where nobody noted it."""
    notes = (note.search(source) for note in _NOTES)
    day = next((found for note in notes if note and (found := press_date(note[1]))), "")
    archived = _ARCHIVED.search(source)
    return day[:10] or (_of_digits(archived[1]) if archived else "")


def _of_digits(digits: str) -> str:
    try:
        return date.fromisoformat(digits).isoformat()
    except ValueError:
        return ""
