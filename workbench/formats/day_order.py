"""Which of two numbers before a year is the day, as all dates of one file tell together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.formats.dates import MONTHS
from workbench.formats.press_dates import MAX_LINE_CHARACTERS, is_day_first

if TYPE_CHECKING:
    from collections.abc import Iterable

_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})([/-])(\d{1,2})\2\d{4}(?!\d)")


def day_order(dates: Iterable[str], otherwise: str = "") -> str:
    """Return "DMY" or "MDY", "" where dates contradict each other, `otherwise` where none tells.

    A number above 12 is a day. Where there is none, a day and a month in words stand in the order
    that the numbers have, for one program wrote them all.
    """
    told = [date for date in dates if len(date) <= MAX_LINE_CHARACTERS]
    numbers = [match for date in told if (match := _NUMBERS.search(date))]
    if not numbers:
        return otherwise
    found = {_order_of_numbers(int(match[1]), int(match[3])) for match in numbers} - {""}
    found = found or {_order_of_words(date) for date in told} - {""}
    return otherwise if not found else found.pop() if len(found) == 1 else ""


def _order_of_numbers(first: int, second: int) -> str:
    if (first > MONTHS) is (second > MONTHS):
        return ""
    return "DMY" if first > MONTHS else "MDY"


def _order_of_words(date: str) -> str:
    return {True: "DMY", False: "MDY", None: ""}[is_day_first(date)]
