"""Bibliography: what a list of literature says of an article, before a format is chosen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.formats.bylines import authors
from workbench.formats.to_printable import to_printable

if TYPE_CHECKING:
    from workbench.formats.bylines import Name
    from workbench.model import Article

_MONTH, _DAY = "(0[1-9]|1[0-2])", "(0[1-9]|[12][0-9]|3[01])"
_DATE = re.compile(rf"([0-9]{{4}})(?:-{_MONTH}(?:-{_DAY})?)?(?![0-9])")


@dataclass(frozen=True, slots=True)
class Entry:
    """An article as literature, each text on one line; an empty one means "not known".

    A day is year, month and day as numbers, as far as they are known.
    """

    id: str
    title: str
    authors: tuple[Name, ...]
    outlet: str
    published: tuple[int, ...]
    retrieved: tuple[int, ...]
    url: str
    language: str
    section: str
    page: str


def entry_of(article: Article) -> Entry:
    """Return what a list of literature says of an article."""
    return Entry(
        one_line(article.id),
        one_line(article.headline),
        authors(one_line(article.byline)),
        one_line(article.outlet),
        _day(article.published),
        _day(article.retrieved),
        "".join(one_line(article.url).split()),
        one_line(article.language),
        one_line(article.section),
        one_line(article.page),
    )


def one_line(text: str) -> str:
    """Return a text as one line, its white space made single, without control characters."""
    return to_printable(" ".join(text.split()))


def _day(published: str) -> tuple[int, ...]:
    match = _DATE.match(published)
    return tuple(int(part) for part in match.groups() if part) if match else ()
