"""Shares: words in common are counted once, for articles and for groups of them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.comparison import shares as module
from workbench.comparison.shares import Shares, by_likeness, measuring, shares
from workbench.model import Article, Kind, Passage, PassagePair, Reason, Span

TEXT = "one two three four five six seven eight nine ten"
ALONE = ((0,), (1,), (2,))


def place(words):
    start = TEXT.index(words)
    return Span(start, start + len(words))


def pair(a, words, b, others):
    return PassagePair(
        f"{a}{b}{words}",
        Kind.EDITED,
        1.0,
        Passage(a, place(words)),
        Passage(b, place(others)),
        (),
        Reason(1, 0),
    )


ARTICLES = (Article("a", TEXT), Article("b", TEXT), Article("c", TEXT + " eleven"))
PAIRS = (
    pair("a", "one two three", "b", "two three four five"),
    pair("a", "three four", "b", "seven"),
    pair("a", "two three four five", "c", "ten"),
    pair("b", "nine", "gone", "ten"),
)


def test_words_that_two_passages_share_are_counted_once():
    found = shares(ARTICLES, PAIRS)
    assert found.words.tolist() == [10, 10, 11]
    assert found.common(ALONE, ALONE).tolist() == [[0, 4, 4], [5, 0, 0], [1, 0, 0]]


def test_groups_have_what_any_of_their_articles_has():
    found = shares(ARTICLES, PAIRS)
    assert found.common([(0,), (1, 2)], [(0,), (1, 2)]).tolist() == [[0, 5], [6, 0]]
    assert found.common([(0, 1)], [(0, 1)]).tolist() == [[9]]
    assert found.total([(0, 1), (2,)]).tolist() == [20, 11]


def test_rows_and_columns_may_be_different_articles():
    assert shares(ARTICLES, PAIRS).common([(1,), (2,)], [(0,)]).tolist() == [[5], [1]]


@pytest.mark.parametrize(("rows", "columns"), [((), ()), ((), ALONE), (ALONE, ())])
def test_nobody_has_nothing_in_common(rows, columns):
    assert shares(ARTICLES, PAIRS).common(rows, columns).shape == (len(rows), len(columns))


def test_no_articles_share_nothing():
    found = shares((), ())
    assert found.words.tolist() == []
    assert found.common((), ()).shape == (0, 0)


def test_a_character_of_a_script_without_spaces_is_a_word():
    assert shares((Article("a", "新质生产力。"),), ()).words.tolist() == [5]


def test_much_is_measured_in_steps_and_comes_to_the_same(monkeypatch):
    whole = shares(ARTICLES, PAIRS)
    monkeypatch.setattr(module, "BATCH", 20)
    monkeypatch.setattr(module, "FEW", 1)
    steps = len(list(measuring(ARTICLES, PAIRS)))
    assert steps == 2 + 1 + len(PAIRS)
    parts = shares(ARTICLES, PAIRS)
    assert parts.common(ALONE, ALONE).tolist() == whole.common(ALONE, ALONE).tolist()
    assert parts.words.tolist() == whole.words.tolist()


@given(
    st.lists(
        st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 19), st.integers(1, 9)),
        max_size=30,
    )
)
def test_law_common_words_are_those_of_the_sets_of_words(stretches):
    kept = [(a, b, start, start + length) for a, b, start, length in stretches if a != b]
    article, other, start, end = np.array(kept, np.int64).reshape(-1, 4).T
    found = Shares(np.full(4, 28), article, other, start, end)
    groups = ((0,), (1, 3), (2,))
    for row, ones in enumerate(groups):
        for column, others in enumerate(groups):
            words = {
                (a, word)
                for a, b, first, last in kept
                if a in ones and b in others
                for word in range(first, last)
            }
            assert found.common(groups, groups)[row, column] == len(words)


def likeness(size, **pairs):
    matrix = np.zeros((size, size), np.int64)
    for name, value in pairs.items():
        one, other = (int(letter) for letter in name[1:])
        matrix[one, other] = value
    return matrix, np.full(size, 100)


def test_like_articles_stand_together():
    assert by_likeness(*likeness(5, p03=50, p31=40, p14=9)) == (0, 3, 1, 4, 2)


def test_a_row_grows_at_both_ends():
    assert by_likeness(*likeness(4, p12=50, p13=40, p20=30)) == (3, 1, 2, 0)


def test_those_that_are_like_no_end_begin_a_row_of_their_own():
    assert by_likeness(*likeness(5, p12=50, p34=40)) == (1, 2, 3, 4, 0)


def test_one_left_over_stands_by_itself():
    """It is like the middle of a row, at whose ends others are."""
    matrix = likeness(4, p12=50, p13=40, p20=30, p10=1)
    assert sorted(by_likeness(*matrix)) == [0, 1, 2, 3]
    assert by_likeness(*likeness(5, p12=50, p13=40, p24=30, p10=10)) == (3, 1, 2, 4, 0)


def test_the_order_of_nobody_is_empty():
    assert by_likeness(np.zeros((0, 0), np.int64), np.zeros(0, np.int64)) == ()


@given(
    st.integers(0, 6).flatmap(lambda n: st.lists(st.integers(0, 9), min_size=n * n, max_size=n * n))
)
def test_law_an_order_has_everybody_once(values):
    size = round(len(values) ** 0.5)
    matrix = np.array(values, np.int64).reshape(size, size)
    assert sorted(by_likeness(matrix, np.full(size, 9))) == list(range(size))
