"""What a few new articles share with an archive is found from fingerprints, without the rest."""

import pytest

from workbench.comparison.compare import compare
from workbench.comparison.options import CompareOptions
from workbench.model import Article, Cancelled
from workbench.project.adding import Related, compare_added, find_related, fingerprints_of

FERRY = "The ferry left the old pier at six with ninety people on board, the harbour master said."
COUNCIL = "The council voted late on Tuesday to rebuild the northern lighthouse before the winter."
OLD = (
    Article("a1", f"{FERRY} Nobody waved.", "Harbour Post", published="2024-02-21"),
    Article("a2", "A baker in Elin won three prizes for bread with rye and walnuts last week."),
    Article("a3", f"It was raining. {COUNCIL}", "Daily Ledger"),
    Article("a4", f"{FERRY} It was late. {COUNCIL}", "Evening Star"),
)
NEW = Article("a5", f"Reports say: {FERRY} More follows.", "Wire")
OPTIONS = CompareOptions()


def places(comparison):
    return [(pair.a, pair.b, pair.kind) for pair in comparison.pairs]


def test_the_related_are_found_by_fingerprints_old_and_new():
    known = fingerprints_of(OLD[:2])
    found = find_related(known, (*OLD[2:], NEW), ["a5"])
    assert found.ids == {"a1", "a4"}
    assert [id_ for id_, _ in found.fingerprints] == ["a3", "a4", "a5"]
    again = find_related((*known, *found.fingerprints), (), ["a5"])
    assert again == Related(found.ids, ())


def test_nothing_is_related_to_what_nobody_else_tells():
    assert find_related(fingerprints_of(OLD), (), ["a2"]).ids == frozenset()


def test_what_a_new_article_shares_is_what_the_whole_comparison_says_of_it():
    added = compare_added((OLD[0], OLD[3], NEW), ["a5"], OPTIONS)
    whole = compare((*OLD, NEW), OPTIONS)
    of_new = [each for each in places(whole) if "a5" in (each[0].article, each[1].article)]
    assert places(added) == of_new
    assert len(of_new) == 2
    assert [pair.id for pair in added.pairs] == ["p1", "p2"]
    (cluster,) = added.clusters
    assert [passage.article for passage in cluster.passages] == ["a1", "a4", "a5"]
    assert added.articles == (OLD[0], OLD[3], NEW)


def test_several_new_articles_are_compared_with_each_other_once():
    articles = (OLD[3], NEW, Article("a6", f"Once more: {FERRY}"))
    added = compare_added(articles, ["a5", "a6"], OPTIONS)
    assert [(pair.a.article, pair.b.article) for pair in added.pairs] == [
        ("a4", "a5"),
        ("a4", "a6"),
        ("a5", "a6"),
    ]


def test_articles_that_share_nothing_are_not_shown():
    added = compare_added((*OLD[:2], NEW), ["a5"], OPTIONS)
    assert [article.id for article in added.articles] == ["a1", "a5"]


def test_the_analyst_may_stop_it():
    def stop(done, total):
        raise Cancelled

    for work in (
        lambda: find_related((), OLD, ["a1"], stop),
        lambda: compare_added(OLD, ["a1"], OPTIONS, stop),
    ):
        with pytest.raises(Cancelled):
            work()
