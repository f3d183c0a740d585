"""Passages gathered across articles, and the earliest of them."""

import pytest

from workbench.comparison.clusters import clusters
from workbench.model import Article, Kind, Passage, PassagePair, Reason, Span

TEXT = "x" * 400


def pair(number, a, b, kind=Kind.VERBATIM):
    """Make a pair of `(article, start, end)` twice."""
    passages = [Passage(article, Span(start, end)) for article, start, end in (a, b)]
    return PassagePair(f"p{number}", kind, 1.0, *passages, (), Reason(9, 0))


def articles(*dates, text=TEXT):
    return [Article(f"a{n}", text, published=date) for n, date in enumerate(dates, 1)]


def shown(found):
    return [
        [(passage.article, passage.span.start, passage.span.end) for passage in cluster.passages]
        for cluster in found
    ]


def test_pairs_of_one_passage_are_one_cluster_over_all_articles():
    pairs = [
        pair(1, ("a1", 0, 100), ("a2", 50, 150)),
        pair(2, ("a2", 60, 150), ("a3", 0, 90), Kind.EDITED),
    ]
    found = clusters(pairs, articles("", "", ""))
    assert shown(found) == [[("a1", 0, 100), ("a2", 50, 150), ("a3", 0, 90)]]
    assert (found[0].id, found[0].kind, found[0].pairs) == ("c1", Kind.EDITED, ("p1", "p2"))
    assert found[0].earliest is None


def test_passages_that_share_only_a_part_stay_apart():
    pairs = [
        pair(1, ("a1", 0, 100), ("a2", 0, 100)),
        pair(2, ("a2", 60, 160), ("a3", 0, 100)),
        pair(3, ("a2", 0, 20), ("a4", 0, 20)),
    ]
    assert len(clusters(pairs, articles("", "", "", ""))) == 3


def test_no_chain_of_overlapping_passages_forms():
    pairs = [pair(n, ("a1", 25 * n, 25 * n + 100), (f"a{n + 2}", 0, 100)) for n in range(4)]
    assert len(clusters(pairs, articles(*[""] * 5))) > 1


def test_an_article_that_repeats_a_passage_has_it_twice():
    pairs = [pair(1, ("a1", 0, 100), ("a2", 0, 100)), pair(2, ("a1", 0, 100), ("a2", 200, 300))]
    assert shown(clusters(pairs, articles("", ""))) == [
        [("a1", 0, 100), ("a2", 0, 100), ("a2", 200, 300)]
    ]


CUT = (pair(1, ("a1", 0, 100), ("a2", 0, 100)), pair(2, ("a1", 102, 200), ("a2", 102, 200)))


def test_neighbours_cut_by_kind_are_one_where_another_pair_has_them_whole():
    whole = pair(3, ("a1", 0, 200), ("a3", 0, 200))
    assert len(clusters([*CUT, whole], articles("", "", ""))) == 1
    assert len(clusters(CUT, articles("", ""))) == 2


def test_quotations_stay_by_themselves():
    marked = TEXT[:100] + "”" + TEXT[101:]
    whole = pair(3, ("a1", 0, 200), ("a3", 0, 200))
    assert len(clusters([*CUT, whole], articles("", "", "", text=marked))) == 3


def test_clusters_come_in_the_order_of_the_first_article():
    pairs = [pair(1, ("a1", 200, 300), ("a2", 0, 100)), pair(2, ("a1", 0, 100), ("a3", 0, 100))]
    found = clusters(pairs, articles("", "", ""))
    assert [(cluster.id, cluster.pairs) for cluster in found] == [("c1", ("p2",)), ("c2", ("p1",))]


@pytest.mark.parametrize(
    ("first", "second", "earliest"),
    [
        ("2024-03-06", "2024-03-05", "a2"),
        ("2024-03-06T23:30:00-05:00", "2024-03-07T01:00:00+00:00", "a2"),
        ("2024-03-07T06:00:00+08:00", "2024-03-07", "a1"),
        ("2024-02", "2024-02-02", "a1"),
        ("2024", "2023-12-31T10:00", "a2"),
        ("", "2024-03-06", "a2"),
        ("last week", "2024-03-06", "a2"),
        ("2024-03-06", "2024-03-06T00:00Z", "a1"),
    ],
)
def test_the_earliest_is_told_from_dates_of_any_precision(first, second, earliest):
    pairs = [pair(1, ("a1", 0, 100), ("a2", 0, 100))]
    (cluster,) = clusters(pairs, articles(first, second))
    assert cluster.earliest.article == earliest
