"""Annotation counts: how often each tag was given in which outlet, article or time, and together.

An annotation counts once for each tag and each outlet, article or date that it speaks of. Tags
meet either because one annotation has both, or where their words overlap: then each stretch of
text that has both counts, however many annotations cover it. Words that wait for review, or are
kept with an old text, overlap none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations, groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence

    from workbench.model import Article

MOST_DATES = 31  # columns; more days than that are put together as months, or years
PORTION = 1_000
"""Annotations that are counted at a time: some 5 ms."""

Tagging = tuple[str, str, str, int, int]
"""A tag given to words: the annotation, the tag, the article, start and end in code points.

The article is empty where the annotation is about the project; the span where it is about an
article as such, or its words are not in the present text.
"""


class Columns(StrEnum):
    """What the columns of a table of tags are."""

    OUTLETS = "outlets"
    ARTICLES = "articles"
    DATES = "dates"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many annotations have a tag: `cells` by tag and column, `uses` by tag, `all` by column.

    `columns` are those that have any, in their order; `annotations` counts all that have a tag.
    """

    columns: tuple[str, ...]
    cells: Mapping[tuple[str, str], int]
    uses: Mapping[str, int]
    all: Mapping[str, int]
    annotations: int


@dataclass(frozen=True, slots=True)
class Meeting:
    """How often two tags meet; a pair of tags is the two ids in the order of the alphabet."""

    in_annotations: Mapping[tuple[str, str], int]
    on_words: Mapping[tuple[str, str], int]

    def count(self, one: str, other: str, *, on_words: bool) -> int:
        """Return how often two tags meet, in either order."""
        counts = self.on_words if on_words else self.in_annotations
        return counts.get(_pair(one, other), 0)


def gathering(
    portions: Iterable[Sequence[Tagging]],
) -> Generator[None, None, tuple[Tagging, ...]]:
    """Return all taggings of some portions, one at every step."""
    found: list[Tagging] = []
    for portion in portions:
        found += portion
        yield
    return tuple(found)


def tallying(
    taggings: Iterable[Tagging], articles: Sequence[Article], columns: Columns
) -> Generator[None, None, Tally]:
    """Return how often each tag was given, by outlet, article or date, some at every step.

    Taggings of one annotation must follow each other.
    """
    column_of, order = _columns(articles, columns)
    cells: Counter[tuple[str, str]] = Counter()
    uses: Counter[str] = Counter()
    every: Counter[str] = Counter()
    number = 0
    for number, given in enumerate(_by_annotation(taggings), 1):
        uses.update({tag for _, tag, _, _, _ in given})
        placed = {(tag, column_of[article]) for _, tag, article, _, _ in given if article}
        cells.update(placed)
        every.update({column for _, column in placed})
        if number % PORTION == 0:
            yield
    return Tally(tuple(column for column in order if every[column]), cells, uses, every, number)


def counted(
    taggings: Iterable[Tagging],
    articles: Sequence[Article],
    columns: Columns,
    tag: str | None,
    column: str | None,
) -> frozenset[str]:
    """Return the annotations that a tag and a column of a tally count; None stands for any."""
    column_of, _ = _columns(articles, columns)
    return frozenset(
        id_
        for id_, given, article, _, _ in taggings
        if tag in (None, given)
        and (column is None or (article != "" and column_of[article] == column))
    )


def met(taggings: Sequence[Tagging], one: str, other: str, *, on_words: bool) -> frozenset[str]:
    """Return the annotations in which two tags meet, or that have one where the other is too."""
    both = [tagging for tagging in taggings if tagging[1] in (one, other)]
    if not on_words:
        having = [{id_ for id_, tag, *_ in both if tag == each} for each in (one, other)]
        return frozenset(having[0] & having[1])
    words: dict[str, list[Tagging]] = defaultdict(list)
    for tagging in both:
        if tagging[4] > tagging[3]:
            words[tagging[2]].append(tagging)
    return frozenset(id_ for found in words.values() for id_ in _met(found))


def _met(taggings: Sequence[Tagging]) -> Iterator[str]:
    """Yield the annotations of an article whose words overlap with those that have another tag."""
    running: dict[str, Counter[str]] = defaultdict(Counter)
    untold: dict[str, set[str]] = defaultdict(set)
    for _, begins, tag, id_ in _events(taggings):
        running[tag][id_] += 1 if begins else -1
        if begins:
            untold[tag].add(id_)
        elif not running[tag][id_]:
            del running[tag][id_]
            untold[tag].discard(id_)
        if sum(map(bool, running.values())) > 1:
            for each in untold.values():
                yield from each
                each.clear()


def _events(taggings: Sequence[Tagging]) -> list[tuple[int, bool, str, str]]:
    """Return where words end and begin, ends first: spans that only touch share nothing."""
    events = [(end, False, tag, id_) for id_, tag, _, _, end in taggings]
    return sorted(events + [(start, True, tag, id_) for id_, tag, _, start, _ in taggings])


def meeting(taggings: Sequence[Tagging]) -> Generator[None, None, Meeting]:
    """Return how often tags meet; some annotations, then an article, at every step."""
    together: Counter[tuple[str, str]] = Counter()
    words: dict[str, list[Tagging]] = defaultdict(list)
    for number, given in enumerate(_by_annotation(taggings), 1):
        tags = sorted({tagging[1] for tagging in given})
        together.update(combinations(tags, 2))
        for tagging in given:
            if tagging[4] > tagging[3]:
                words[tagging[2]].append(tagging)
        if number % PORTION == 0:
            yield
    overlapping: Counter[tuple[str, str]] = Counter()
    for found in words.values():
        overlapping.update(_overlapping(found))
        yield
    return Meeting(together, overlapping)


def _by_annotation(taggings: Iterable[Tagging]) -> Iterator[list[Tagging]]:
    return (list(group) for _, group in groupby(taggings, key=lambda tagging: tagging[0]))


def _overlapping(taggings: Sequence[Tagging]) -> Iterator[tuple[str, str]]:
    """Yield two tags for each stretch of an article that has both."""
    running: Counter[str] = Counter()
    for _, begins, tag, _ in _events(taggings):
        if not begins:
            running[tag] -= 1
            if not running[tag]:
                del running[tag]
            continue
        if not running[tag]:
            yield from (_pair(tag, other) for other in running if other != tag)
        running[tag] += 1


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _columns(
    articles: Sequence[Article], columns: Columns
) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the column of each article by its id, and the columns in their order."""
    if columns is Columns.ARTICLES:
        return {one.id: one.id for one in articles}, tuple(one.id for one in articles)
    if columns is Columns.OUTLETS:
        found = {one.id: one.outlet for one in articles}
        return found, tuple(sorted(set(found.values()), key=lambda name: (not name, name)))
    shortened = _shortened({one.published[:10] for one in articles})
    found = {one.id: shortened(one.published) for one in articles}
    return found, tuple(sorted(set(found.values()), key=lambda day: (not day, day)))


def _shortened(days: Iterable[str]) -> Callable[[str], str]:
    """Return what makes a date a day, a month or a year, the finest that gives few columns."""
    told = set(days)
    fine = (length for length in (10, 7) if len({day[:length] for day in told}) <= MOST_DATES)
    length = next(fine, 4)
    return lambda published: published[:length]
