"""Formulas: what a spreadsheet would compute is kept from it, and can be had back."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workbench.formats.formulas import guarded, is_formula, unguarded


@pytest.mark.parametrize(
    "text",
    [
        *("=1+1", "+1", "-2 degrees", "@SUM(A1)", "\t=1", "\rx", "  =1", "\n=1", "\u00a0=1"),
        *("＝1", "＋1", "－1", "＠A1", "\ufeff=1", "\u200b@x", '=HYPERLINK("http://x")'),
    ],
)
def test_what_begins_like_a_formula_gets_an_apostrophe(text):
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "a=b", "5 - 3", "'quoted", "“-x”", " words", "新=1"])
def test_other_words_stay_as_they_are(text):
    assert guarded(text) == text


@given(st.text() | st.text(alphabet="'=+-@\t\r ＝a1\ufeff", max_size=8))
@example("'=1")
@example("''=1")
def test_nothing_guarded_is_a_formula_and_the_words_can_be_had_back(text):
    assert not is_formula(guarded(text))
    assert unguarded(guarded(text)) == text
