"""Wording differences gathered over all pairs."""

from dataclasses import replace

from workbench.comparison.wording import gather
from workbench.model import (
    Article,
    Flag,
    Kind,
    Passage,
    PassagePair,
    Reading,
    Reason,
    Span,
    Variant,
    VariantKind,
)


def variant(a, b, *flags, kind=None):
    kind = kind or (
        VariantKind.SUBSTITUTION if a and b else VariantKind.OMISSION if a else VariantKind.ADDITION
    )
    return Variant(kind, Reading(Span(0, len(a)), a), Reading(Span(0, len(b)), b), flags)


def pair(number, *variants):
    passage = Passage("x", Span(0, 1))
    return PassagePair(f"p{number}", Kind.EDITED, 0.9, passage, passage, variants, Reason(9, 1))


def rows(*pairs):
    return [(row.a, row.b, row.pairs) for row in gather(pairs)]


def test_the_same_difference_is_one_row_in_either_direction_and_any_case():
    assert rows(
        pair(1, variant("commerce", "trade"), variant("commerce", "trade")),
        pair(2, variant("Trade", "commerce")),
    ) == [("commerce", "trade", ("p1", "p2"))]


def test_telling_rows_come_first_then_added_words_spelling_and_function_words():
    assert [
        row[:2]
        for row in rows(
            pair(1, variant("a", "the"), variant("color", "colour", Flag.SPELLING)),
            pair(2, variant("", "quality"), variant("old", "new")),
            pair(3, variant("not", "", Flag.NEGATION), variant("12", "13", Flag.NUMBER)),
            pair(4, variant("", "quality"), variant("in 12", "his", Flag.NUMBER)),
            pair(5, variant("he", "Minister Ortiz", Flag.ROLE)),
        )
    ] == [
        ("12", "13"),
        ("not", ""),
        ("he", "Minister Ortiz"),
        ("old", "new"),
        ("in 12", "his"),
        ("", "quality"),
        ("color", "colour"),
        ("a", "the"),
    ]


def test_synonyms_and_forms_of_a_word_come_before_other_words():
    found = rows(
        pair(1, variant("harbour", "winter")),
        pair(2, variant("commerce", "trade"), variant("modernised", "modern")),
    )
    assert [row[:2] for row in found][-1] == ("harbour", "winter")


def test_frequent_rows_come_before_others():
    found = rows(
        pair(1, variant("harbour", "winter"), variant("harbour", "summer")),
        pair(2, variant("harbour", "summer")),
    )
    assert [row[:2] for row in found] == [("harbour", "summer"), ("harbour", "winter")]


def test_rewritings_come_last():
    rewriting = variant("ships had lain in the old harbour", "nobody was at sea for weeks on end")
    found = rows(pair(1, rewriting, variant("a", "the")), pair(2, rewriting))
    assert [row[0] for row in found] == ["a", rewriting.a.text]


def test_of_reworded_pairs_only_what_is_sure_counts():
    def reworded(*variants):
        return replace(pair(1, *variants), kind=Kind.REWORDED)

    assert rows(reworded(variant("harbour", "winter"), variant("", "quality"))) == []
    assert rows(reworded(variant("predicted", "forecast"))) == [("predicted", "forecast", ("p1",))]
    assert rows(reworded(variant("the old town of Elin trade", "commerce"))) == []


def test_a_language_without_a_list_has_no_rare_words():
    articles = [Article("x", "aaa", language="eo")]
    assert gather([pair(1, variant("ŝipo", "boato"))], articles)


def test_words_that_only_moved_are_no_other_wording():
    assert rows(pair(1, variant("today", "today", kind=VariantKind.TRANSPOSITION))) == []


def test_a_reading_over_two_lines_is_shown_on_one():
    assert rows(pair(1, variant("big\n red", "small")))[0][:2] == ("big red", "small")
