"""Words that may say the same."""

import pytest

from workbench.text.synonyms import meanings


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("commerce", "trade"),
        ("predicted", "forecasts"),
        ("stopped", "halted"),
        ("studies", "survey"),
        ("bought", "purchasing"),
        ("leaders", "heads"),
    ],
)
def test_words_of_one_group_whatever_their_endings(one, other):
    assert meanings(one) & meanings(other)


@pytest.mark.parametrize("word", ["harbour", "s", "ed", "bed", "ing", ""])
def test_other_words_are_in_none(word):
    assert meanings(word) == frozenset()
