"""Plain text: a comparison and a collation as they are read in a terminal."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from workbench.formats.to_bands import GAP, Column, Moved, bands, moved_words, places
from workbench.formats.to_page import page, render
from workbench.formats.to_printable import to_terminal

if TYPE_CHECKING:
    from workbench.model import Alignment, Comparison

WIDTH = 96  # places: fits half a wide screen
_MARK = "~"


def comparison_to_text(comparison: Comparison) -> str:
    """Return the articles and what they share: each passage once, then how the others differ."""
    return render("comparison.txt.jinja", page=page(comparison), wrapped=_wrapped)


def alignment_to_text(alignment: Alignment) -> str:
    """Return the table, a line for each witness; a line below marks the columns that differ.

    Words that have moved follow, a line for each.
    """
    sigla = [to_terminal(witness.siglum) for witness in alignment.witnesses]
    margin = max(map(places, sigla)) + GAP
    blocks = []
    for band in bands(alignment, WIDTH - margin):
        rows = [
            _padded(siglum, margin) + _line(band, row).rstrip() for row, siglum in enumerate(sigla)
        ]
        marks = "".join(_padded(_MARK * (c.differs * c.width), c.width + GAP) for c in band)
        blocks.append("\n".join([*rows, (" " * margin + marks).rstrip()]).rstrip() + "\n")
    if alignment.transpositions:
        blocks.append("".join(f"{_moved(one)}\n" for one in moved_words(alignment)))
    return "\n".join(blocks)


def _moved(one: Moved) -> str:
    earlier, later = (to_terminal(" · ".join(sigla)) for sigla in (one.earlier, one.later))
    return f"“{one.text}” stands earlier in {earlier}, later in {later}"


def _line(band: tuple[Column, ...], row: int) -> str:
    return "".join(_padded(column.cells[row], column.width + GAP) for column in band)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - places(text))


def _wrapped(text: str, indent: int) -> str:
    """Return a text on lines that begin after `indent` blanks, the first of them left out."""
    lines = textwrap.wrap(" ".join(to_terminal(text).split()), WIDTH - indent)
    return ("\n" + " " * indent).join(lines)
