"""Wording differences gathered over all pairs."""

from workbench.comparison.wording import gather
from workbench.model import (
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


def test_other_words_come_before_added_ones_and_these_before_spelling_and_function_words():
    assert [
        row[:2]
        for row in rows(
            pair(1, variant("a", "the"), variant("color", "colour", Flag.SPELLING)),
            pair(2, variant("", "quality"), variant("old", "new")),
            pair(3, variant("not", "", Flag.NEGATION), variant("12", "13", Flag.NUMBER)),
            pair(4, variant("", "quality")),
        )
    ] == [
        ("12", "13"),
        ("old", "new"),
        ("", "quality"),
        ("not", ""),
        ("color", "colour"),
        ("a", "the"),
    ]


def test_words_that_only_moved_are_no_other_wording():
    assert rows(pair(1, variant("today", "today", kind=VariantKind.TRANSPOSITION))) == []


def test_a_reading_over_two_lines_is_shown_on_one():
    assert rows(pair(1, variant("big\n red", "small")))[0][:2] == ("big red", "small")
