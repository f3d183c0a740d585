"""Quotations of several articles, and the clusters that they belong to."""

import pytest

from workbench.comparison.quoting import assign, quotations_of
from workbench.model import Article, Cancelled, Cluster, Kind, Passage, Quotation, Span


def cluster(name, *passages):
    found = tuple(Passage(article, Span(start, end)) for article, start, end in passages)
    return Cluster(name, Kind.VERBATIM, found, ())


def quotation(article, start, end, speaker=None):
    return Quotation(article, Span(start, end), speaker)


def test_quotations_and_mentions_stand_in_the_order_of_the_articles():
    articles = (
        Article("z", "“It is ours,” said Mara Lind. The ‘pier’ is old.", language="en"),
        Article("a", "The “pier of dreams”.", language="en"),
    )
    quotations, mentions = quotations_of(articles)
    assert quotations == (Quotation("z", Span(0, 13), "Mara Lind", Span(19, 28), "said"),)
    assert mentions == (Passage("z", Span(34, 40)), Passage("a", Span(4, 20)))


def test_the_work_can_be_stopped():
    def stop(done, total):
        assert (done, total) == (1, 2)
        raise Cancelled

    with pytest.raises(Cancelled):
        quotations_of((Article("a", "One."), Article("b", "Two.")), stop)


def test_a_quotation_belongs_to_the_cluster_that_covers_most_of_it():
    clusters = (
        cluster("c1", ("a", 0, 40), ("b", 0, 40)),
        cluster("c2", ("a", 8, 22), ("b", 50, 64)),
        cluster("c3", ("a", 90, 95), ("b", 90, 95)),
    )
    quotations = (
        quotation("a", 10, 20, "Lind"),  # inside both: the shorter passage is nearer
        quotation("a", 30, 50, "Berg"),  # half of it
        quotation("a", 38, 60),  # too little
        quotation("a", 95, 99),  # only beside it
        quotation("d", 10, 20),  # no passage at all
    )
    assigned, named = assign(quotations, clusters)
    assert [one.cluster for one in assigned] == ["c2", "c1", None, None, None]
    assert [one.speaker for one in named] == [None, "Lind", None]


def test_a_cluster_has_the_speaker_whom_most_quotations_name():
    clusters = (cluster("c1", ("a", 0, 10), ("b", 0, 10), ("d", 0, 10), ("e", 0, 10)),)
    quotations = (
        quotation("a", 0, 10, "Lind"),
        quotation("b", 0, 10, "Berg"),
        quotation("d", 0, 10),
        quotation("e", 0, 10, "Berg"),
    )
    assert assign(quotations, clusters)[1][0].speaker == "Berg"
    assert assign(quotations[2:3], clusters)[1][0].speaker is None
