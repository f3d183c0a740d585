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
    sigla = {article.id: siglum(place) for place, article in enumerate(articles)}
    texts = {article.id: article.text for article in articles}
    seen: Counter[str] = Counter()
    witnesses = []
    for passage in cluster.passages:
        seen[passage.article] += 1
        again = str(seen[passage.article]) if seen[passage.article] > 1 else ""
        text = passage.span.of(texts[passage.article])
        witnesses.append(Witness(sigla[passage.article] + again, text))
    return collate(witnesses)
