"""Wording model: the wording differences of a comparison as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.ui.rows_model import Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.model import PassagePair, Wording
    from workbench.ui.desk import Desk

HEADS = ("Wording", "Another", "Times", "Concerns", "Articles")
NOTHING = "–"


def wording_rows(desk: Desk) -> Iterator[Row]:
    """Yield a row for each difference, the most telling first; it leads to its clusters' ids."""
    comparison = desk.comparison
    pairs = {pair.id: pair for pair in comparison.pairs}
    clusters = {pair: cluster.id for cluster in comparison.clusters for pair in cluster.pairs}
    for each in comparison.wording:
        found = [pairs[pair] for pair in each.pairs]
        ids = dict.fromkeys(clusters[pair] for pair in each.pairs if pair in clusters)
        yield Row(_cells(each, found, desk), tuple(ids))


def _cells(wording: Wording, pairs: list[PassagePair], desk: Desk) -> tuple[str | int, ...]:
    articles = {id_: None for pair in pairs for id_ in (pair.a.article, pair.b.article)}
    return (
        wording.a or NOTHING,
        wording.b or NOTHING,
        len(wording.pairs),
        ", ".join(flag.value for flag in wording.flags),
        " ".join(desk.siglum(id_) for id_ in articles),
    )
