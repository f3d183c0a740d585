"""The tables of the clusters of a comparison."""

from dataclasses import replace

from workbench.model import Article, Cluster, Comparison, Kind, Passage, Span
from workbench.project import collating
from workbench.project.collating import all_tables, shown_tables

ARTICLES = (Article("x", "Ten new piers opened."), Article("y", "Ten old piers opened."))


def cluster(name, kind):
    passages = tuple(Passage(one.id, Span(0, len(one.text))) for one in ARTICLES)
    return Cluster(name, kind, passages, ())


COMPARISON = Comparison(
    ARTICLES,
    clusters=(
        cluster("c1", Kind.VERBATIM),
        cluster("c2", Kind.EDITED),
        cluster("c3", Kind.REWORDED),
    ),
)


def test_every_cluster_has_a_table():
    tables = all_tables(COMPARISON)
    assert list(tables) == ["c1", "c2", "c3"]
    assert [witness.text for witness in tables["c2"].witnesses] == [one.text for one in ARTICLES]


def test_those_that_differ_are_shown():
    assert list(shown_tables(COMPARISON)) == ["c2", "c3"]


def test_long_ones_are_not_shown(monkeypatch):
    monkeypatch.setattr(collating, "MOST_SHOWN", 2 * len(ARTICLES[0].text) - 1)
    assert shown_tables(COMPARISON) == {}
    assert shown_tables(replace(COMPARISON, clusters=())) == {}
