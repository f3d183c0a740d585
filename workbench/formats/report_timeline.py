"""Report, timeline: which outlet had which shared passage when."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import groupby
from typing import TYPE_CHECKING

from workbench.formats.blocks import Cell, Grid, Heading, Paragraph, Run, Style
from workbench.formats.report_words import date_words, first_words
from workbench.text.moments import instant

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workbench.formats.blocks import Block
    from workbench.formats.report_matter import Matter
    from workbench.model import Article, Cluster

_UNKNOWN = datetime.max.replace(tzinfo=UTC)  # what has no date comes last
_EXPLAINED = (
    "First seen is said of the earliest article, among those that go out here, that has a passage. "
    "Where dates do not tell which of several was the first, all of them are named. This does not "
    "say who wrote the words first, nor who took them from whom."
)


def timeline(matter: Matter) -> Iterator[Block]:
    """Yield the articles in the order of their dates, and the passages in that of their first."""
    clusters = matter.dossier.comparison.clusters
    if not clusters:
        return
    yield Heading(1, "Timeline", "timeline")
    yield Paragraph((Run(_EXPLAINED),))
    yield _by_date(matter)
    yield _by_passage(matter)


def _by_date(matter: Matter) -> Grid:
    having: dict[str, list[str]] = {}
    first: dict[str, list[str]] = {}
    for cluster in matter.dossier.comparison.clusters:
        for article in dict.fromkeys(passage.article for passage in cluster.passages):
            having.setdefault(article, []).append(cluster.id)
        for one in matter.firsts(cluster):
            first.setdefault(one.id, []).append(cluster.id)
    rows = tuple(
        (
            Cell((Run(date_words(article.published) or "No date"),)),
            Cell(matter.called(article)),
            Cell(_numbers(matter, having[article.id])),
            Cell(_numbers(matter, first.get(article.id, ()))),
        )
        for article in sorted(matter.dossier.articles, key=_when)
        if article.id in having
    )
    heads = ("Date", "Outlet", "Shared passages", "First seen here")
    widths = (0.2, 0.26, 0.3, 0.24)
    return Grid("Articles with shared passages, by date", heads, rows, widths, has_row_heads=True)


def _by_passage(matter: Matter) -> Grid:
    clusters = matter.dossier.comparison.clusters
    ordered = sorted(clusters, key=lambda cluster: _when(_first(matter, cluster)))
    rows = tuple(_passage_row(matter, cluster) for cluster in ordered)
    heads = ("Passage", "Words", "First seen", "Then")
    return Grid("Passages by when they were first seen", heads, rows, (0.1, 0.32, 0.25, 0.33))


def _passage_row(matter: Matter, cluster: Cluster) -> tuple[Cell, ...]:
    firsts = matter.firsts(cluster)
    named = dict.fromkeys(passage.article for passage in cluster.passages)
    others = [article for id_ in named if (article := matter.articles[id_]) not in firsts]
    opening = cluster.passages[0]
    language = matter.articles[opening.article].language
    return (
        Cell((matter.passage(cluster.id),)),
        Cell((Run(first_words(matter.words(opening)), Style.QUOTED, language=language),)),
        Cell(_dated(matter, firsts, " or ") or (Run("No date known", Style.FAINT),)),
        Cell(_dated(matter, sorted(others, key=_when), "; ")),
    )


def _dated(matter: Matter, articles: Iterable[Article], apart: str) -> tuple[Run, ...]:
    """Return what articles are called, with their dates, one after the other."""
    return tuple(run for each in articles for run in (Run(apart), *matter.dated(each)))[1:]


def _first(matter: Matter, cluster: Cluster) -> Article:
    """Return the article in which a cluster was first seen, or the first that has it."""
    return matter.articles[(cluster.earliest or cluster.passages[0]).article]


def _numbers(matter: Matter, clusters: Iterable[str]) -> tuple[Run, ...]:
    """Return the numbers of clusters, of several in a row the first and the last."""
    rising = enumerate(clusters)
    runs: list[Run] = []
    for _, group in groupby(rising, key=lambda each: matter.numbers[each[1]] - each[0]):
        first, *between = (matter.passage(cluster) for _, cluster in group)
        runs += [Run(", "), first]
        runs += [Run("–" if len(between) > 1 else ", "), between[-1]] if between else []
    return tuple(runs[1:]) or (Run("–", Style.FAINT),)


def _when(article: Article) -> datetime:
    return instant(article.published) or _UNKNOWN
