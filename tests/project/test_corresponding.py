"""What stands in other articles for some words of one."""

import pytest

import workbench
from workbench.model import (
    Article,
    Comparison,
    Kind,
    Passage,
    PassagePair,
    Reading,
    Reason,
    Span,
    Variant,
    VariantKind,
)
from workbench.project.corresponding import corresponding

ONE = "The old ferry left the harbour at nine in the morning with forty passengers on board."
TEXTS = {
    "one": f"A band played. {ONE} Nobody waved.",
    "two": f"{ONE.replace('forty', 'more than fifty').replace('old ', '')} It rained.",
    "three": f"Gulls cried. {ONE}",
    "four": "Nothing of this kind happened to the mayor.",
}


def words(article, text):
    start = TEXTS[article].index(text)
    return Passage(article, Span(start, start + len(text)))


def reading(article, text):
    passage = words(article, text)
    return Reading(passage.span, text)


def empty(article, before):
    start = words(article, before).span.start
    return Reading(Span(start, start), "")


def pair(name, a, b, *variants):
    return PassagePair(name, Kind.EDITED, 0.9, a, b, variants, Reason(9, 1))


WHOLE = {
    "one": words("one", ONE[:-1]),
    "two": words("two", TEXTS["two"].partition(".")[0]),
    "three": words("three", ONE[:-1]),
}
FIRST = pair(
    "p1",
    WHOLE["one"],
    WHOLE["two"],
    Variant(VariantKind.OMISSION, reading("one", "old"), empty("two", "ferry")),
    Variant(VariantKind.SUBSTITUTION, reading("one", "forty"), reading("two", "more than fifty")),
)
SECOND = pair(
    "p2",
    WHOLE["three"],
    WHOLE["two"],
    Variant(VariantKind.OMISSION, reading("three", "old"), empty("two", "ferry")),
    Variant(VariantKind.SUBSTITUTION, reading("three", "forty"), reading("two", "more than fifty")),
)
ARTICLES = tuple(Article(name, text) for name, text in TEXTS.items())


def found(passage, *pairs):
    return [
        (one.article, one.span.of(TEXTS[one.article]))
        for one in corresponding(passage, Comparison(ARTICLES, pairs))
    ]


@pytest.mark.parametrize(
    ("selected", "there"),
    [
        ("ferry left", "ferry left"),
        ("harbour at ni", "harbour at nine"),
        ("forty", "more than fifty"),
        ("with forty passengers", "with more than fifty passengers"),
        ("The old ferry", "The ferry"),
        ("old", None),
        (" ", None),
    ],
)
def test_words_stand_for_words(selected, there):
    place = words("one", selected) if selected.strip() else Passage("one", Span(1, 2))
    assert found(place, FIRST) == ([("two", there)] if there else [])


def test_pairs_are_followed_from_either_side_and_on_to_further_articles():
    assert found(words("one", "with forty"), FIRST, SECOND) == [
        ("two", "with more than fifty"),
        ("three", "with forty"),
    ]
    assert found(words("two", "ferry"), FIRST, SECOND) == [("one", "ferry"), ("three", "ferry")]


def test_a_word_or_two_of_many_are_chance():
    long = Passage("one", Span(0, len(TEXTS["one"])))
    few = pair("p", words("one", "A band"), words("three", "Gulls cried"))
    assert found(long, few) == []
    assert found(words("one", "A band"), few) == [("three", "Gulls cried")]


def test_words_that_moved_are_found_where_they_are():
    moved = Variant(
        VariantKind.TRANSPOSITION, reading("one", "The old"), reading("two", "in the morning")
    )
    assert found(words("one", "The old"), pair("p", WHOLE["one"], WHOLE["two"], moved)) == [
        ("two", "in the morning")
    ]


@pytest.mark.parametrize(("between", "stretches"), [("It rained. ", 1), ("It rained. " * 9, 2)])
def test_stretches_far_from_each_other_are_several(between, stretches):
    here = Article("here", "A mayor spoke.")
    there = Article("there", f"A mayor spoke. {between}A mayor spoke.")
    whole, last = Span(0, 13), Span(len(there.text) - 14, len(there.text) - 1)
    pairs = tuple(
        pair(name, Passage("here", whole), Passage("there", span))
        for name, span in (("p1", whole), ("p2", last))
    )
    led = corresponding(Passage("here", whole), Comparison((here, there), pairs))
    assert len(led) == stretches
    assert (led[0].span.start, led[-1].span.end) == (0, last.end)


def test_an_article_that_shares_with_itself_is_not_led_to_itself():
    inside = pair("p", words("one", "The old"), words("one", "the harbour"))
    assert found(words("one", "The old"), inside) == []


def test_a_whole_comparison_is_followed():
    comparison = workbench.compare(list(ARTICLES))
    led = corresponding(words("one", "with forty passengers"), comparison)
    assert [(one.article, one.span.of(TEXTS[one.article])) for one in led] == [
        ("two", "with more than fifty passengers"),
        ("three", "with forty passengers"),
    ]
