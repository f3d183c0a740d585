"""Rich text: blocks as the few tags of HTML that clipboards carry and a preview shows."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from workbench.formats.blocks import Cell, Grid, Heading, Listing, Paragraph, Role, Style
from workbench.formats.formulas import is_formula
from workbench.formats.to_printable import to_terminal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.formats.blocks import Block, Run

SHADES = 9
"""Steps of the shade behind the cells of a heat map, as classes `shade1` to this."""

_ADDRESS = re.compile("https?://", re.IGNORECASE)
_TAGS = {
    Style.EMPHASIS: ("<i>", "</i>"),
    Style.STRONG: ("<b>", "</b>"),
    Style.VARIANT: ("<b><u>", "</u></b>"),
    Style.ADDED: ("<u>", "</u>"),
    Style.OMITTED: ("<s>", "</s>"),
    Style.FAINT: ('<span class="faint">', "</span>"),
    Style.CODE: ("<code>", "</code>"),
    Style.SIGLUM: ('<b class="siglum">', "</b>"),
}
_AS_TEXT = """ style="mso-number-format:'\\@'" sdnum="1033;0;@\""""
"""What tells Excel, and LibreOffice, that a cell is text."""

_LARGEST, _LEAST = 1, 4  # levels of headings


def blocks_to_rich_text(blocks: Iterable[Block]) -> str:
    """Return blocks as HTML without a head, a script, a style sheet or an image.

    Whoever shows it gives the classes their looks: those of paragraphs are the roles, `faint`
    words, `number` cells and shaded ones. A link leads to the web or nowhere; a cell like a formula
    is told to be text, for spreadsheets compute what is pasted as HTML.
    """
    return "\n".join(filter(None, map(_block, blocks)))


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        level = min(max(block.level, _LARGEST), _LEAST)
        return f"<h{level}>{_text(block.text)}</h{level}>"
    if isinstance(block, Paragraph):
        return _paragraph(block)
    if isinstance(block, Listing):
        entries = "".join(f"<li>{_runs(entry)}</li>" for entry in block.entries)
        return f"<ul>{entries}</ul>"
    return _grid(block) if isinstance(block, Grid) else ""


def _paragraph(paragraph: Paragraph) -> str:
    words = _runs(paragraph.runs)
    if paragraph.role is Role.QUOTE:
        return f'<blockquote class="quote">{words}</blockquote>'
    return f'<p class="{paragraph.role.value}">{words}</p>'


def _grid(grid: Grid) -> str:
    heads = "".join(f"<th>{_text(head)}</th>" for head in grid.heads)
    rows = [f"<tr>{heads}</tr>"] if any(grid.heads) else []
    rows += (_row(cells, has_head=grid.has_row_heads) for cells in grid.rows)
    caption = f'<p class="caption">{_text(grid.caption)}</p>' if grid.caption else ""
    return f'{caption}<table cellspacing="0">{"".join(rows)}</table>'


def _row(cells: Iterable[Cell], *, has_head: bool) -> str:
    told = enumerate(cells)
    words = "".join(_cell(cell, "td" if place or not has_head else "th") for place, cell in told)
    return f"<tr>{words}</tr>"


def _cell(cell: Cell, tag: str) -> str:
    step = 0 if cell.shade is None else round(min(max(cell.shade, 0.0), 1.0) * SHADES)
    names = ("number" if cell.is_number else "", f"shade{step}" if step else "")
    named = " ".join(filter(None, names))
    classes = f' class="{named}"' if named else ""
    kind = _AS_TEXT if is_formula("".join(run.text for run in cell.runs)) else ""
    return f"<{tag}{classes}{kind}>{_runs(cell.runs)}</{tag}>"


def _runs(runs: Iterable[Run]) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    before, after = _TAGS.get(run.style, ("", ""))
    words = f"{before}{_text(run.text)}{after}"
    if _ADDRESS.match(run.link):
        words = f'<a href="{escape(to_terminal(run.link))}">{words}</a>'
    return words


def _text(text: str) -> str:
    return escape(to_terminal(text)).replace("\n", "<br>")
