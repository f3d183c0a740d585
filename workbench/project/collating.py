"""Collating: the tables of the clusters of a comparison, for what is written of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.model import Alignment, Cluster, Comparison

MOST_SHOWN = 40_000
"""Code points of a cluster whose table is shown: 20 witnesses of some paragraphs."""


def all_tables(comparison: Comparison) -> dict[str, Alignment]:
    """Return the table of every cluster, by the cluster's id."""
    return _tables(comparison, comparison.clusters)


def shown_tables(comparison: Comparison) -> dict[str, Alignment]:
    """Return the tables that help a reader: where words differ, and not too many of them."""
    wanted = [
        cluster
        for cluster in comparison.clusters
        if cluster.kind is not Kind.VERBATIM
        and sum(passage.span.length for passage in cluster.passages) <= MOST_SHOWN
    ]
    return _tables(comparison, wanted)


def _tables(comparison: Comparison, clusters: Iterable[Cluster]) -> dict[str, Alignment]:
    from workbench.comparison.collate_cluster import collate_cluster

    return {cluster.id: collate_cluster(cluster, comparison.articles) for cluster in clusters}
