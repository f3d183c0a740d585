"""Words are counted as a reader counts them, in every script, and each once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model import Span
from workbench.text.word_count import count_signs, word_starts, words_within


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("", 0),
        (" \n\t", 0),
        ("The ferry left at six.", 5),
        ("“Well,” he said – or shouted – “it’s the state-run U.S. ferry.”", 10),
        ("said—and left", 3),
        ("5 % of $3.5bn", 3),
        ("新质生产力,new", 6),
        ("المركب غادر", 2),
        ("... ---- ( ) !", 0),
        ("e\u0301tude", 1),
    ],
)
def test_words_are_what_a_reader_counts(text, number):
    assert len(word_starts(text)) == number


def test_signs_of_scripts_without_spaces_are_counted():
    assert [count_signs(text) for text in ("plain", "新质, new", "ท่าเรือ", "Кораблі")] == [
        0,
        2,
        7,
        0,
    ]


def test_words_within_places_count_once():
    text = "one two three four five"
    starts = word_starts(text)
    assert starts == [0, 4, 8, 14, 19]
    places = (Span(8, 18), Span(4, 13), Span(4, 7), Span(20, 23))
    assert words_within(starts, places) == 3
    assert words_within(starts, (Span(9, 15),)) == 1
    assert words_within(starts, ()) == 0


@given(st.text(alphabet="ab 新-—.\n"), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30))))
def test_a_count_is_that_of_the_words_that_begin_there(text, ends):
    starts = word_starts(text)
    spans = [Span(min(pair), max(pair)) for pair in ends]
    inside = [at for at in starts if any(span.start <= at < span.end for span in spans)]
    assert words_within(starts, spans) == len(inside)
