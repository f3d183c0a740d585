"""Timeline sheet: which article had which passage when, by day, or by month or year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from workbench.ui.wording import first_words, isolated, long_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workbench.model import Article, Cluster, Passage
    from workbench.ui.desk import Desk

PRECISIONS = (len("2024-03-05"), len("2024-03"), len("2024"))
MOST_PERIODS = 45
"""More days than this are shown as months, more months as years."""

MOST_TOLD = 12
"""Articles that a sentence names at most."""

TIME = slice(len("2024-03-05T"), len("2024-03-05T08:00"))
UNDATED = ""
UNKNOWN = "~"  # sorts what is not known last


class RowOrder(StrEnum):
    """How the passages are ordered."""

    TEXT = "text"
    FIRST = "first"
    SPREAD = "spread"


ORDERS = {
    RowOrder.TEXT.value: ("Text", "As the passages stand in the articles"),
    RowOrder.FIRST.value: ("First seen", "The passage that was seen first comes first"),
    RowOrder.SPREAD.value: ("Articles", "The passage that most articles have comes first"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """An article that has a passage: where, when (ISO 8601), and whether it alone is the first.

    `short` and `colour` are those of its outlet.
    """

    passage: Passage
    siglum: str
    outlet: str
    published: str
    is_first: bool
    short: str = ""
    colour: str = ""

    @property
    def time(self) -> str:
        """The time of day, where the article tells it."""
        return self.published[TIME]

    @property
    def spoken(self) -> str:
        """The entry as a sentence names it: "B Harbour Post, 08:00"."""
        return ", ".join(part for part in (_named(self), self.time) if part)


@dataclass(frozen=True, slots=True)
class Line:
    """One passage: its words, its hue, who had it in each period, and all of these in order."""

    cluster: str
    words: str
    hue: int
    entries: dict[str, tuple[Entry, ...]]
    all: tuple[Entry, ...]


def periods(articles: Iterable[Article]) -> tuple[str, ...]:
    """Return the days, months or years that articles are of, in order; `UNDATED` last.

    Days or months of which no article is known are left out.
    """
    dates = {article.published for article in articles}
    known = dates - {UNDATED}
    for length in PRECISIONS:
        found = {each[:length] for each in known}
        if len(found) <= MOST_PERIODS:
            break
    return (*sorted(found), *([UNDATED] if UNDATED in dates else []))


def period_name(period: str) -> str:
    """Return a period as its column is headed: "21 Feb 2024", "Feb 2024", "2024" or "No date"."""
    if len(period) == len("2024-03"):
        return long_date(f"{period}-01").partition(" ")[2]
    return long_date(period) or "No date"


def line(cluster: Cluster, desk: Desk, columns: Sequence[str]) -> Line:
    """Return a passage with who had it in each of the columns; an article counts once.

    Articles are in the order of time, whatever the zones they tell it in.
    """
    from workbench.text.moments import instant

    first = {passage.article: passage for passage in reversed(cluster.passages)}
    firsts = {article.id for article in desk.firsts(cluster)}
    entries = [
        _entry(passage, desk, is_first=firsts == {passage.article})
        for passage in reversed(first.values())
    ]
    moments = {entry.published: instant(entry.published) for entry in entries}
    dated = [entry for entry in entries if moments[entry.published]]
    dated.sort(key=lambda entry: moments[entry.published] or datetime.min)
    undated = [entry for entry in entries if not moments[entry.published]]
    length = max(map(len, columns), default=0)
    by_period: dict[str, list[Entry]] = {}
    for entry in (*dated, *undated):
        by_period.setdefault(entry.published[:length], []).append(entry)
    return Line(
        cluster.id,
        first_words(cluster, desk),
        desk.hue(cluster.id),
        {period: tuple(found) for period, found in by_period.items()},
        (*dated, *undated),
    )


def _entry(passage: Passage, desk: Desk, *, is_first: bool) -> Entry:
    article = desk.article(passage.article)
    outlet = desk.outlet(article.outlet)
    place = (passage, desk.siglum(article.id), outlet.name, article.published)
    return Entry(*place, is_first, outlet.short, outlet.colour)


def ordered(clusters: Sequence[Cluster], desk: Desk, order: RowOrder) -> list[Cluster]:
    """Return clusters in an order: of the texts, first seen first, or most widely spread first."""
    if order is RowOrder.TEXT:
        return list(clusters)
    if order is RowOrder.FIRST:
        return sorted(clusters, key=lambda each: _first(each, desk))
    return sorted(clusters, key=lambda each: -len({one.article for one in each.passages}))


def story(entries: Sequence[Entry]) -> str:
    """Return in a sentence who had a passage first, and who then; so many as can be listened to.

    Where dates do not tell which of several was the first, all of these are named.
    """
    from workbench.text.moments import earliest

    dated = [entry for entry in entries if entry.published]
    said = []
    for place, entry in enumerate(dated[:MOST_TOLD]):
        is_same_day = place > 0 and entry.published[:10] == dated[place - 1].published[:10]
        when = entry.time if is_same_day else _when(entry)
        said.append(f"{when} {_named(entry)}".strip())
    said += [f"{len(dated) - MOST_TOLD} more"] if len(dated) > MOST_TOLD else []
    firsts = len(earliest([entry.published for entry in dated]))
    between = (" or " if 0 < place < firsts else "; then " for place in range(len(said)))
    words = "".join(chain.from_iterable(zip(between, said, strict=True)))
    words = f"First seen {words.removeprefix('; then ')}." if said else ""
    undated = [_named(entry) for entry in entries if not entry.published]
    more = [f"{len(undated) - MOST_TOLD} more"] if len(undated) > MOST_TOLD else []
    if undated:
        words += f" Without a date: {', '.join([*undated[:MOST_TOLD], *more])}."
    return words.strip()


def gap(before: str, after: str) -> int:
    """Return how many days lie between two days that follow each other as columns; else 0."""
    try:
        days = (date.fromisoformat(after) - date.fromisoformat(before)).days
    except ValueError:
        return 0
    return days - 1


def gaps(columns: Sequence[str]) -> tuple[int, ...]:
    """Return for each column how many days without an article lie before it."""
    return (0, *(gap(before, after) for before, after in pairwise(columns)))[: len(columns)]


def _first(cluster: Cluster, desk: Desk) -> str:
    earliest = cluster.earliest
    return desk.article(earliest.article).published if earliest else UNKNOWN


def _named(entry: Entry) -> str:
    return f"{entry.siglum} {isolated(entry.outlet)}".strip()


def _when(entry: Entry) -> str:
    day = long_date(entry.published)
    return f"{day}, {entry.time}," if entry.time else f"{day},"
