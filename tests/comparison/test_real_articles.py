"""What the five real articles beside the repository are known to share."""

import pytest

from workbench.comparison.compare import compare
from workbench.model import Article, Kind


@pytest.fixture(scope="module")
def result(shared):
    files = sorted((shared / "articles").glob("*.txt"))
    return compare([Article(file.name[:3], file.read_text("utf-8")) for file in files])


def words(result, passage):
    text = next(article.text for article in result.articles if article.id == passage.article)
    return passage.span.of(text)


def pair_with(result, articles, start):
    found = [
        pair
        for pair in result.pairs
        if (pair.a.article, pair.b.article) == articles and start in words(result, pair.a)
    ]
    assert len(found) == 1
    return found[0]


def differences(pair):
    return {(variant.a.text, variant.b.text) for variant in pair.variants}


@pytest.mark.parametrize(
    ("first", "last"),
    [("If China wants to follow", "seize the opportunity"), ("The top priority is", "governance")],
)
def test_both_quotations_are_verbatim_from_the_first_word_to_the_last(result, first, last):
    pair = pair_with(result, ("000", "001"), first)
    assert pair.kind is Kind.VERBATIM
    for passage in (pair.a, pair.b):
        assert words(result, passage).startswith(first)
        assert words(result, passage).endswith(last)


def test_the_definition_is_one_cluster_over_three_articles(result):
    clusters = [
        cluster
        for cluster in result.clusters
        if words(result, cluster.passages[0]).startswith("With innovation playing")
    ]
    assert [passage.article for passage in clusters[0].passages] == ["002", "003", "004"]
    assert len(clusters) == 1
    every = {pair.id: pair for pair in result.pairs}
    found = set().union(*(differences(every[pair]) for pair in clusters[0].pairs))
    assert found == {("the", ""), ("high-tech", "hi-tech")}


def test_the_breakthroughs_are_one_cluster_over_three_articles(result):
    (cluster,) = [
        cluster
        for cluster in result.clusters
        if "revolutionary technological" in words(result, cluster.passages[0])
    ]
    assert [passage.article for passage in cluster.passages] == ["002", "003", "004"]
    assert cluster.kind is Kind.VERBATIM
    assert all(words(result, passage).endswith("upgrading") for passage in cluster.passages)


def test_edited_passages_of_two_articles_with_their_variants(result):
    pair = pair_with(result, ("002", "003"), "efforts to step up innovation")
    assert pair.kind is Kind.EDITED
    assert ("modernized", "modern") in differences(pair)
    pair = pair_with(
        result, ("002", "003"), "Developing new quality productive forces does not mean"
    )
    assert ("", "noting that") in differences(pair)
    assert pair_with(result, ("002", "003"), "Localities should take into account")


def test_common_phrases_of_the_story_link_nothing(result):
    for pair in result.pairs:
        assert pair.reason.shared_words >= 8
        assert words(result, pair.a).lower().replace("developing ", "") not in {
            "new productive forces",
            "new quality productive forces",
            "high-quality development",
        }
    linked = {(pair.a.article, pair.b.article) for pair in result.pairs}
    assert not linked & {("001", "002"), ("001", "003"), ("001", "004")}
