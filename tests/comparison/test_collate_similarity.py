import numpy as np
import pytest

from workbench.comparison import collate_similarity
from workbench.comparison.collate_similarity import (
    EQUAL,
    EQUAL_SHORT,
    NUMBERS,
    OTHER_SORT,
    SAME_NUMBER,
    SAME_SORT,
    SYNONYMS,
    Form,
    forms,
    is_sure,
    similarity,
    vocabulary,
)


def made(*words):
    known = forms((text, any(map(str.isalnum, text))) for text in words)
    return [known[text, any(map(str.isalnum, text))] for text in words]


def score(one, other):
    first, second = made(one, other)
    return int(similarity([first], [second])[0, 0])


def test_equal_words_score_most_and_short_ones_less():
    assert score("harbour", "harbour") == EQUAL
    assert score("the", "the") == EQUAL_SHORT
    assert score(",", ",") == EQUAL_SHORT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("price", "prices"),
        ("kilometers", "kilometres"),
        ("commerce", "commercial"),
        ("modernised", "modernized"),
        ("развитие", "развития"),
        ("25", "twenty-five"),
        ("predicted", "forecast"),
        ("harbour", "harbour"),
        (",", ","),
    ],
)
def test_what_surely_stands_for_each_other(one, other):
    assert is_sure(*made(one, other))
    assert is_sure(*made(other, one))
    assert score(one, other) > 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("harbour", "piers"),
        ("at", "an"),
        ("10", "100"),
        (",", ";"),
        (",", "piers"),
        ("one", "onto"),
    ],
)
def test_what_does_not(one, other):
    assert not is_sure(*made(one, other))
    assert not is_sure(*made(other, one))


def test_words_spelled_alike_score_less_than_equal_ones():
    assert 0 < score("price", "prices") < EQUAL


def test_function_words_stand_for_their_sort():
    assert score("in", "at") == SAME_SORT > score("in", "is") == OTHER_SORT
    assert score("the", "harbour") < score("winter", "harbour") < 0


def test_synonyms_and_equal_numbers_score_more_than_other_words():
    assert score("commerce", "trade") >= SYNONYMS > score("winter", "harbour")
    assert score("25", "twenty-five") == SAME_NUMBER > score("25", "26")


def test_a_vocabulary_scores_as_the_words_themselves(monkeypatch):
    words = made("price", "prices", "the", "10", ",", "harbour")
    kept = vocabulary(words)
    monkeypatch.setattr(collate_similarity, "MOST_SPELLED", 3)
    places = np.arange(len(words), dtype=np.int32)
    computed = vocabulary(words)
    assert kept.table is not None
    assert computed.table is None
    monkeypatch.undo()
    assert (kept.scores(places, places) == computed.scores(places, places)).all()


def test_a_number_stands_for_a_number():
    assert score("12,400", "350") == NUMBERS > score("12,400", "harbour")


def test_a_mark_never_stands_for_a_word():
    assert score(",", "piers") < score(",", ";")
    assert score(",", "piers") < 0


def test_scores_do_not_depend_on_which_is_named_first():
    words = made("price", "prices", "the", "of", "10", "11", ",", ";", "harbour")
    scores = similarity(words, words)
    assert (scores == scores.T).all()


def test_spelling_is_left_out_of_very_long_lists(monkeypatch):
    monkeypatch.setattr(collate_similarity, "MOST_SPELLED", 1)
    words = [Form("price", is_word=True), Form("prices", is_word=True)]
    scores = similarity(words, words)
    assert scores[0, 1] < 0
    assert scores[0, 0] == EQUAL
