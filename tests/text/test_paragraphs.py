"""Paragraphs are counted as a reader sees them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.paragraphs import numbered_sentences
from workbench.text.sentences import sentences

WRAPPED = (
    "The harbour office said on Monday that the ferry to\n"
    "Low Island would not run for as long as the storm\n"
    "goes on, and that nobody should wait for it.\n\nA second one."
)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("", []),
        (" \n", []),
        ("One.", [1]),
        ("One. Two.\nThree.", [1, 1, 2]),
        ("  One.\n\n\n  Two. Three.", [1, 2, 2]),
        ("第一段。\n第二段。", [1, 2]),
        (WRAPPED, [1, 2]),
    ],
)
def test_the_number_of_the_paragraph(text, numbers):
    assert [number for number, _ in numbered_sentences(text)] == numbers


@given(st.text("aB .!\n”段。", max_size=30))
def test_the_sentences_are_those_of_the_text(text):
    assert tuple(span for _, span in numbered_sentences(text)) == sentences(text)
