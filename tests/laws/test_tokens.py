"""Laws of tokens and sentences, for any text."""

import unicodedata

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.text import tokenize as module
from workbench.text.normalize import fold, normalize_line_ends
from workbench.text.quotations import quoted
from workbench.text.sentences import sentences
from workbench.text.tokenize import token_arrays, tokenize

ANY = st.text(st.characters(codec=None) | st.sampled_from("ab.A1,-'’“” \n\u0301\u00ad\ud800新"))
LAW = settings(deadline=None)


def blank(text):
    return all(not fold(c) or unicodedata.category(c) in {"Cc", "Zs", "Zl", "Zp"} for c in text)


@LAW
@given(ANY)
def test_tokens_tile_the_text(text):
    at = 0
    for token in tokenize(text):
        assert blank(text[at : token.span.start])
        assert token.span.start < token.span.end
        assert token.text == token.span.of(text)
        at = token.span.end
    assert blank(text[at:])


@LAW
@given(ANY)
def test_both_forms_agree(text):
    tokens, arrays = tokenize(text), token_arrays(text)
    assert [token.span.start for token in tokens] == arrays.starts.tolist()
    assert [token.span.end for token in tokens] == arrays.ends.tolist()
    assert [token.is_word for token in tokens] == arrays.is_word.tolist()
    assert [token.norm for token in tokens] == [fold(token.text) for token in tokens]
    hashes = arrays.hashes.tolist()
    by_form = dict(zip([token.norm for token in tokens], hashes, strict=True))
    assert [by_form[token.norm] for token in tokens] == hashes
    assert len(set(by_form.values())) == len(by_form)


@LAW
@given(ANY, st.integers(4, 20))
def test_blocks_make_no_difference(text, size):
    text = " ".join(word[:3] for word in text.split())
    whole = token_arrays(text)
    before = module.BLOCK
    try:
        module.BLOCK = size
        parts = token_arrays(text)
    finally:
        module.BLOCK = before
    assert np.array_equal(whole.starts, parts.starts)
    assert np.array_equal(whole.hashes, parts.hashes)


@LAW
@given(ANY)
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


@LAW
@given(ANY)
def test_parts_fold_as_the_whole_does(text):
    assert "".join(map(fold, text)) == fold(text)


@LAW
@given(ANY)
def test_line_ends_are_one_sort(text):
    assert "\r" not in normalize_line_ends(text)
    assert normalize_line_ends(normalize_line_ends(text)) == normalize_line_ends(text)


@LAW
@given(ANY)
def test_sentences_cover_all_that_is_not_blank(text):
    at = 0
    for span in sentences(text):
        assert blank(text[at : span.start])
        assert span.start < span.end
        at = span.end
    assert blank(text[at:])


@LAW
@given(ANY)
def test_quotations_lie_in_the_text_and_do_not_cross(text):
    spans = quoted(text)
    assert list(spans) == sorted(spans, key=lambda span: (span.start, -span.end))
    for span in spans:
        assert 0 <= span.start < span.end <= len(text)
        assert span.of(text) == span.of(text).strip()
        for other in spans:
            assert not span.shared(other) or span.contains(other) or other.contains(span)
