"""Two sequences of words, compared with one character for each word."""

import pytest

from workbench.text.difference import characters, compared, difference


def test_characters_leave_out_surrogates():
    letters = characters(range(60_000)).values()
    assert len(set(letters)) == 60_000
    assert not any("\ud800" <= letter <= "\udfff" for letter in letters)


def test_unicode_has_an_end():
    with pytest.raises(ValueError, match="range"):
        characters(range(0x110000))


def test_difference_counts_words_of_either_side():
    assert difference([1, 2, 3], [1, 4, 5, 3]) == [
        (True, 1, 1), (False, 1, 0), (False, 0, 2), (True, 1, 1),
    ]  # fmt: skip


def test_few_equal_words_amid_many_that_differ_are_no_help_to_a_reader():
    assert compared("abcXdef", "ghiXklm") == [
        (False, 3, 0), (False, 0, 3), (True, 1, 1), (False, 3, 0), (False, 0, 3),
    ]  # fmt: skip
    assert compared("abcXdef", "ghiXklm", readable=True) == [(False, 7, 0), (False, 0, 7)]
