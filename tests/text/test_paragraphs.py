"""Paragraphs begin where a reader sees them begin."""

import pytest

from workbench.text.paragraphs import paragraph_starts

WRAPPED = (
    "The harbour office said on Monday that the ferry to\n"
    "Low Island would not run for as long as the storm\n"
    "goes on, and that nobody should wait for it.\n\nA second one."
)


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("", []),
        (" \n", []),
        ("One.", [0]),
        ("One. Two.\nThree.", [0, 10]),
        ("  One.\n\n\n  Two.", [2, 11]),
        ("第一段。\n第二段。", [0, 5]),
        (WRAPPED, [0, WRAPPED.index("A second")]),
    ],
)
def test_where_paragraphs_begin(text, starts):
    assert list(paragraph_starts(text)) == starts
