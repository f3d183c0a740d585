"""Tables of a Word document: a head that every page repeats, and columns of a given width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from workbench.formats.block_walk import is_on_one_page
from workbench.formats.blocks import Run, has_numbers, strong
from workbench.formats.docx_words import W
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
    from collections.abc import Sequence

    from lxml.etree import _Element

    from workbench.formats.blocks import Cell, Grid
    from workbench.formats.docx_words import Words

_WHOLE = round(TEXT_WIDTH / 2.54 * 1440)
"""The width of a table in twentieths of a point."""

_VALUE, _KIND, _WIDTH = f"{W}val", f"{W}type", f"{W}w"
_RULE = RULE.removeprefix("#").upper()
_RULES = {"top": 8, "bottom": 8, "insideH": 4}  # eighths of a point
_MARGINS = {"left": 60, "right": 60}


def add_grid(parent: _Element, grid: Grid, words: Words) -> None:
    """Add a table with its caption at the end of an element."""
    if grid.caption:
        words.add_paragraph(parent, CAPTION, (Run(grid.caption),))
    table = etree.SubElement(parent, f"{W}tbl")
    _describe(table, grid)
    widths = _widths(grid)
    columns = etree.SubElement(table, f"{W}tblGrid")
    for width in widths:
        etree.SubElement(columns, f"{W}gridCol", {_WIDTH: str(width)})
    if any(grid.heads):
        head = _row(table, is_head=True)
        for place, (name, width) in enumerate(zip(grid.heads, widths, strict=True)):
            style = TABLE_HEAD_NUMBER if has_numbers(grid, place) else TABLE_HEAD
            words.add_paragraph(_cell(head, width), style, (Run(name),))
    last = len(grid.rows) - 1 if is_on_one_page(grid) else 0
    for place, cells in enumerate(grid.rows):
        _add_row(table, cells, widths, grid, words, keeps_next=place < last)
    # a table that ends a document, or stands right before another, needs a paragraph after it
    words.add_paragraph(parent, TABLE)


def _add_row(
    table: _Element,
    cells: Sequence[Cell],
    widths: Sequence[int],
    grid: Grid,
    words: Words,
    *,
    keeps_next: bool,
) -> None:
    row = _row(table)
    is_small = len(widths) > MANY_COLUMNS
    for place, (cell, width) in enumerate(zip(cells, widths, strict=True)):
        element = _cell(row, width, cell.shade)
        if cell.is_number:
            style = SMALL_NUMBER if is_small else NUMBER
        else:
            style = SMALL_TABLE if is_small else TABLE
        is_head = place == 0 and grid.has_row_heads
        runs = map(strong, cell.runs) if is_head else cell.runs
        words.add_paragraph(element, style, runs, keeps_next=keeps_next)


def _describe(table: _Element, grid: Grid) -> None:
    about = etree.SubElement(table, f"{W}tblPr")
    etree.SubElement(about, f"{W}tblW", {_WIDTH: str(_WHOLE), _KIND: "dxa"})
    borders = etree.SubElement(about, f"{W}tblBorders")
    for side, size in _RULES.items():
        rule = {
            _VALUE: "single",
            f"{W}sz": str(size),
            f"{W}space": "0",
            f"{W}color": RULE.removeprefix("#").upper(),
        }
        etree.SubElement(borders, f"{W}{side}", rule)
    etree.SubElement(about, f"{W}tblLayout", {_KIND: "fixed"})
    margins = etree.SubElement(about, f"{W}tblCellMar")
    for side, size in _MARGINS.items():
        etree.SubElement(margins, f"{W}{side}", {_WIDTH: str(size), _KIND: "dxa"})
    parts = {f"{W}firstRow": "1", f"{W}firstColumn": str(int(grid.has_row_heads))}
    etree.SubElement(about, f"{W}tblLook", {_VALUE: "0000", **parts})


def _row(table: _Element, *, is_head: bool = False) -> _Element:
    row = etree.SubElement(table, f"{W}tr")
    about = etree.SubElement(row, f"{W}trPr")
    etree.SubElement(about, f"{W}cantSplit")
    if is_head:
        etree.SubElement(about, f"{W}tblHeader")
    return row


def _cell(row: _Element, width: int, shade: float | None = None) -> _Element:
    cell = etree.SubElement(row, f"{W}tc")
    about = etree.SubElement(cell, f"{W}tcPr")
    etree.SubElement(about, f"{W}tcW", {_WIDTH: str(width), _KIND: "dxa"})
    if shade is not None:
        fill = shaded(shade).removeprefix("#").upper()
        etree.SubElement(about, f"{W}shd", {_VALUE: "clear", f"{W}color": "auto", f"{W}fill": fill})
    return cell


def _widths(grid: Grid) -> list[int]:
    count = len(grid.heads)
    shares = grid.widths or (1 / count,) * count
    return [round(share / sum(shares) * _WHOLE) for share in shares]
