"""Comparisons: how one is kept in the file, row by row, and read back equal."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from workbench.model import (
    Cluster,
    Comparison,
    Flag,
    Kind,
    Passage,
    PassagePair,
    Reading,
    Reason,
    Span,
    Variant,
    VariantKind,
    Wording,
)
from workbench.store.schema import BY_NAME

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from workbench.model import Article
    from workbench.store.project_file import ProjectFile

KEPT = 8
"""How many comparisons a file keeps: enough to go back and forth between a few selections."""

Value = str | int | float | None
Row = tuple[Value, ...]


def read_comparison(
    file: ProjectFile, key: str, articles: tuple[Article, ...]
) -> Comparison | None:
    """Return the comparison kept under `key`, of these articles, or None where there is none.

    Raises ValueError where its rows are not what this program writes.
    """
    with file.reading() as connection:
        row = connection.execute("SELECT id FROM comparisons WHERE key = ?", (key,)).fetchone()
        return None if row is None else _comparison(connection, row[0], articles)


def keep_comparison(
    file: ProjectFile, key: str, engine: int, options: str, comparison: Comparison
) -> None:
    """Keep the comparison under `key` and let go of the oldest, in one transaction."""
    with file.writing() as connection:
        connection.execute("DELETE FROM comparisons WHERE key = ?", (key,))
        number = connection.execute(
            "INSERT INTO comparisons (key, engine, options) VALUES (?, ?, ?)",
            (key, engine, options),
        ).lastrowid
        for table, rows in _rows(comparison):
            connection.executemany(BY_NAME[table].insert, ((number, *row) for row in rows))
        connection.execute(
            "DELETE FROM comparisons WHERE id NOT IN"
            " (SELECT id FROM comparisons ORDER BY id DESC LIMIT ?)",
            (KEPT,),
        )


def _rows(comparison: Comparison) -> Iterator[tuple[str, Iterable[Row]]]:
    """Yield each table's rows without the number of the comparison, parents before children."""
    yield (
        "compared",
        [(place, a.id, a.sha256, len(a.text)) for place, a in enumerate(comparison.articles)],
    )
    yield "pairs", [(place, *_pair_row(pair)) for place, pair in enumerate(comparison.pairs)]
    yield (
        "variants",
        [
            (pair_place, place, *_variant_row(variant))
            for pair_place, pair in enumerate(comparison.pairs)
            for place, variant in enumerate(pair.variants)
        ],
    )
    clusters = comparison.clusters
    yield "clusters", [(place, *_cluster_row(cluster)) for place, cluster in enumerate(clusters)]
    yield (
        "passages",
        [
            (cluster_place, place, *_passage_row(passage))
            for cluster_place, cluster in enumerate(clusters)
            for place, passage in enumerate(cluster.passages)
        ],
    )
    yield (
        "wording",
        [
            (place, row.a, row.b, json.dumps(row.flags), json.dumps(row.pairs))
            for place, row in enumerate(comparison.wording)
        ],
    )
    yield (
        "only_here",
        [(place, *_passage_row(passage)) for place, passage in enumerate(comparison.only_here)],
    )


def _passage_row(passage: Passage | None) -> Row:
    if passage is None:
        return (None, None, None)
    return (passage.article, passage.span.start, passage.span.end)


def _pair_row(pair: PassagePair) -> Row:
    reason = (pair.reason.shared_words, pair.reason.differing_words)
    return (
        pair.id,
        pair.kind.value,
        pair.similarity,
        *_passage_row(pair.a),
        *_passage_row(pair.b),
        *reason,
    )


def _variant_row(variant: Variant) -> Row:
    return (
        variant.kind.value,
        json.dumps(variant.flags),
        *_reading_row(variant.a),
        *_reading_row(variant.b),
    )


def _reading_row(reading: Reading) -> Row:
    return (reading.span.start, reading.span.end, reading.text)


def _cluster_row(cluster: Cluster) -> Row:
    return (
        cluster.id,
        cluster.kind.value,
        json.dumps(cluster.pairs),
        *_passage_row(cluster.earliest),
    )


def _comparison(
    connection: sqlite3.Connection, number: int, articles: tuple[Article, ...]
) -> Comparison:
    def rows(table: str) -> list[tuple[Any, ...]]:
        return connection.execute(BY_NAME[table].select_of_comparison, (number,)).fetchall()

    variants: defaultdict[int, list[Variant]] = defaultdict(list)
    for pair, _, *row in rows("variants"):
        variants[pair].append(_variant(row))
    passages: defaultdict[int, list[Passage]] = defaultdict(list)
    for cluster, _, *row in rows("passages"):
        passages[cluster].append(_passage(row))
    return Comparison(
        articles,
        tuple(_pair(row, variants[place]) for place, *row in rows("pairs")),
        tuple(_cluster(row, passages[place]) for place, *row in rows("clusters")),
        tuple(
            Wording(a, b, _flags(flags), tuple(json.loads(pairs)))
            for _, a, b, flags, pairs in rows("wording")
        ),
        tuple(_passage(row) for _, *row in rows("only_here")),
    )


def _flags(text: str) -> tuple[Flag, ...]:
    return tuple(Flag(flag) for flag in json.loads(text))


def _passage(row: Sequence[Any]) -> Passage:
    article, start, end = row
    return Passage(article, Span(start, end))


def _variant(row: Sequence[Any]) -> Variant:
    kind, flags, a_start, a_end, a_text, b_start, b_end, b_text = row
    return Variant(
        VariantKind(kind),
        Reading(Span(a_start, a_end), a_text),
        Reading(Span(b_start, b_end), b_text),
        _flags(flags),
    )


def _pair(row: Sequence[Any], variants: list[Variant]) -> PassagePair:
    id_, kind, similarity, *places, shared_words, differing_words = row
    return PassagePair(
        id_,
        Kind(kind),
        similarity,
        _passage(places[:3]),
        _passage(places[3:]),
        tuple(variants),
        Reason(shared_words, differing_words),
    )


def _cluster(row: Sequence[Any], passages: list[Passage]) -> Cluster:
    id_, kind, pairs, *earliest = row
    return Cluster(
        id_,
        Kind(kind),
        tuple(passages),
        tuple(json.loads(pairs)),
        None if earliest[0] is None else _passage(earliest),
    )
