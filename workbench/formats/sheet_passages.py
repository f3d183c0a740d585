"""Sheets of passages: pairs, the clusters that they make, and how their words differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.formats.bibliography import one_line
from workbench.formats.report_words import KINDS
from workbench.formats.sheet_articles import ARTICLE, short_source
from workbench.formats.sheets import Column, Kind, Table, day, number, words, yes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.formats.report_matter import Matter
    from workbench.formats.sheets import Value
    from workbench.model import Passage, Variant

PERHAPS = "perhaps"
"""What a cell says of an article that may be the first: its date does not tell."""

_KIND = Column("Kind", width=14)
_PASSAGE = (
    Column("Outlet", width=22),
    Column("Headline", width=44),
    day("Published"),
    words("Words"),
    number("Start"),
    number("End"),
    ARTICLE,
)


def pairs(matter: Matter) -> Table:
    """Return the table of pairs; A is the article that comes first."""
    columns = (
        number("Pair"),
        number("Passage"),
        _KIND,
        Column("Similarity", Kind.SHARE, 10),
        *_two_of(_PASSAGE),
        number("Differences", 12),
        number("Words shared", 13),
        number("Words differing", 15),
        Column("Linked by", width=40),
    )
    return Table("Pairs", columns, _pair_rows(matter))


def clusters(matter: Matter) -> Table:
    """Return the table of shared passages, a row for each place where one stands."""
    columns = (
        number("Passage"),
        _KIND,
        number("Articles"),
        Column("Quoted from", width=26),
        Column("First seen here", width=15),
        *_PASSAGE,
    )
    return Table("Shared passages", columns, _cluster_rows(matter))


def variants(matter: Matter) -> Table:
    """Return the table of all places where the words of a pair differ."""
    columns = (
        number("Pair"),
        number("Passage"),
        Column("Difference", width=14),
        Column("Deserves a look for", width=22),
        *_two_of(_PASSAGE),
    )
    return Table("Differences", columns, _variant_rows(matter))


def _two_of(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    return tuple(
        Column(f"{column.name} {letter}", column.kind, column.width)
        for letter in "AB"
        for column in columns
    )


def _pair_rows(matter: Matter) -> Iterator[tuple[Value, ...]]:
    numbers = _numbers_of_pairs(matter)
    for pair in matter.dossier.comparison.pairs:
        yield (
            pair.number,
            numbers.get(pair.id, ""),
            KINDS[pair.kind],
            pair.similarity,
            *_passage(matter, pair.a),
            *_passage(matter, pair.b),
            len(pair.variants),
            pair.reason.shared_words,
            pair.reason.differing_words,
            ", ".join(dict.fromkeys(one_line(word.a) for word in pair.reason.words)),
        )


def _cluster_rows(matter: Matter) -> Iterator[tuple[Value, ...]]:
    for cluster in matter.dossier.comparison.clusters:
        articles = len({passage.article for passage in cluster.passages})
        firsts = {article.id for article in matter.firsts(cluster)}
        for passage in cluster.passages:
            first = passage == cluster.earliest
            yield (
                cluster.number,
                KINDS[cluster.kind],
                articles,
                one_line(cluster.speaker or ""),
                PERHAPS if passage.article in firsts and len(firsts) > 1 else yes(first),
                *_passage(matter, passage),
            )


def _variant_rows(matter: Matter) -> Iterator[tuple[Value, ...]]:
    numbers = _numbers_of_pairs(matter)
    for pair in matter.dossier.comparison.pairs:
        for variant in pair.variants:
            yield (
                pair.number,
                numbers.get(pair.id, ""),
                variant.kind.value,
                ", ".join(variant.flags),
                *_reading(matter, pair.a, variant, is_first=True),
                *_reading(matter, pair.b, variant, is_first=False),
            )


def _numbers_of_pairs(matter: Matter) -> dict[str, int]:
    """Return the number of the cluster of each pair."""
    return {
        pair: matter.numbers[cluster.id]
        for cluster in matter.dossier.comparison.clusters
        for pair in cluster.pairs
    }


def _passage(matter: Matter, passage: Passage) -> tuple[Value, ...]:
    article = matter.articles[passage.article]
    span = passage.span
    return (*short_source(article), span.of(article.text), span.start, span.end, article.id)


def _reading(
    matter: Matter, passage: Passage, variant: Variant, *, is_first: bool
) -> tuple[Value, ...]:
    article = matter.articles[passage.article]
    reading = variant.a if is_first else variant.b
    span = reading.span
    return (*short_source(article), reading.text, span.start, span.end, article.id)
