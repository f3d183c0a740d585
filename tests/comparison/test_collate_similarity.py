import pytest

from workbench.comparison import collate_similarity
from workbench.comparison.collate_similarity import (
    EQUAL,
    EQUAL_SHORT,
    LEAST_ALIKE,
    NUMBERS,
    Form,
    similarity,
)


def score(one, other):
    forms = [Form(text, any(map(str.isalnum, text))) for text in (one, other)]
    return int(similarity(forms[:1], forms[1:])[0, 0])


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
    ],
)
def test_words_spelled_alike_are_sure_but_less_than_equal(one, other):
    assert LEAST_ALIKE <= score(one, other) < EQUAL


@pytest.mark.parametrize(("one", "other"), [("harbour", "piers"), ("at", "an"), ("10", "100")])
def test_other_words_are_not_sure(one, other):
    assert score(one, other) < LEAST_ALIKE


def test_a_number_stands_for_a_number():
    assert score("12,400", "350") == NUMBERS > score("12,400", "harbour")


def test_a_mark_never_stands_for_a_word():
    assert score(",", "piers") < score(",", ";")
    assert score(",", "piers") < 0


def test_scores_do_not_depend_on_which_is_named_first():
    words = ["price", "prices", "the", "10", "11", ",", ";", "harbour"]
    forms = [Form(word, word[0].isalnum()) for word in words]
    scores = similarity(forms, forms)
    assert (scores == scores.T).all()


def test_spelling_is_left_out_of_very_long_lists(monkeypatch):
    monkeypatch.setattr(collate_similarity, "MOST_SPELLED", 1)
    forms = [Form("price", is_word=True), Form("prices", is_word=True)]
    scores = similarity(forms, forms)
    assert scores[0, 1] < LEAST_ALIKE
    assert scores[0, 0] == EQUAL
