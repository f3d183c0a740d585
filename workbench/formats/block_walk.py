"""Block walk: the blocks of a document one by one, as word processors are given them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.formats.blocks import Grid, Heading, Listing, PageBreak, Paragraph
from workbench.formats.typography import HEADINGS_LISTED, MOST_LISTED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.formats.blocks import Block, Document, Run
    from workbench.model import Report

EVERY = 100
"""Blocks after which the report is told how far the work is."""

SHORT = 6
"""Entries of a list that print keeps on one page."""

FEW_ROWS, FEW_WORDS = 12, 1_500
"""Rows of a table, and code points in them, up to which print keeps it on one page: a third."""

Within = Paragraph | Listing | Grid
"""What stands below headings."""

Anchored = tuple[Heading, str]
"""A heading and the anchor that links to it go to."""


def walked(
    document: Document, headings: list[Anchored], report: Report
) -> Iterator[tuple[int, Heading | Within, str, Block | None]]:
    """Yield each block with its number from 1, its anchor, and the block before it.

    The headings are noted in `headings`; other blocks have no anchor. A page break is not yielded:
    what comes after it begins a page. `report` is told how many blocks were taken; what it is told
    last is all.
    """
    number = 0
    before: Block | None = None
    for number, block in enumerate(document.blocks, 1):
        anchor = ""
        if isinstance(block, Heading):
            anchor = block.anchor or f"\x00{number}"  # one that no document has
            headings.append((block, anchor))
        if not isinstance(block, PageBreak):
            yield number, block, anchor, before
        before = block
        if number % EVERY == 0:
            report(number, number + EVERY)
    report(number, number)


def kept_together(listing: Listing) -> Iterator[tuple[tuple[Run, ...], bool]]:
    """Yield the entries of a list, and whether each stays with the next: in a short list, all."""
    last = len(listing.entries) - 1
    for place, entry in enumerate(listing.entries):
        yield entry, place < last < SHORT


def is_on_one_page(grid: Grid) -> bool:
    """Tell whether a table is so small that print keeps it on one page."""
    words = sum(len(run.text) for row in grid.rows for cell in row for run in cell.runs)
    return len(grid.rows) <= FEW_ROWS and words <= FEW_WORDS


def listed(headings: Sequence[Anchored]) -> tuple[int, list[Anchored]]:
    """Return how many levels of headings are listed, and those; none where few would be."""
    levels = HEADINGS_LISTED if len(headings) <= MOST_LISTED else 1
    found = [(each, anchor) for each, anchor in headings if each.level <= levels]
    return levels, found if sum(each.level == 1 for each, _ in found) > 1 else []
