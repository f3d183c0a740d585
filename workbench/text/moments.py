"""Moments: when an ISO 8601 date begins and when it is over, as precise as it is told."""

from __future__ import annotations

from datetime import MAXYEAR, UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

YEAR, MONTH, DAY = len("2024"), len("2024-03"), len("2024-03-06")

_PADDING = {YEAR: "-01-01", MONTH: "-01"}
_LONGEST_MONTH = timedelta(days=31)
_LAST = datetime.max.replace(tzinfo=UTC)


def instant(published: str) -> datetime | None:
    """Return when an ISO date, or date and time, begins; without a zone it is taken as UTC."""
    try:
        moment = datetime.fromisoformat(published + _PADDING.get(len(published), ""))
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def over(published: str) -> datetime | None:
    """Return when the year, month, day or minute that an ISO date tells is over."""
    begin = instant(published)
    if begin is None or begin.year == MAXYEAR:
        return begin and _LAST
    if len(published) == YEAR:
        return begin.replace(year=begin.year + 1)
    if len(published) == MONTH:
        return (begin + _LONGEST_MONTH).replace(day=1)
    return begin + (timedelta(minutes=1) if len(published) > DAY else timedelta(days=1))


def earliest(dates: Sequence[str]) -> tuple[int, ...]:
    """Return the place of the first of some dates, or of all that may be; of none known, nothing.

    Those are several where one tells no more than the day, or the month, of the other.
    """
    told = [(place, instant(each), over(each)) for place, each in enumerate(dates)]
    known = [(place, begin, end) for place, begin, end in told if begin and end]
    first_over = min((end for _, _, end in known), default=None)
    return tuple(place for place, begin, _ in known if first_over and begin < first_over)
