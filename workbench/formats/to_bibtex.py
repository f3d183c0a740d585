"""BibTeX: the articles as literature for LaTeX, in fields that BibTeX and BibLaTeX know."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from workbench.formats.bibliography import entry_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.formats.bibliography import Entry
    from workbench.formats.bylines import Name
    from workbench.model import Article

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

# BibTeX counts braces also after a backslash, so that only their names are safe.
_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{mark: f"\\{mark}" for mark in "#$%&_"},
    }
)
_IN_ADDRESS = str.maketrans({mark: f"%{ord(mark):02X}" for mark in '\\{}"<>^`|'})
_YEAR, _MONTH, _DAY = 1, 2, 3


def to_bibtex(articles: Iterable[Article]) -> str:
    """Return a bibliography of the articles as BibTeX; each has a key of its own.

    The key is made of outlet, year and id of the article in plain letters and digits.
    """
    records: dict[str, str] = {}
    for article in articles:
        entry = entry_of(article)
        key = first = _key(entry)
        number = 1
        while key in records:
            number += 1
            key = f"{first}-{number}"
        records[key] = _record(key, entry)
    return "\n".join(records.values())


def _record(key: str, entry: Entry) -> str:
    day = entry.published
    fields = {
        "entrysubtype": "{newspaper}",
        "author": _braced(" and ".join(map(_name, entry.authors))),
        "title": _braced(_braced(escaped(entry.title))),
        "journal": _braced(escaped(entry.outlet)),
        "year": _braced(f"{day[0]:04}") if len(day) >= _YEAR else "",
        "month": MONTHS[day[1] - 1] if len(day) >= _MONTH else "",
        "day": _braced(str(day[2])) if len(day) >= _DAY else "",
        "chapter": _braced(escaped(entry.section)),
        "pages": _braced(escaped(entry.page)),
        "language": _braced(escaped(entry.language)),
        "url": _braced(entry.url.translate(_IN_ADDRESS)),
        "urldate": _braced("-".join(f"{part:02}" for part in entry.retrieved)),
    }
    lines = [f"  {name} = {value},\n" for name, value in fields.items() if value]
    return f"@article{{{key},\n{''.join(lines)}}}\n"


def escaped(text: str) -> str:
    """Return a text in which nothing is a command of TeX."""
    return text.translate(_SPECIAL)


def _braced(text: str) -> str:
    return f"{{{text}}}" if text else ""


def _name(name: Name) -> str:
    """Return a name as BibTeX takes it apart; braces keep together what may not be."""
    if not name.given:
        return _braced(escaped(name.family))
    return f"{escaped(name.family)}, {escaped(name.given)}"


def _key(entry: Entry) -> str:
    year = [str(entry.published[0])] if entry.published else []
    parts = [_plain(entry.outlet) or "article", *year, _plain(entry.id)]
    return "-".join(filter(None, parts))


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall("[a-z0-9]+", letters))
