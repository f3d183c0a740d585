"""The pairs that passages make which the analyst has set are like those that are found."""

import pytest

from workbench.comparison.compare import compare
from workbench.comparison.options import CompareOptions
from workbench.comparison.relink import relinked
from workbench.model import Article, Kind, Link, Passage, Span, VariantKind

OPTIONS = CompareOptions()
TEXTS = {
    "a1": "On Monday the old ferry left the busy harbour at nine. Gulls cried.",
    "a2": "Yesterday the old boat left the busy harbour at nine. ... Gulls cried.",
    "a3": "From the crowded port a ferry departed; it was nine o'clock on Monday.",
}
ARTICLES = tuple(Article(name, text, language="en") for name, text in TEXTS.items())


def passage(article, words):
    start = TEXTS[article].index(words)
    return Passage(article, Span(start, start + len(words)))


def words(side):
    return side.span.of(TEXTS[side.article])


def relink(a, b):
    return relinked([Link(a, b)], ARTICLES, OPTIONS)


def test_no_links_make_no_pairs():
    assert relinked([], ARTICLES, OPTIONS) == []


def test_equal_words_are_verbatim_and_all_of_them_link():
    (pair,) = relink(passage("a1", "Gulls cried."), passage("a2", "Gulls cried."))
    assert (pair.kind, pair.similarity, pair.variants) == (Kind.VERBATIM, 1.0, ())
    assert {word.a for word in pair.reason.words} == {"Gulls", "cried"}
    assert pair.reason.words[0].articles == 2


def test_words_that_differ_are_variants():
    (pair,) = relink(passage("a1", "the old ferry left"), passage("a2", "the old boat left"))
    assert pair.kind is Kind.EDITED
    (variant,) = pair.variants
    assert (variant.kind, variant.a.text, variant.b.text) == (
        VariantKind.SUBSTITUTION,
        "ferry",
        "boat",
    )


def test_other_words_are_reworded():
    (pair,) = relink(passage("a1", TEXTS["a1"][:54]), passage("a3", TEXTS["a3"]))
    assert pair.kind is Kind.REWORDED
    assert 0 < pair.similarity < 1
    assert pair.reason.shared_words >= 3
    assert pair.reason.differing_words > 0


def test_a_pair_goes_by_the_order_of_the_articles():
    one, other = passage("a1", "Gulls cried."), passage("a2", "Gulls cried.")
    assert relink(other, one) == relink(one, other)
    assert relink(other, one)[0].a.article == "a1"


def test_passages_grow_to_whole_words():
    (pair,) = relink(passage("a1", "ld ferry le"), passage("a2", " old boat left "))
    assert (words(pair.a), words(pair.b)) == ("old ferry left", "old boat left")


@pytest.mark.parametrize("without_words", ["...", " "])
def test_a_passage_without_words_makes_no_pair(without_words):
    empty = passage("a2", without_words)
    assert relink(passage("a1", "Gulls"), empty) == []
    assert relink(empty, passage("a1", "Gulls")) == []


def test_what_was_found_is_measured_alike():
    found = compare(ARTICLES)
    assert found.pairs
    for pair in found.pairs:
        (again,) = relink(pair.a, pair.b)
        assert (again.a, again.b) == (pair.a, pair.b)
        assert (again.kind, again.similarity, again.reason) == (
            pair.kind,
            pair.similarity,
            pair.reason,
        )
