"""Document properties, believed only where the text itself confirms them.

Programs fill in a document's title, author and date by themselves: the analyst's own name, the
day of saving. What also stands at the beginning of the text is the publication's.
"""

from __future__ import annotations

import re
from datetime import date

from workbench.formats.publication import Publication

OPENING_CHARACTERS = 1_000

_SITE_MARK = re.compile(r"\s+[|\-–—·:]\s+")  # "Headline | Outlet", as browsers name a page
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)


def confirmed(properties: Publication, text: str) -> Publication:
    """Keep the headline, byline and day that the opening of `text` repeats."""
    opening = _fold(text[:OPENING_CHARACTERS])
    headlines = [properties.headline]
    headlines += [properties.headline[: m.start()] for m in _SITE_MARK.finditer(headlines[0])][::-1]
    headline = next((h for h in headlines if _stands_in(h, opening)), "")
    day = properties.published[:10]
    dated = bool(day) and any(_stands_in(spelling, opening) for spelling in _spellings(day))
    return Publication(
        headline=headline,
        byline=properties.byline if _stands_in(properties.byline, opening) else "",
        published=day if dated else "",
    )


def _stands_in(value: str, opening: str) -> bool:
    return (
        bool(value) and re.search(rf"(?<!\w){re.escape(_fold(value))}(?!\w)", opening) is not None
    )


def _fold(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())


def _spellings(day: str) -> tuple[str, ...]:
    """How news prose writes a day."""
    d = date.fromisoformat(day)
    month = _MONTHS[d.month - 1]
    return (
        day,
        *(f"{d.day} {name} {d.year}" for name in (month, month[:3])),
        *(f"{name} {d.day}, {d.year}" for name in (month, month[:3], f"{month[:3]}.")),
        *(f"{d.day}{mark}{d.month}{mark}{d.year}" for mark in "./"),
        *(f"{d.day:02}{mark}{d.month:02}{mark}{d.year}" for mark in "./"),
        f"{d.year}年{d.month}月{d.day}日",
    )
