"""Report, overview: the articles, how much they have in common, and with which others."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from workbench.formats.bibliography import one_line
from workbench.formats.blocks import Cell, Grid, Heading, Paragraph, Role, Run, Style
from workbench.formats.report_words import (
    DAY,
    KINDS,
    count,
    date_words,
    listed,
    percent,
    period_words,
)
from workbench.model.siglum import siglum
from workbench.text.word_count import word_starts, words_within

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from workbench.formats.blocks import Block
    from workbench.formats.report_matter import Matter
    from workbench.model import Article, Comparison, Kind, Matrix, Span

COLUMNS = 16
"""Columns of a matrix that a page upright has room for; more go on in a table below."""

_HEADS = ("", "Outlet", "Headline", "Byline", "Date", "Words", "In common")
_WIDTHS = (0.05, 0.16, 0.28, 0.15, 0.15, 0.09, 0.12)
_COMMON = (
    "In common: the share of an article’s words that stand in passages it shares with any other "
    "article of this report."
)
_ALL_COUNT = " All passages count that they share, not only those that were chosen."
_OF_THE_WHOLE = "Articles have the letters, and passages the numbers, of the whole project."
_MATRIX = (
    "Each row tells which share of the words of that {row} stands in passages that it shares with "
    "the {row} of the column. The stronger the colour of a cell, the larger the share."
)


def overview(matter: Matter) -> Iterator[Block]:
    """Yield the overview of what was compared."""
    dossier = matter.dossier
    yield Heading(1, "Overview", "overview")
    yield Paragraph((Run(summary(matter)),), Role.LEAD)
    if not dossier.articles:
        return
    spans = _shared(dossier.comparison)
    rows = tuple(_row(matter, article, spans.get(article.id, [])) for article in dossier.articles)
    if dossier.outgoing.by_passage:  # what the articles share elsewhere is not known here
        kept = sum(_WIDTHS[:-1])
        widths = tuple(width / kept for width in _WIDTHS[:-1])
        yield Grid("Articles", _HEADS[:-1], tuple(row[:-1] for row in rows), widths)
    else:
        yield Grid("Articles", _HEADS, rows, _WIDTHS)
        yield Paragraph((Run(_COMMON, Style.FAINT),), Role.SOURCE)
    if list(matter.sigla.values()) != [siglum(at) for at in range(len(rows))]:
        yield Paragraph((Run(_OF_THE_WHOLE, Style.FAINT),), Role.SOURCE)
    if dossier.matrix and len(dossier.matrix.names) > 1:
        yield from _matrix(matter, dossier.matrix)


def summary(matter: Matter) -> str:
    """Return one sentence on the articles and one on what they share."""
    articles, comparison = matter.dossier.articles, matter.dossier.comparison
    outlets = len({article.outlet for article in articles if article.outlet})
    told = count(len(articles), "article")
    if outlets:
        told += f" from {count(outlets, 'outlet')}"
    told += f", {period(articles)}. " if period(articles) else ". "
    kinds = Counter(cluster.kind for cluster in comparison.clusters)
    if matter.dossier.outgoing.by_passage:
        number = count(kinds.total(), "shared passage") if kinds else "no shared passage"
        which = f": {kind_counts(kinds)}" if kinds else ""
        return f"{told}What was chosen of them stands in {number}{which}."
    if not kinds:
        return told + "They share no passage." if len(articles) > 1 else told.strip()
    verb = "passage is shared" if kinds.total() == 1 else "passages are shared"
    return f"{told}{kinds.total():,} {verb}: {kind_counts(kinds)}."


def kind_counts(kinds: Mapping[Kind, int]) -> str:
    """Return how many there are of each kind."""
    return listed(f"{kinds[kind]:,} {name}" for kind, name in KINDS.items() if kinds.get(kind))


def period(articles: Iterable[Article]) -> str:
    """Return the first and the last day on which articles appeared; nothing if none is known."""
    days = sorted({article.published[:DAY] for article in articles} - {""})
    return period_words(days[0], days[-1]) if days else ""


def _row(matter: Matter, article: Article, spans: Sequence[Span]) -> tuple[Cell, ...]:
    starts = word_starts(article.text)
    words, common = len(starts), words_within(starts, spans)
    name = article.outlet or ("" if article.headline else matter.name(article))
    texts = (name, article.headline, article.byline, date_words(article.published))
    language = article.language
    return (
        Cell((Run(matter.sigla[article.id], Style.SIGLUM),)),
        *(Cell((Run(one_line(text), language=language),)) for text in texts[:3]),
        Cell((Run(texts[3]),)),
        Cell((Run(f"{words:,}"),), is_number=True),
        Cell((Run(percent(common / max(1, words))),), is_number=True),
    )


def _shared(comparison: Comparison) -> dict[str, list[Span]]:
    spans: dict[str, list[Span]] = {}
    for cluster in comparison.clusters:
        for passage in cluster.passages:
            spans.setdefault(passage.article, []).append(passage.span)
    return spans


def _matrix(matter: Matter, matrix: Matrix) -> Iterator[Block]:
    """Yield the matrix, in portions as wide as a page."""
    total = len(matrix.names)
    numbered = tuple(f"{place:,}" for place in range(1, total + 1))
    keys = numbered if matrix.by_outlet else tuple(matter.sigla.values())
    explained = _MATRIX.format(row="outlet" if matrix.by_outlet else "article")
    if matter.dossier.outgoing.by_passage:
        explained += _ALL_COUNT
    yield Heading(2, "Words in common", "matrix")
    yield Paragraph((Run(explained),))
    for first in range(0, total, COLUMNS):
        end = min(total, first + COLUMNS)
        caption = "Share of words in common"
        if total > COLUMNS:
            caption += f", columns {keys[first]} to {keys[end - 1]}"
        width = 0.7 / (end - first)
        yield Grid(
            caption,
            ("", *keys[first:end]),
            tuple(
                (
                    Cell((Run(key, Style.SIGLUM), Run(f" {one_line(name)}"))),
                    *map(_share, shares[first:end]),
                )
                for key, name, shares in zip(keys, matrix.names, matrix.shares, strict=True)
            ),
            (0.3, *(width for _ in range(first, end))),
            has_row_heads=True,
        )


def _share(share: float | None) -> Cell:
    if share is None:
        return Cell((Run("–", Style.FAINT),), is_number=True)
    return Cell((Run(percent(share)),), is_number=True, shade=share)
