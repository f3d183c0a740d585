"""Blocks of a PDF: a document as the data from which its pages are set, in JSON."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from workbench.formats.blocks import (
    Cell,
    Heading,
    Listing,
    PageBreak,
    Paragraph,
    Run,
    has_numbers,
    strong,
)
from workbench.formats.pdf_words import (
    LONGEST_CELL_WORD,
    block_of,
    language_of,
    lines_of,
    portions,
)
from workbench.formats.shading import shaded
from workbench.formats.to_printable import to_printable
from workbench.formats.typography import HEADINGS_LISTED, MANY_COLUMNS, MOST_LISTED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.formats.blocks import Block, Document, Grid
    from workbench.model import Report

MOST_TAGGED = 12_000
"""Blocks of a document in which each paragraph is tagged as one; in a larger one headings, lists,
tables and links are. Tagging every paragraph of 80,000 takes another gigabyte of memory."""

MOST_IN_TREE = 50_000
"""Blocks of a document in which anything is tagged; for a larger one memory would not do."""

Told = dict[str, object]
"""What is said of a block, as JSON has it."""

USUAL_LENGTH = 200
"""Signs that a block has as data; one of a memo that is very long counts as many."""

REPORTED = 100
"""Blocks after each of which it is told how far they are."""

LINE = 90
"""Code points that a line of a table as wide as the page has room for."""

MOST_LINES = 20
"""Lines of a row that stay on one page; a longer row may go on in the next one."""

HEAD_LENGTH = 80
"""Code points of the title that stand at the head of each page."""

_CONTENTS = "Contents"
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Tagged(Enum):
    """What of a document is tagged, so that a reader for the blind knows what it is."""

    ALL = "all"
    FRAME = "headings, lists, tables and links"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class ReportData:
    """What pages are set from: in JSON what is said of all of it, and the blocks, one in a line.

    The lines are read one after the other, for the values of all of them would fill 100 MB.
    """

    head: str
    blocks: str
    tagged: Tagged


def report_data(document: Document, fonts: Sequence[str], report: Report) -> ReportData:
    """Return a document as data; `report` is told of every so many blocks that are made."""
    blocks: list[str] = []
    anchors: dict[str, int] = {}
    levels: list[int] = []
    before: Block | None = None
    home = _language(document)
    for block in document.blocks:
        for told in _told(block, home, anchors):
            if isinstance(before, Heading) and told["kind"] == "paragraph":
                told["sticky"] = 1
            if len(blocks) % REPORTED == 0:
                report(len(blocks), len(blocks) + REPORTED)
            blocks.append(json.dumps(told, ensure_ascii=False, separators=(",", ":")))
        if isinstance(block, Heading):
            levels.append(_level(block))
        before = block
    lines = "\n".join(blocks)
    tagged = _tagged(max(len(blocks), len(lines) // USUAL_LENGTH))
    head = {
        **_title(document),
        "fonts": list(fonts),
        "lean": tagged is not Tagged.ALL,
        "depth": _depth(levels),
        "contents": _CONTENTS,
        "anchors": anchors,
    }
    told_of_all = json.dumps(head, ensure_ascii=False)
    return ReportData(told_of_all, lines, tagged)


def _tagged(blocks: int) -> Tagged:
    if blocks > MOST_IN_TREE:
        return Tagged.NOTHING
    return Tagged.FRAME if blocks > MOST_TAGGED else Tagged.ALL


def in_ascii(data: str) -> str:
    """Return JSON with its other letters escaped: one beyond Latin doubles the memory of a text."""
    return _BEYOND_ASCII.sub(lambda match: json.dumps(match[0])[1:-1], data)


def _title(document: Document) -> Told:
    title = _one_line(document.title)
    is_long = len(title) > HEAD_LENGTH
    return {
        "title": title,
        "head": f"{title[: HEAD_LENGTH - 1]}…" if is_long else title,
        "subtitle": _one_line(document.subtitle),
        "made": _day(document.made),
        "language": _language(document),
        "facts": [[_one_line(name), _one_line(value)] for name, value in document.facts],
    }


def _language(document: Document) -> str:
    return str(language_of(document.language).get("l", "en"))


def _depth(levels: Sequence[int]) -> int:
    """Return how many levels of headings the contents show, none for too few headings."""
    listed = [level for level in levels if level <= HEADINGS_LISTED]
    if len(listed) < 2:  # noqa: PLR2004 - one heading is found without a list
        return 0
    return 1 if len(listed) > MOST_LISTED else HEADINGS_LISTED


def _told(block: Block, home: str, anchors: dict[str, int]) -> Iterator[Told]:
    """Yield what is said of a block; `anchors` gains those that lead to it."""
    if isinstance(block, Paragraph):
        for runs in portions(run for run in block.runs if run.text):
            told: Told = {"kind": "paragraph", "role": block.role.value, **block_of(runs, home)}
            if block.keeps_next:
                told["sticky"] = 1
            yield told | ({"picture": block.picture} if block.picture else {})
    elif isinstance(block, Heading):
        yield _heading(block, anchors)
    elif isinstance(block, Listing):
        if block.entries:
            yield {"kind": "listing", "entries": [block_of(entry, home) for entry in block.entries]}
    elif isinstance(block, PageBreak):
        yield {"kind": "break"}
    else:
        yield _grid(block, home)


def _heading(heading: Heading, anchors: dict[str, int]) -> Told:
    told: Told = {
        "kind": "heading",
        "level": _level(heading),
        "text": _one_line(heading.text),
        **language_of(heading.language),
    }
    anchor = to_printable(heading.anchor)
    if anchor and anchor not in anchors:  # two places of one name would be none
        anchors[anchor] = 1
        told["anchor"] = anchor
    return told


def _grid(grid: Grid, home: str) -> Told:
    columns = range(len(grid.heads))
    widths = grid.widths or tuple(1 / len(columns) for _ in columns)
    heads = [
        _cell(Cell((Run(head),), is_number=has_numbers(grid, at)), home)
        for at, head in enumerate(grid.heads)
    ]
    return {
        "kind": "grid",
        "caption": _one_line(grid.caption),
        "heads": heads,
        "rows": [_row(row, widths, home, has_head=grid.has_row_heads) for row in grid.rows],
        "widths": widths,
        "small": len(columns) > MANY_COLUMNS,
    }


def _row(row: Sequence[Cell], widths: Sequence[float], home: str, *, has_head: bool) -> list[Told]:
    first = [replace(cell, runs=tuple(map(strong, cell.runs))) for cell in row[: int(has_head)]]
    cells = [_cell(cell, home) for cell in (*first, *row[len(first) :])]
    if all(_lines(cell) <= MOST_LINES * width for cell, width in zip(row, widths, strict=True)):
        for cell in cells:
            cell["whole"] = 1
    return cells


def _lines(cell: Cell) -> float:
    """Return about how many lines the words of a cell would fill were it as wide as the page."""
    return sum(len(run.text) / LINE + run.text.count("\n") for run in cell.runs)


def _cell(cell: Cell, home: str) -> Told:
    told = block_of(cell.runs, home, LONGEST_CELL_WORD)
    if cell.is_number:
        told["number"] = 1
    if cell.shade is not None:
        told["shade"] = shaded(cell.shade)
    return told


def _level(heading: Heading) -> int:
    return max(1, heading.level)


def _day(made: str) -> list[int] | None:
    """Return year, month and day of an ISO 8601 date, as far as it is one."""
    match = _DAY.match(made)
    try:
        day = date.fromisoformat(match[0]) if match else None
    except ValueError:
        return None
    return [day.year, day.month, day.day] if day else None


def _one_line(text: str) -> str:
    return " ".join("".join(lines_of(text.replace("\n", " "))).split())
