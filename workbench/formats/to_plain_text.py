"""Plain text: blocks as text without any mark, tables as rows with tabs between their cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.formats.blocks import Grid, Heading, Listing, Paragraph, Role
from workbench.formats.to_printable import to_terminal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.formats.blocks import Block, Run

FORMULAS = tuple("=+-@")


def blocks_to_plain_text(blocks: Iterable[Block]) -> str:
    """Return blocks as text; a source stands right below what was quoted, after a dash."""
    text = ""
    for block in blocks:
        words = _words(block)
        if words:
            is_source = isinstance(block, Paragraph) and block.role is Role.SOURCE
            text += ("\n— " if is_source else "\n\n") + words if text else words
    return text


def plain_cell(text: str) -> str:
    """Return a cell on one line that no spreadsheet takes for a formula."""
    words = " ".join(to_terminal(text).split())
    return f"'{words}" if words.startswith(FORMULAS) else words


def _words(block: Block) -> str:
    if isinstance(block, Heading):
        return to_terminal(block.text)
    if isinstance(block, Paragraph):
        return _said(block.runs)
    if isinstance(block, Listing):
        return "\n".join(f"• {_said(entry)}" for entry in block.entries)
    if isinstance(block, Grid):
        rows = [[_said(cell.runs) for cell in row] for row in block.rows]
        heads = [list(block.heads)] if any(block.heads) else []
        return "\n".join("\t".join(map(plain_cell, row)) for row in (*heads, *rows))
    return ""


def _said(runs: Iterable[Run]) -> str:
    return to_terminal("".join(run.text for run in runs))
