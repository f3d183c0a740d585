"""Help page: a page of the manual as the HTML that a text browser of the window shows."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from workbench.formats.blocks import Grid, Heading, Listing, Paragraph, Style

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.formats.blocks import Block, Cell, Run

_TAGS = {
    Style.CODE: ("<code>", "</code>"),
    Style.STRONG: ("<b>", "</b>"),
    Style.EMPHASIS: ("<i>", "</i>"),
}


def write_help_page(blocks: Iterable[Block]) -> str:
    """Return blocks as HTML without a head: who shows it gives it its looks and its pictures.

    An anchor stands with each heading, a link to one is `#` and the anchor, and a picture is known
    by its name.
    """
    return "\n".join(map(_block, blocks))


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        place = f'<a name="{escape(block.anchor)}"></a>'
        return f"<h{block.level}>{place}{_text(block.text)}</h{block.level}>"
    if isinstance(block, Paragraph):
        return _paragraph(block)
    if isinstance(block, Listing):
        return f"<ul>{''.join(f'<li>{_runs(entry)}</li>' for entry in block.entries)}</ul>"
    return _grid(block) if isinstance(block, Grid) else ""


def _paragraph(paragraph: Paragraph) -> str:
    words = f'<p class="{paragraph.role.value}">{_runs(paragraph.runs)}</p>'
    if paragraph.picture:
        return f'<p><img src="{escape(paragraph.picture)}"></p>{words}'
    return words


def _grid(grid: Grid) -> str:
    widths = [f' width="{share:.0%}"' for share in grid.widths] or [""] * len(grid.heads)
    heads = "".join(
        f'<th align="left"{width}>{_text(head)}</th>'
        for head, width in zip(grid.heads, widths, strict=True)
    )
    rows = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in grid.rows)
    return f'<table cellspacing="0" width="100%"><tr>{heads}</tr>{rows}</table><p></p>'


def _cell(cell: Cell) -> str:
    return f"<td>{_runs(cell.runs)}</td>"


def _runs(runs: Iterable[Run]) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    before, after = _TAGS.get(run.style, ("", ""))
    words = f"{before}{_text(run.text)}{after}"
    return f'<a href="{escape(run.link)}">{words}</a>' if run.link else words


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br>")
