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


REWORDED = [
    ("000", "001", "Wei Jianguo, former vice-minister", "stated Wei Jianguo, a former"),
    ("000", "001", "Wei, who is also a vice-chairman", "Wei, who is also the vice-chairman"),
    ("000", "001", "Compared with traditional productive tools", "as opposed to classic"),
    ("000", "002", "traditional economic growth models", "traditional economic growth mode"),
    ("000", "003", "traditional economic growth models", "traditional economic growth mode"),
    ("000", "004", "traditional economic growth models", "traditional economic growth mode"),
    ("002", "003", "First put forward by Xi in 2023", "First put forward by Xi in his"),
    ("003", "004", "First put forward by Xi in his", "was first proposed by Xi"),
    ("001", "003", "an intrinsic requirement and a key", "an intrinsic requirement and an"),
]


@pytest.mark.parametrize(("one", "other", "first", "second"), REWORDED)
def test_what_is_said_in_other_words_is_linked(result, one, other, first, second):
    found = [
        pair
        for pair in result.pairs
        if (pair.a.article, pair.b.article) == (one, other)
        and first in words(result, pair.a)
        and second in words(result, pair.b)
    ]
    assert len(found) == 1
    assert found[0].kind is not Kind.VERBATIM
    assert found[0].reason.words


def test_what_differs_in_reworded_passages_is_named(result):
    every = set().union(*(differences(pair) for pair in result.pairs))
    assert every >= {("predicted", "forecast"), ("commerce", "trade"), ("modernized", "modern")}


STORY = frozenset(("new", "quality", "high-quality", "productive", "production", "forces"))


def test_common_phrases_of_the_story_link_nothing(result):
    for pair in result.pairs:
        words_linking = [word for word in pair.reason.words if word.a.lower() not in STORY]
        assert any(word.frequency < 4.8 for word in words_linking)
        assert words(result, pair.a).lower().replace("developing ", "") not in {
            "new productive forces",
            "new quality productive forces",
            "high-quality development",
        }
    linked = {(pair.a.article, pair.b.article) for pair in result.pairs}
    assert not linked & {("001", "002"), ("001", "004")}
