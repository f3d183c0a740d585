"""Words and marks of a text, one by one and in arrays."""

from pathlib import Path

import numpy as np
import pytest

from workbench.model import Span
from workbench.text import tokenize as module
from workbench.text.tokenize import hash_words, token_arrays, tokenize

CASES = (Path(__file__).parent / "data" / "tokens.tsv").read_text("utf-8").splitlines()


@pytest.mark.parametrize("case", CASES)
def test_words_and_marks(case):
    text, _, tokens = case.partition("\t")
    assert [token.text for token in tokenize(text)] == tokens.split(" ")


def test_a_token_knows_its_form_place_and_sort():
    word, mark = tokenize(" Straße!")
    assert (word.norm, word.span, word.is_word) == ("strasse", Span(1, 7), True)
    assert (mark.norm, mark.span, mark.is_word) == ("!", Span(7, 8), False)


@pytest.mark.parametrize("text", ["", " \n\t", "\x00\x1f", "\u200b\u00ad"])
def test_a_text_without_anything_to_read_has_no_tokens(text):
    assert tokenize(text) == ()


def test_lone_surrogates_and_private_signs_are_tokens():
    assert [token.text for token in tokenize("a \ud800 \ue000b")] == ["a", "\ud800", "\ue000b"]


def test_accents_and_invisible_signs_at_the_start_belong_to_what_follows_or_to_nothing():
    assert [token.text for token in tokenize("\u0301a \u200b\u0301b")] == ["\u0301a", "\u0301b"]


def test_equal_forms_have_equal_hashes_wherever_they_stand():
    arrays = token_arrays('ﬁne Fine FINE final U.S. “ "')
    first, second, third, other, _, curly, straight = arrays.hashes.tolist()
    assert first == second == third != other
    assert curly == straight


def test_words_looked_up_have_the_hash_they_have_in_a_text():
    text = token_arrays("The U.S. says don't").hashes
    assert np.array_equal(hash_words(["the", "u.s.", "says", "don't"]), text)


def test_long_texts_are_read_block_by_block_without_tearing_words(monkeypatch):
    text = "alpha beta-gamma 1,000 " * 50 + "x" * 60 + " end"
    whole = tokenize(text)
    monkeypatch.setattr(module, "BLOCK", 64)
    assert [token.text for token in tokenize(text)][:200] == [token.text for token in whole][:200]
    assert "".join(token.text for token in tokenize(text)) == "".join(t.text for t in whole)


def test_a_stretch_without_blanks_is_cut_in_the_end(monkeypatch):
    monkeypatch.setattr(module, "BLOCK", 64)
    assert [token.span.length for token in tokenize("x" * 200)] == [128, 72]


def test_a_word_of_many_thousand_letters_is_one_word():
    long = "ab" * 3000
    (token,) = tokenize(long)
    other = token_arrays(long[:-1] + "c").hashes[0]
    assert token.span == Span(0, 6000)
    assert token_arrays(long).hashes[0] != other
