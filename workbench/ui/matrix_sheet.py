"""Matrix sheet: who stands in the rows and columns of the matrix, in which order, with what."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from workbench.model import Outlet
from workbench.ui.articles_grouping import NO_OUTLET
from workbench.ui.wording import called, count, isolated, long_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from workbench.comparison.shares import Shares
    from workbench.model import Article

MOST_ARTICLES = 60
"""More articles than this are shown by outlet first: nobody reads a larger table at a glance."""

MOST_MEMBERS = 300
"""Rows and columns shown at most, those with most in common: beyond lies nothing but paper."""

UNKNOWN = "~"  # sorts what is not known last


class Order(StrEnum):
    """How rows and columns are ordered."""

    OUTLET = "outlet"
    DATE = "date"
    LIKENESS = "likeness"
    OWNER = "owner"


@dataclass(frozen=True, slots=True)
class Member:
    """Who stands in a row or column: an article with its siglum, or an outlet without.

    `places` are those of its articles in the comparison, `id` is that of the article. `short`,
    `owner` and `colour` are those of the outlet.
    """

    name: str
    facts: str
    places: tuple[int, ...]
    siglum: str = ""
    id: str = ""
    outlet: str = ""
    published: str = ""
    short: str = ""
    owner: str = ""
    colour: str = ""

    @property
    def spoken(self) -> str:
        """The member as a sentence names it: "A Harbour Post", or "Harbour Post"."""
        return f"{self.siglum} {isolated(self.name)}".strip()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: of the `words` of each row `common` are also in the column, and the other way.

    `back` holds, at the same row and column, how many of the column's words the row has.
    `left_out` is how many members were not taken in because there is no room.
    """

    rows: tuple[Member, ...]
    columns: tuple[Member, ...]
    words: tuple[int, ...]
    column_words: tuple[int, ...]
    common: tuple[tuple[int, ...], ...]
    back: tuple[tuple[int, ...], ...]
    left_out: int = 0

    def share(self, row: int, column: int) -> float | None:
        """Return how much of a row's words (0 to 1) the column has; None for an article itself."""
        if self.rows[row].id and self.rows[row] == self.columns[column]:
            return None
        return self.common[row][column] / max(1, self.words[row])


EMPTY = Sheet((), (), (), (), (), ())


def by_article(
    articles: Sequence[Article],
    places: Iterable[int],
    siglum: Callable[[str], str],
    outlet: Callable[[str], Outlet] = Outlet,
) -> tuple[Member, ...]:
    """Return the articles at these places as members.

    `siglum` tells the letter of an article, `outlet` what is known of an outlet by its name.
    """
    members = []
    for place in places:
        article = articles[place]
        facts = (article.headline, long_date(article.published))
        name = article.outlet or called(article)
        told = " · ".join(isolated(fact) for fact in facts if fact and fact != name)
        published = article.published or UNKNOWN
        known = outlet(article.outlet)
        member = Member(name, told, (place,), siglum(article.id), article.id, known.name, published)
        members.append(replace(member, short=known.short, owner=known.group, colour=known.colour))
    return tuple(members)


def by_outlet(
    articles: Sequence[Article], known: Callable[[str], Outlet] = Outlet
) -> tuple[Member, ...]:
    """Return the outlets of the articles as members; `known` tells what is known of one."""
    groups: dict[str, list[int]] = {}
    for place, article in enumerate(articles):
        groups.setdefault(article.outlet or NO_OUTLET, []).append(place)
    members = []
    for name, places in groups.items():
        outlet = Outlet("") if name == NO_OUTLET else known(name)
        facts = " · ".join(filter(None, (count(len(places), "article"), outlet.group)))
        first = min(articles[place].published or UNKNOWN for place in places)
        member = Member(name, facts, tuple(places), outlet=outlet.name, published=first)
        members.append(
            replace(member, short=outlet.short, owner=outlet.group, colour=outlet.colour)
        )
    return tuple(members)


def square(shares: Shares, members: Sequence[Member], order: Order) -> Sheet:
    """Return the table of all members with all members."""
    kept = _most(shares, members, members, len(members) <= MOST_ARTICLES)
    return _sheet(shares, _ordered(shares, kept, order), None, len(members) - len(kept))


def oblong(
    shares: Shares, rows: Sequence[Member], columns: Sequence[Member], order: Order
) -> Sheet:
    """Return the table of the rows that have anything in common with the columns, and these."""
    kept = _most(shares, rows, columns, keep_all=False)
    others = _most(shares, columns, rows, keep_all=False)
    left_out = len(rows) - len(kept) + len(columns) - len(others)
    ordered = _ordered(shares, tuple(dict.fromkeys((*kept, *others))), order)
    return _sheet(
        shares,
        [member for member in ordered if member in set(kept)],
        [member for member in ordered if member in set(others)],
        left_out,
    )


def _most(
    shares: Shares,
    members: Sequence[Member],
    others: Sequence[Member],
    keep_all: bool,  # noqa: FBT001 - said at every call
) -> tuple[Member, ...]:
    """Return the members that have most in common with the others, in their order."""
    if keep_all:
        return tuple(members)
    all_of_them = [place for other in others for place in other.places]
    common = shares.common([member.places for member in members], [all_of_them])[:, 0].tolist()
    best = sorted(range(len(members)), key=lambda place: (-common[place], place))[:MOST_MEMBERS]
    return tuple(members[place] for place in sorted(best) if common[place])


def _ordered(shares: Shares, members: Sequence[Member], order: Order) -> list[Member]:
    dated = sorted(members, key=lambda each: (each.published, each.places))
    if order is Order.DATE:
        return dated
    if order is Order.OWNER:
        return sorted(
            dated,
            key=lambda each: (not each.owner, each.owner.casefold(), each.outlet.casefold()),
        )
    if order is Order.OUTLET:
        return sorted(dated, key=lambda each: (not each.outlet, each.outlet.casefold()))
    from workbench.comparison.shares import by_likeness

    places = [member.places for member in dated]
    found = by_likeness(shares.common(places, places), shares.total(places))
    return [dated[place] for place in found]


def _sheet(
    shares: Shares, rows: Sequence[Member], columns: Sequence[Member] | None, left_out: int
) -> Sheet:
    of_rows = [member.places for member in rows]
    of_columns = of_rows if columns is None else [member.places for member in columns]
    common = shares.common(of_rows, of_columns)
    back = common.T if columns is None else shares.common(of_columns, of_rows).T
    return Sheet(
        tuple(rows),
        tuple(rows if columns is None else columns),
        tuple(shares.total(of_rows).tolist()),
        tuple(shares.total(of_columns).tolist()),
        tuple(map(tuple, common.tolist())),
        tuple(map(tuple, back.tolist())),
        left_out,
    )
