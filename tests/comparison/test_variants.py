"""The places where two aligned passages differ."""

import pytest

from workbench.comparison.align import align, differing, equal
from workbench.comparison.variants import variants
from workbench.model import Flag, VariantKind


def found(sides, one, other):
    first, second = sides(one, other)
    return [
        (variant.kind, variant.a.text, variant.b.text)
        for variant in variants(align(first, second, ()), first, second)
    ]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("the grey cat", "the black cat", (VariantKind.SUBSTITUTION, "grey", "black")),
        ("the grey cat", "the cat", (VariantKind.OMISSION, "grey", "")),
        ("the cat", "the grey cat", (VariantKind.ADDITION, "", "grey")),
        ("a “big, red” cat", "a small cat", (VariantKind.SUBSTITUTION, "big, red", "small")),
    ],
)
def test_kinds_and_readings(sides, one, other, expected):
    assert found(sides, one, other) == [expected]


def test_the_same_text_has_none(sides):
    assert found(sides, "“The Cat”, he said", "the cat he said") == []


def test_words_that_moved_are_one_transposition(sides):
    one = "today the council of the harbour met in the old town hall"
    other = "the council of the harbour met in the old town hall today"
    assert found(sides, one, other) == [(VariantKind.TRANSPOSITION, "today", "today")]


def test_function_words_may_change_where_words_move(sides):
    one = "a study session of the Council on May Day"
    other = "a Council study session on May Day"
    assert found(sides, one, other) == [(VariantKind.TRANSPOSITION, "of the Council", "Council")]


def test_moved_function_words_are_no_transposition(sides):
    kinds = [kind for kind, *_ in found(sides, "the cat sat here so it", "cat sat here the so it")]
    assert VariantKind.TRANSPOSITION not in kinds


def test_an_empty_reading_stands_where_the_words_would_be(sides):
    first, second = sides("one two three", "one three four")
    omission, addition = variants(align(first, second, ()), first, second)
    assert (omission.b.span.start, omission.b.span.end) == (4, 4)
    assert (addition.a.span.start, addition.a.span.end) == (13, 13)


def test_an_empty_reading_at_the_end_of_a_passage_stays_inside_it(sides):
    first, second = sides("one two. Three four", "one two more. Five")
    steps = [equal(0, 2, 0, 2), differing(2, 2, 2, 3)]
    (addition,) = variants(steps, first, second)
    assert (addition.a.span.start, addition.a.span.end) == (7, 7)


def test_only_words_that_one_reading_has_alone_are_flagged(sides):
    first, second = sides("it fell by 5 big points", "it rose to 5 small points")
    assert not any(variant.flags for variant in variants(align(first, second, ()), first, second))


def test_a_capital_inside_a_sentence_is_a_name_but_no_month_and_no_first_word(sides):
    for one, other, flag in (
        ("we saw Ida there", "we saw Otto there", (Flag.NAME,)),
        ("we met in May there", "we met in June there", (Flag.DATE,)),
        ("Herring was there", "Cod was there", ()),
    ):
        first, second = sides(one, other)
        (variant,) = variants(align(first, second, ()), first, second)
        assert variant.flags == flag
