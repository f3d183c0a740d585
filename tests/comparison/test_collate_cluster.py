"""All passages of a cluster in one table."""

import pytest

from workbench.comparison.collate_cluster import collate_cluster
from workbench.model import Article, Cluster, Kind, Passage, Span

ARTICLES = (
    Article("x", "It rained. Ten new piers opened. It rained."),
    Article("y", "Nothing else happened."),
    Article("z", "Ten old piers opened. Yes, ten piers opened."),
)


def cluster(*passages):
    return Cluster("c1", Kind.EDITED, passages, ("p1",))


def passage(article, words):
    text = next(one.text for one in ARTICLES if one.id == article)
    start = text.index(words)
    return Passage(article, Span(start, start + len(words)))


def test_a_row_for_each_passage_under_the_siglum_of_its_article():
    table = collate_cluster(
        cluster(
            passage("x", "Ten new piers opened"),
            passage("z", "Ten old piers opened"),
            passage("z", "ten piers opened"),
        ),
        ARTICLES,
    )
    assert [witness.siglum for witness in table.witnesses] == ["A", "C", "C2"]
    assert ["".join(map("".join, row)) for row in table.table] == [
        "Ten new piers opened", "Ten old piers opened", "ten piers opened",
    ]  # fmt: skip
    assert (("new ",), ("old ",), ()) in list(zip(*table.table, strict=True))


def test_an_article_that_is_missing():
    one = cluster(passage("x", "Ten new piers"), passage("z", "Ten old piers"))
    with pytest.raises(KeyError):
        collate_cluster(one, ARTICLES[:2])
