"""FileDates: the dates of one file, read in turn so that a long search seldom has to be made."""

from __future__ import annotations

import re

from workbench.formats.dates import date_in_words, parse_date
from workbench.formats.from_eml import mail_date
from workbench.formats.press_dates import press_date
from workbench.text.language import as_tag

MAX_FRUITLESS = 20  # searches through all languages that find nothing: a column of other things

_ISO = re.compile(r"\s*\d{4}[-/.]?\d")


class FileDates:
    """Reads the dates of one file.

    Ten thousand articles ask for one each, and a search through all languages takes 20 ms and
    more: the language in which one was found is tried first for the next, and once many searches
    have found nothing there are no more.
    """

    def __init__(self, order: str = "") -> None:
        self._order = order
        self._language = ""
        self._fruitless = 0

    def iso(self, told: str, language: str = "") -> str:
        """Return a date as `parse_date` does, which of two numbers is the day being known."""
        if not _ISO.match(told) and (quick := mail_date(told) or press_date(told, self._order)):
            return quick
        return parse_date(told, as_tag(language), self._order, self._search)

    def _search(self, text: str, language: str, order: str) -> tuple[str, str]:
        if self._fruitless >= MAX_FRUITLESS:
            return "", ""
        found, spoken = date_in_words(text, language or self._language, order)
        self._language = spoken or self._language
        self._fruitless += not found
        return found, spoken
