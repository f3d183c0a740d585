"""Cuts where sentences or quotations end in both articles."""

import pytest

from workbench.comparison.align import align, differing, equal
from workbench.comparison.segment import pieces, split


def cut(sides, one, other):
    first, second = sides(one, other)
    steps = align(first, second, ())
    return [
        (
            _words(first, piece.steps[0].a, piece.steps[-1].a_end),
            _words(second, piece.steps[0].b, piece.steps[-1].b_end),
            piece.quotation,
        )
        for piece in pieces(steps, first, second, 4)
    ]


def _words(side, start, end):
    return side.surface(side.span(start, end)) if start < end else ""


def test_sentences_that_both_have_are_pieces(sides):
    text = "One two three. Four five six."
    assert [a for a, *_ in cut(sides, text, text)] == ["One two three", "Four five six"]


def test_a_sentence_end_of_one_article_cuts_nothing(sides):
    assert len(cut(sides, "One two three. Four five six", "One two three, four five six")) == 1


def test_inside_a_difference_both_ends_of_sentences_count(sides):
    found = cut(sides, "One two left. Seven eight. Nine ten", "One two right. Nine ten")
    assert found[0][:2] == ("One two left", "One two right")
    assert found[-1][:2] == ("Nine ten", "Nine ten")


def test_a_clause_stands_for_a_sentence_where_much_differs(sides):
    found = cut(
        sides,
        "Herring fell this very year.\n\nBoats stay in port",
        "Herring fell, as all of us knew, boats stay in port",
    )
    assert found[-1][:2] == ("Boats stay in port", "boats stay in port")


@pytest.mark.parametrize(
    ("text", "quotation"),
    [
        ('He said: "We will go now." Then rest', "We will go now"),
        ('Then "We go. We stay. We rest," he said', "We go. We stay. We rest"),
        (
            'so "the long and narrow way down to the sea" it is',
            "the long and narrow way down to the sea",
        ),
    ],
)
def test_a_quotation_is_a_piece_of_its_own(sides, text, quotation):
    plain = text.replace('"', "")
    for one, other in ((text, text), (text, plain), (plain, text)):
        assert [a for a, _, own in cut(sides, one, other) if own] == [quotation]


@pytest.mark.parametrize(
    "text", ['He said "go" there', 'so "the narrow way down" it is', 'He said: "We go out."']
)
def test_a_short_fragment_stays_in_its_sentence(sides, text):
    assert not any(own for *_, own in cut(sides, text, text))


def test_of_overlapping_quotations_the_longest_counts(sides):
    one = '"We will go now. They can wait," he said'
    other = '"We will go now." "They can wait," he said'
    assert [a for a, _, own in cut(sides, one, other) if own] == ["We will go now. They can wait"]


def test_a_quotation_with_another_word_is_none_of_its_own(sides):
    assert not any(
        own for *_, own in cut(sides, '"We will go now," she said', '"We will go soon," she said')
    )


def test_split_cuts_inside_steps_and_between_them():
    steps = [equal(0, 4, 0, 4), differing(4, 6, 4, 5), equal(6, 8, 5, 7)]
    assert split(steps, [(0, 0), (2, 2), (4, 4), (5, 5)]) == [
        [equal(0, 2, 0, 2)],
        [equal(2, 4, 2, 4)],
        [differing(4, 5, 4, 5)],
        [differing(5, 6, 5, 5), equal(6, 8, 5, 7)],
    ]
    assert split([], []) == []
