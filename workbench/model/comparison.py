"""Comparison: everything found between the articles of one story."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.model.article import Article
    from workbench.model.boilerplate import Boilerplate
    from workbench.model.passage import (
        Cluster,
        Flag,
        Passage,
        PassagePair,
        Reading,
        Variant,
    )
    from workbench.model.quotation import Quotation
    from workbench.model.term import TermFamily

FORMAT = "crossread-comparison"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording difference gathered over the project: two readings and the pairs that have it."""

    a: str
    b: str
    flags: tuple[Flag, ...]
    pairs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The articles compared and all that was found: derived data, recomputed and never edited."""

    articles: tuple[Article, ...]
    pairs: tuple[PassagePair, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    wording: tuple[Wording, ...] = ()
    only_here: tuple[Passage, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    mentions: tuple[Passage, ...] = ()
    terms: tuple[TermFamily, ...] = ()
    boilerplate: tuple[Boilerplate, ...] = ()

    def as_dict(self) -> dict[str, object]:
        """Return what `crossread compare --format json` writes."""
        return {
            "format": FORMAT,
            "version": VERSION,
            "articles": [article.as_dict() for article in self.articles],
            "pairs": [_pair(pair) for pair in self.pairs],
            "clusters": [_cluster(cluster) for cluster in self.clusters],
            "quotations": [quotation.as_dict() for quotation in self.quotations],
            "mentions": [mention.as_dict() for mention in self.mentions],
            "wording": [_wording(row) for row in self.wording],
            "terms": [family.as_dict() for family in self.terms],
            "only_here": [passage.as_dict() for passage in self.only_here],
            "boilerplate": [text.as_dict() for text in self.boilerplate],
        }


def _reading(reading: Reading) -> dict[str, object]:
    return {"start": reading.span.start, "end": reading.span.end, "text": reading.text}


def _variant(variant: Variant) -> dict[str, object]:
    return {
        "kind": variant.kind.value,
        "flags": [flag.value for flag in variant.flags],
        "a": _reading(variant.a),
        "b": _reading(variant.b),
    }


def _pair(pair: PassagePair) -> dict[str, object]:
    return {
        "id": pair.id,
        "kind": pair.kind.value,
        "similarity": pair.similarity,
        "a": pair.a.as_dict(),
        "b": pair.b.as_dict(),
        "variants": [_variant(variant) for variant in pair.variants],
        "reason": pair.reason.as_dict(),
    }


def _cluster(cluster: Cluster) -> dict[str, object]:
    return {
        "id": cluster.id,
        "kind": cluster.kind.value,
        "passages": [passage.as_dict() for passage in cluster.passages],
        "earliest": cluster.earliest.as_dict() if cluster.earliest else None,
        "speaker": cluster.speaker,
    }


def _wording(row: Wording) -> dict[str, object]:
    return {
        "a": row.a,
        "b": row.b,
        "count": len(row.pairs),
        "flags": [flag.value for flag in row.flags],
        "pairs": list(row.pairs),
    }
