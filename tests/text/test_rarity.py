"""How often languages have words."""

import pytest

from workbench.text.normalize import fold
from workbench.text.rarity import frequency, has_list


def test_the_commonest_word_is_near_eight_and_an_unknown_one_nought():
    assert 7.5 < frequency("the", "en") < 8
    assert frequency("the", "en-GB") == frequency("the", "en")
    assert 3 < frequency("harbour", "en") < frequency("house", "en") < 6
    assert frequency("nordhaven", "en") == 0


def test_folded_words_are_found_with_their_accents():
    assert frequency(fold("Über"), "de") > 5
    assert frequency(fold("État"), "fr") > 4


@pytest.mark.parametrize(("shorter", "longer"), [("71", "713"), ("713", "71342")])
def test_numbers_are_the_rarer_the_more_of_them_there_are(shorter, longer):
    assert frequency(shorter, "en") > frequency(longer, "en")


def test_numbers_of_one_shape_are_equally_frequent():
    assert frequency("2023", "en") == frequency("1847", "en") > 0


def test_relatives_share_a_list_and_other_languages_have_none():
    assert all(map(has_list, ("hr", "no", "zh-Hans")))
    assert not has_list("la")
    assert frequency("aqua", "la") == 0
