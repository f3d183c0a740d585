"""Articles grouping: by what the articles of the list stand together, under which headings."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from workbench.ui.wording import long_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from workbench.model import Article, Outlet

NO_OUTLET = "Outlet not known"
MOST_DAYS = 31  # headings; more days than that are put together as months
DAY, MONTH = 10, 7  # characters of an ISO 8601 date
LAST = "\U0010ffff"  # sorts what is not known


class Grouping(StrEnum):
    """By what articles stand together."""

    OUTLET = "outlet"
    DATE = "date"
    GROUP = "group"
    COUNTRY = "country"


NOT_KNOWN = {
    Grouping.OUTLET: NO_OUTLET,
    Grouping.DATE: "Date not known",
    Grouping.GROUP: "Owner not known",
    Grouping.COUNTRY: "Country not known",
}


def grouped(
    articles: Sequence[Article], by: Grouping, outlet: Callable[[str], Outlet]
) -> list[tuple[str, list[Article]]]:
    """Return the groups in their order, each with its heading and its articles by date.

    `outlet` tells what is known of an outlet by its name.
    """
    if by is Grouping.DATE:
        return _by_date(articles)
    groups: dict[str, list[Article]] = {}
    for article in articles:
        known = outlet(article.outlet)
        key = {Grouping.GROUP: known.group, Grouping.COUNTRY: known.country}.get(by, known.name)
        groups.setdefault(key, []).append(article)
    return [
        (name or NOT_KNOWN[by], _in_order(groups[name], by))
        for name in sorted(groups, key=lambda name: (not name, name.casefold(), name))
    ]


def _in_order(articles: Iterable[Article], by: Grouping) -> list[Article]:
    if by is Grouping.OUTLET:
        return sorted(articles, key=_date)
    return sorted(articles, key=lambda one: (one.outlet.casefold() or LAST, _date(one)))


def _by_date(articles: Sequence[Article]) -> list[tuple[str, list[Article]]]:
    days = {article.published[:DAY] for article in articles}
    length = DAY if len(days) <= MOST_DAYS else MONTH
    groups: dict[str, list[Article]] = {}
    for article in sorted(articles, key=_date):
        groups.setdefault(article.published[:length], []).append(article)
    named = long_date if length == DAY else _month
    return [
        (named(date) if date else NOT_KNOWN[Grouping.DATE], group) for date, group in groups.items()
    ]


def _month(date: str) -> str:
    """Return "2024-02" as "Feb 2024"; as it is where it is no month."""
    return long_date(f"{date}-01").partition(" ")[2] or date


def _date(article: Article) -> str:
    return article.published or LAST
