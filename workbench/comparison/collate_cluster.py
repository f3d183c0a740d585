"""Collate a cluster: the passages that are the same text, laid out in one table."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from workbench.comparison.collate import collate
from workbench.model import Witness
from workbench.model.siglum import siglum

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model import Alignment, Article, Cluster


def collate_cluster(cluster: Cluster, articles: Sequence[Article]) -> Alignment:
    """Return one table of all passages of a cluster, a row for each.

    A row is called by the place of its article among `articles`: A, B, C; the second passage of
    one article A2. Raises KeyError where an article is missing.
    """
    wanted = {passage.article for passage in cluster.passages}
    found = {
        article.id: (siglum(place), article.text)
        for place, article in enumerate(articles)
        if article.id in wanted
    }
    seen: Counter[str] = Counter()
    witnesses = []
    for passage in cluster.passages:
        seen[passage.article] += 1
        again = str(seen[passage.article]) if seen[passage.article] > 1 else ""
        name, text = found[passage.article]
        witnesses.append(Witness(name + again, passage.span.of(text)))
    return collate(witnesses)
