"""Comparison rows: what a comparison is as rows of the tables that keep it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workbench.model import (
        Cluster,
        Comparison,
        Passage,
        PassagePair,
        Quotation,
        Reading,
        Variant,
    )

Value = str | int | float | None
Row = tuple[Value, ...]


def rows_of(comparison: Comparison) -> Iterator[tuple[str, Iterable[Row]]]:
    """Yield each table with its rows, without the number of the comparison, parents first.

    The rows are made while they are taken.
    """
    yield (
        "compared",
        ((place, a.id, a.sha256, len(a.text)) for place, a in enumerate(comparison.articles)),
    )
    yield "pairs", ((place, *_pair(pair)) for place, pair in enumerate(comparison.pairs))
    yield (
        "variants",
        (
            (pair_place, place, *_variant(variant))
            for pair_place, pair in enumerate(comparison.pairs)
            for place, variant in enumerate(pair.variants)
        ),
    )
    yield from _cluster_rows(comparison.clusters)
    yield (
        "wording",
        (
            (place, row.a, row.b, json.dumps(row.flags), json.dumps(row.pairs))
            for place, row in enumerate(comparison.wording)
        ),
    )
    yield "only_here", _passage_rows(comparison.only_here)
    yield (
        "quotations",
        ((place, *_quotation(each)) for place, each in enumerate(comparison.quotations)),
    )
    yield "mentions", _passage_rows(comparison.mentions)
    yield from _term_rows(comparison)
    yield from _boilerplate_rows(comparison)


def _cluster_rows(clusters: tuple[Cluster, ...]) -> Iterator[tuple[str, Iterable[Row]]]:
    yield "clusters", ((place, *_cluster(cluster)) for place, cluster in enumerate(clusters))
    yield (
        "passages",
        (
            (cluster_place, *row)
            for cluster_place, cluster in enumerate(clusters)
            for row in _passage_rows(cluster.passages)
        ),
    )


def _term_rows(comparison: Comparison) -> Iterator[tuple[str, Iterable[Row]]]:
    families = tuple(enumerate(comparison.terms))
    yield (
        "term_families",
        ((place, family.log_likelihood, int(family.chosen)) for place, family in families),
    )
    yield (
        "terms",
        (
            (family_place, place, term.text)
            for family_place, family in families
            for place, term in enumerate(family.terms)
        ),
    )
    yield (
        "term_uses",
        (
            (family_place, term_place, *row)
            for family_place, family in families
            for term_place, term in enumerate(family.terms)
            for row in _passage_rows(term.uses)
        ),
    )


def _boilerplate_rows(comparison: Comparison) -> Iterator[tuple[str, Iterable[Row]]]:
    texts = tuple(enumerate(comparison.boilerplate))
    yield "boilerplate", ((place, each.text, each.outlet) for place, each in texts)
    yield (
        "boilerplate_passages",
        ((place, *row) for place, each in texts for row in _passage_rows(each.passages)),
    )


def _passage_rows(passages: tuple[Passage, ...]) -> Iterator[Row]:
    return ((place, *_passage(passage)) for place, passage in enumerate(passages))


def _passage(passage: Passage | None) -> Row:
    if passage is None:
        return (None, None, None)
    return (passage.article, passage.span.start, passage.span.end)


def _pair(pair: PassagePair) -> Row:
    words = [(word.a, word.b, word.frequency, word.articles) for word in pair.reason.words]
    return (
        pair.id,
        pair.kind.value,
        pair.similarity,
        *_passage(pair.a),
        *_passage(pair.b),
        pair.reason.shared_words,
        pair.reason.differing_words,
        json.dumps(words, ensure_ascii=False),
    )


def _variant(variant: Variant) -> Row:
    return (
        variant.kind.value,
        json.dumps(variant.flags),
        *_reading(variant.a),
        *_reading(variant.b),
    )


def _reading(reading: Reading) -> Row:
    return (reading.span.start, reading.span.end, reading.text)


def _cluster(cluster: Cluster) -> Row:
    return (
        cluster.id,
        cluster.kind.value,
        json.dumps(cluster.pairs),
        *_passage(cluster.earliest),
        cluster.speaker,
    )


def _quotation(quotation: Quotation) -> Row:
    named = quotation.speaker_span
    return (
        quotation.article,
        quotation.span.start,
        quotation.span.end,
        quotation.speaker,
        named.start if named else None,
        named.end if named else None,
        quotation.cue,
        quotation.cluster,
    )
