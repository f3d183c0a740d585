"""Tables of an OpenDocument text: a head that every page repeats, and columns of a given width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.formats.block_walk import is_on_one_page
from workbench.formats.blocks import Run, has_numbers, strong
from workbench.formats.shading import shaded
from workbench.formats.typography import (
    CAPTION,
    MANY_COLUMNS,
    NUMBER,
    RULE,
    SMALL_NUMBER,
    SMALL_TABLE,
    TABLE,
    TABLE_HEAD,
    TABLE_HEAD_NUMBER,
    TEXT_WIDTH,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.formats.blocks import Cell, Grid
    from workbench.formats.odt_words import Words


def table(grid: Grid, number: int, words: Words) -> Iterator[str]:
    """Yield the XML of a table, the caption before it; `number` names it."""
    if grid.caption:
        yield words.paragraph(CAPTION, (Run(grid.caption),))
    breaks = "false" if is_on_one_page(grid) else "true"
    whole = words.style(
        f'style:family="table"><style:table-properties style:width="{TEXT_WIDTH:.2f}cm"'
        f' table:align="left" style:may-break-between-rows="{breaks}"/></style:style>'
    )
    yield f'<table:table table:name="Table{number}" table:style-name="{whole}">'
    for share in grid.widths or (1 / len(grid.heads),) * len(grid.heads):
        width = share / (sum(grid.widths) or 1) * TEXT_WIDTH
        name = words.style(
            'style:family="table-column"><style:table-column-properties'
            f' style:column-width="{width:.3f}cm"/></style:style>'
        )
        yield f'<table:table-column table:style-name="{name}"/>'
    kept = words.style(
        'style:family="table-row"><style:table-row-properties fo:keep-together="always"/>'
        "</style:style>"
    )
    if any(grid.heads):
        heads = "".join(_head(grid, place, name, words) for place, name in enumerate(grid.heads))
        yield (
            f'<table:table-header-rows><table:table-row table:style-name="{kept}">{heads}'
            "</table:table-row></table:table-header-rows>"
        )
    for row in grid.rows:
        cells = "".join(_cell(grid, place, cell, words) for place, cell in enumerate(row))
        yield f'<table:table-row table:style-name="{kept}">{cells}</table:table-row>'
    yield "</table:table>" + words.paragraph(TABLE)


def _head(grid: Grid, column: int, name: str, words: Words) -> str:
    style = TABLE_HEAD_NUMBER if has_numbers(grid, column) else TABLE_HEAD
    return _framed(words.paragraph(style, (Run(name),)), "", words)


def _cell(grid: Grid, column: int, cell: Cell, words: Words) -> str:
    is_small = len(grid.heads) > MANY_COLUMNS
    if cell.is_number:
        style = SMALL_NUMBER if is_small else NUMBER
    else:
        style = SMALL_TABLE if is_small else TABLE
    is_head = column == 0 and grid.has_row_heads
    runs = tuple(map(strong, cell.runs)) if is_head else cell.runs
    shade = "" if cell.shade is None else f' fo:background-color="{shaded(cell.shade)}"'
    return _framed(words.paragraph(style, runs), shade, words)


def _framed(words_in: str, shade: str, words: Words) -> str:
    style = words.style(
        'style:family="table-cell"><style:table-cell-properties fo:padding="0.03cm"'
        ' fo:padding-left="0.1cm" fo:padding-right="0.1cm" fo:border="none"'
        f' fo:border-top="0.5pt solid {RULE}" fo:border-bottom="0.5pt solid {RULE}"{shade}/>'
        "</style:style>"
    )
    return f'<table:table-cell table:style-name="{style}">{words_in}</table:table-cell>'
