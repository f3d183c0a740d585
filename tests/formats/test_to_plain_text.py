"""Blocks as text without any mark."""

import pytest

from workbench.formats.blocks import (
    Cell,
    Grid,
    Heading,
    Listing,
    PageBreak,
    Paragraph,
    Role,
    Run,
    Style,
)
from workbench.formats.to_plain_text import blocks_to_plain_text, plain_cell


def test_a_source_stands_right_below_what_is_quoted():
    blocks = (
        Heading(1, "Excerpts"),
        Paragraph((Run("“Nobody "), Run("waved", Style.VARIANT), Run(".”")), Role.QUOTE),
        Paragraph((Run("Harbour Post."),), Role.SOURCE),
        PageBreak(),
        Listing(((Run("one"),), (Run("two"),))),
    )
    assert blocks_to_plain_text(blocks) == (
        "Excerpts\n\n“Nobody waved.”\n— Harbour Post.\n\n• one\n• two"
    )


def test_a_source_without_a_quote_stands_alone():
    assert blocks_to_plain_text([Paragraph((Run("Harbour Post."),), Role.SOURCE)]) == (
        "Harbour Post."
    )


def test_a_table_has_tabs_between_its_cells():
    rows = ((Cell((Run("a\tb\nc"),)), Cell((Run("2"),))),)
    assert blocks_to_plain_text([Grid("Caption", ("One", "Two"), rows)]) == "One\tTwo\na b c\t2"
    assert blocks_to_plain_text([Grid("", ("", ""), rows)]) == "a b c\t2"


@pytest.mark.parametrize("begin", ["=HYPERLINK(1)", "+1", "-1", "@a", " \t=1"])
def test_no_cell_is_a_formula(begin):
    assert plain_cell(begin) == f"'{begin.strip()}"


def test_what_no_text_may_hold_is_replaced():
    said = blocks_to_plain_text([Paragraph((Run("a\x00b\ud800c\u202ed"),))])
    assert said == "a\ufffdb\ufffdc\ufffdd"
