"""The short lists of words: each of them a single token in its folded form."""

import pytest

from workbench.text import lexicon
from workbench.text.normalize import fold
from workbench.text.tokenize import tokenize

LISTS = [name for name in dir(lexicon) if name.isupper() and not name.startswith("_")]


@pytest.mark.parametrize("name", LISTS)
def test_every_word_can_be_found_in_a_text(name):
    for word in sorted(getattr(lexicon, name)):
        assert [token.text for token in tokenize(word)] == [word]
        assert word == fold(word)
