"""A comparison as the analyst has decided that it is: pairs go, come, and everything follows."""

from dataclasses import replace

import pytest

from workbench.comparison.compare import compare
from workbench.comparison.decide import decided
from workbench.comparison.options import CompareOptions
from workbench.model import Article, Decision, Kind, Link, Passage, Span

OPTIONS = CompareOptions()
FERRY = "The old ferry left the harbour at nine in the morning with forty passengers on board."
MAYOR = "The mayor of the island promised a second ship before the winter storms arrive."
TEXTS = {
    "a1": f"{FERRY} {MAYOR} Nobody waved.",
    "a2": f"A report follows. {FERRY.replace('forty', 'fifty')} {MAYOR}",
    "a3": f"{MAYOR} It rained.",
}


@pytest.fixture(scope="module")
def found():
    articles = tuple(Article(name, text, name.upper()) for name, text in TEXTS.items())
    return compare(articles)


def passage(article, words):
    start = TEXTS[article].index(words)
    return Passage(article, Span(start, start + len(words)))


def links(comparison):
    return [(pair.a, pair.b) for pair in comparison.pairs]


def link(pair):
    return Link(pair.a, pair.b)


def pair_of(comparison, one, other):
    return next(
        pair for pair in comparison.pairs if (pair.a.article, pair.b.article) == (one, other)
    )


def test_without_decisions_a_comparison_is_as_it_was_found(found):
    assert decided(found, (), OPTIONS) is found


def test_a_pair_that_is_rejected_goes_and_its_sentences_are_only_here(found):
    pair = pair_of(found, "a1", "a2")
    others = [each for each in found.pairs if (each.a.article, each.b.article) == ("a1", "a2")]
    after = decided(found, (Decision(tuple(map(link, others))),), OPTIONS)
    assert pair.a not in [side for two in links(after) for side in two]
    assert passage("a1", FERRY) in after.only_here
    assert passage("a1", FERRY) not in found.only_here
    assert [each.id for each in after.pairs] == [f"p{n}" for n in range(1, len(after.pairs) + 1)]
    assert "forty" not in [row.a for row in after.wording]
    assert {name for each in after.clusters for name in each.pairs} == {p.id for p in after.pairs}


def test_the_order_of_the_sides_makes_no_difference(found):
    pair = found.pairs[0]
    assert decided(found, (Decision((link(pair),)),), OPTIONS) == decided(
        found, (Decision((Link(pair.b, pair.a),)),), OPTIONS
    )


def test_a_decision_holds_when_the_program_finds_slightly_other_edges(found):
    pair = found.pairs[0]
    shorter = replace(pair.a, span=Span(pair.a.span.start + 4, pair.a.span.end))
    after = decided(found, (Decision((Link(shorter, pair.b),)),), OPTIONS)
    assert len(after.pairs) == len(found.pairs) - 1
    much_shorter = replace(pair.a, span=Span(pair.a.span.start, pair.a.span.start + 20))
    assert decided(found, (Decision((Link(much_shorter, pair.b),)),), OPTIONS) is found


def test_a_decision_about_an_article_that_has_gone_waits(found):
    gone = Link(Passage("gone", Span(0, 9)), found.pairs[0].b)
    assert decided(found, (Decision((gone,)),), OPTIONS) is found
    assert decided(found, (Decision((link(found.pairs[0]), gone)),), OPTIONS) is found


def test_the_halves_of_a_split_pair_stay_apart(found):
    whole = Link(passage("a1", TEXTS["a1"][:-14]), passage("a2", TEXTS["a2"][18:]))
    halves = (
        Link(passage("a1", FERRY), passage("a2", FERRY.replace("forty", "fifty"))),
        Link(passage("a1", MAYOR), passage("a2", MAYOR)),
    )
    every = tuple(map(link, found.pairs))
    joined = decided(found, (Decision(every, (whole,)),), OPTIONS)
    assert [len(each.passages) for each in joined.clusters] == [2]
    assert joined.pairs[0].kind is Kind.EDITED
    after = decided(found, (Decision(every, (whole,)), Decision((whole,), halves)), OPTIONS)
    assert [pair.kind for pair in after.pairs] == [Kind.EDITED, Kind.VERBATIM]
    assert len(after.clusters) == 2
    assert [(row.a, row.b) for row in after.wording] == [("forty", "fifty")]


def test_a_later_decision_takes_up_what_an_earlier_one_has_put_in(found):
    made = Link(passage("a1", "Nobody waved."), passage("a3", "It rained."))
    linked = decided(found, (Decision((), (made,)),), OPTIONS)
    assert len(linked.pairs) == len(found.pairs) + 1
    assert decided(found, (Decision((), (made,)), Decision((made,))), OPTIONS) is found


def test_quotations_follow_their_clusters():
    said = "“We will build a second ship before the winter storms,” said Ada Bell."
    articles = tuple(
        Article(name, f"{opening} {said}", language="en")
        for name, opening in (("a1", "On Monday."), ("a2", "Later that day."))
    )
    found = compare(articles)
    assert [each.cluster for each in found.quotations] == ["c1", "c1"]
    after = decided(found, (Decision(tuple(map(link, found.pairs))),), OPTIONS)
    assert [each.cluster for each in after.quotations] == [None, None]
