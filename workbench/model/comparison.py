"""Comparison: everything found between the articles of one story."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.model.article import Article
    from workbench.model.passage import (
        Cluster,
        Flag,
        Passage,
        PassagePair,
        Reading,
        Reason,
        Variant,
    )

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

    def as_dict(self) -> dict[str, object]:
        """Return what `crossread compare --format json` writes.

        Quotations, mentions and terms keep their place in the format and are empty lists.
        """
        return {
            "format": FORMAT,
            "version": VERSION,
            "articles": [_article(article) for article in self.articles],
            "pairs": [_pair(pair) for pair in self.pairs],
            "clusters": [_cluster(cluster) for cluster in self.clusters],
            "quotations": [],
            "mentions": [],
            "wording": [_wording(row) for row in self.wording],
            "terms": [],
            "only_here": [passage.as_dict() for passage in self.only_here],
        }


def _article(article: Article) -> dict[str, object]:
    return {
        "id": article.id,
        "path": article.path or None,
        "outlet": article.outlet or None,
        "headline": article.headline or None,
        "published": article.published or None,
        "language": article.language or None,
        "length": len(article.text),
        "sha256": article.sha256,
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


def _reason(reason: Reason) -> dict[str, object]:
    return {"shared_words": reason.shared_words, "differing_words": reason.differing_words}


def _pair(pair: PassagePair) -> dict[str, object]:
    return {
        "id": pair.id,
        "kind": pair.kind.value,
        "similarity": pair.similarity,
        "a": pair.a.as_dict(),
        "b": pair.b.as_dict(),
        "variants": [_variant(variant) for variant in pair.variants],
        "reason": _reason(pair.reason),
    }


def _cluster(cluster: Cluster) -> dict[str, object]:
    return {
        "id": cluster.id,
        "kind": cluster.kind.value,
        "passages": [passage.as_dict() for passage in cluster.passages],
        "earliest": cluster.earliest.as_dict() if cluster.earliest else None,
        "speaker": None,
    }


def _wording(row: Wording) -> dict[str, object]:
    return {
        "a": row.a,
        "b": row.b,
        "count": len(row.pairs),
        "flags": [flag.value for flag in row.flags],
        "pairs": list(row.pairs),
    }
