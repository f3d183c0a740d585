"""What a comparison says of some of its articles, or of some of its clusters."""

from dataclasses import replace

import pytest

from workbench.comparison.compare import compare
from workbench.comparison.options import CompareOptions
from workbench.comparison.restrict import restricted, with_clusters
from workbench.model import Article, Boilerplate, Passage, Span

FERRY = "The old ferry left the harbour at nine in the morning with forty passengers on board."
MAYOR = "“We promise a second ship before the winter storms arrive,” said Mayor Ann Holm."
BRIDGE = "A narrow wooden bridge collapsed under the weight of a parked gravel lorry yesterday."
TEXTS = {
    "a1": f"{FERRY} {MAYOR} Nobody waved. The sea route is old.",
    "a2": f"A report follows. {FERRY.replace('forty', 'fifty')} {MAYOR} The sea lane is old.",
    "a3": f"{MAYOR} {BRIDGE} It rained. The sea lane is new.",
    "a4": f"{BRIDGE} The sea route is long.",
}
DATES = {"a1": "2024-03-02", "a2": "2024-03-01", "a3": "2024-03-04", "a4": ""}
CHOSEN = (("sea route", "sea lane"), ("old", "new"))


@pytest.fixture(scope="module")
def whole():
    articles = tuple(
        Article(name, text, name.upper(), published=DATES[name], language="en")
        for name, text in TEXTS.items()
    )
    found = compare(articles, CompareOptions(families=CHOSEN))
    rain = passage("a3", "It rained.")
    return replace(found, boilerplate=(Boilerplate("It rained.", "", (rain,)),))


def passage(article, words):
    start = TEXTS[article].index(words)
    return Passage(article, Span(start, start + len(words)))


def cluster_with(comparison, words):
    return next(
        each
        for each in comparison.clusters
        if any(words in p.span.of(TEXTS[p.article]) for p in each.passages)
    )


def test_all_articles_are_the_comparison_itself(whole):
    assert restricted(whole, {*TEXTS, "a9"}) is whole


def test_pairs_clusters_and_wording_are_those_of_the_articles(whole):
    some = restricted(whole, {"a1", "a3"})
    assert [article.id for article in some.articles] == ["a1", "a3"]
    assert {pair.id for pair in some.pairs} == {
        pair.id for pair in whole.pairs if {pair.a.article, pair.b.article} == {"a1", "a3"}
    }
    cluster = cluster_with(some, "second ship")
    before = next(each for each in whole.clusters if each.id == cluster.id)
    assert [each.article for each in cluster.passages] == ["a1", "a3"]
    assert set(cluster.pairs) < set(before.pairs)
    assert before.earliest.article == "a2"
    assert cluster.earliest.article == "a1"
    assert "forty" in [word for row in whole.wording for word in (row.a, row.b)]
    assert some.wording == ()


def test_sentences_that_only_others_have_are_only_here(whole):
    some = restricted(whole, {"a1", "a3"})
    assert passage("a1", FERRY) in some.only_here
    assert passage("a1", FERRY) not in whole.only_here
    assert passage("a3", "It rained.") not in some.only_here
    assert some.boilerplate == whole.boilerplate
    assert restricted(whole, {"a1", "a2"}).boilerplate == ()


def test_quotations_leave_clusters_that_have_gone(whole):
    said = {each.article: each.cluster for each in whole.quotations}
    assert said["a1"] == said["a3"] is not None
    one = restricted(whole, {"a3", "a4"})
    assert [(each.article, each.cluster) for each in one.quotations] == [("a3", None)]


def test_forms_are_counted_anew_and_are_rivals_still(whole):
    counts = {term.text: len(term.uses) for term in whole.terms[0].terms}
    assert counts == {"sea lane": 2, "sea route": 2}
    (family,) = restricted(whole, {"a1", "a2", "a4"}).terms
    assert [(term.text, len(term.uses)) for term in family.terms] == [
        ("sea route", 2),
        ("sea lane", 1),
    ]
    assert family.log_likelihood != whole.terms[0].log_likelihood
    assert family.chosen
    assert restricted(whole, {"a1", "a4"}).terms == ()


def test_families_stand_with_the_most_telling_first(whole):
    found = replace(
        whole,
        terms=tuple(
            replace(family, chosen=False, log_likelihood=float(number))
            for number, family in enumerate(whole.terms)
        ),
    )
    told = [family.log_likelihood for family in restricted(found, {"a1", "a2", "a3"}).terms]
    assert len(told) == 2
    assert told == sorted(told, reverse=True)


def test_clusters_come_with_what_stands_in_them_alone(whole):
    mayor = cluster_with(whole, "second ship")
    some = with_clusters(whole, {mayor.id}, ["a4"])
    assert some.clusters == (mayor,)
    assert [article.id for article in some.articles] == [*TEXTS]
    assert {pair.id for pair in some.pairs} == set(mayor.pairs)
    assert {each.cluster for each in some.quotations} == {mayor.id}
    assert (some.terms, some.only_here, some.wording) == ((), (), ())


def test_no_cluster_leaves_the_articles_named(whole):
    nothing = with_clusters(whole, set(), ["a2"])
    assert [article.id for article in nothing.articles] == ["a2"]
    assert nothing == replace(nothing, pairs=(), clusters=(), quotations=())


def test_mentions_are_those_within():
    articles = tuple(Article(name, TEXTS[name]) for name in ("a1", "a2"))
    found = replace(compare(articles), mentions=(passage("a1", "ferry"), passage("a1", "Nobody")))
    ids = {cluster.id for cluster in found.clusters}
    assert with_clusters(found, ids).mentions == (passage("a1", "ferry"),)
    assert restricted(found, {"a2"}).mentions == ()
