"""Markdown: a document as GitHub's Markdown, in which whatever is told is text and no markup."""

from __future__ import annotations

import re
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import quote

from workbench.formats.bibliography import one_line
from workbench.formats.blocks import (
    Grid,
    Heading,
    Listing,
    PageBreak,
    Paragraph,
    Role,
    Style,
    has_numbers,
)
from workbench.formats.to_printable import contained, to_printable
from workbench.model import silent

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.formats.blocks import Block, Cell, Document, Run
    from workbench.model import Report

EVERY = 100
"""Blocks after which the report is told how far the work is."""

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~&$]")
_BEGINNING = re.compile(r"(?m)^([^\S\n]*)([-+=:]|\d+(?=[.)]))")
_ADDRESS = re.compile(r"https?://[^\s<>\\|\x00-\x20\x7f-\x9f\ud800-\udfff]+", re.IGNORECASE)
_WEB = re.compile("https?://", re.IGNORECASE)
_UNSAFE = re.compile(r"[\s<>\\|\x00-\x20\x7f-\x9f\ud800-\udfff]")
_LEAST = 6  # level of headings
_MARKS = {
    Style.EMPHASIS: ("*", "em"),
    Style.STRONG: ("**", "strong"),
    Style.SIGLUM: ("**", "strong"),
    Style.VARIANT: ("**", "strong"),
    Style.ADDED: ("***", "ins"),
    Style.OMITTED: ("~~", "del"),
}
"""What stands on both sides of words, and the tag instead of it where that would be no markup."""


def write_markdown(document: Document, report: Report = silent) -> bytes:
    """Return a document as Markdown in UTF-8, tables as GitHub has them.

    Remarks are not written: who composes a document says them in its text too. `report` is told
    how many blocks are written; what it is told last is all.
    """
    parts = [f"# {_line(document.title)}", _begun(_line(document.subtitle))]
    parts.append("\n".join(f"- {_line(name)}: {_line(fact)}" for name, fact in document.facts))
    written = 0
    for written, block in enumerate(document.blocks, 1):
        parts.append(_block(block))
        if written % EVERY == 0:
            report(written, written + EVERY)
    report(written, written)
    return ("\n\n".join(filter(None, parts)) + "\n").encode("utf-8")


def blocks_to_markdown(blocks: Iterable[Block]) -> str:
    """Return blocks as Markdown, without a title, as a clipboard has them."""
    return "\n\n".join(filter(None, map(_block, blocks)))


def escaped(text: str) -> str:
    """Return a text in which nothing is markup; its lines stay."""
    return _begun(_inline(text))


def _inline(text: str) -> str:
    """Return a text in which nothing is markup but what may begin a line."""
    return _SPECIAL.sub(r"\\\g<0>", contained(to_printable(text)))


def _begun(words: str) -> str:
    return _BEGINNING.sub(_escape_beginning, words)


def _escape_beginning(match: re.Match[str]) -> str:
    """Keep what begins a line from making a list, a rule or a heading."""
    blanks, mark = match.groups()
    return f"{blanks}{mark}\\" if mark[0].isdigit() else f"{blanks}\\{mark}"


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        level = min(max(block.level, 1) + 1, _LEAST)  # the title has the first
        anchor = f'<a id="{escape(one_line(block.anchor))}"></a>\n\n' if block.anchor else ""
        return f"{anchor}{'#' * level} {_line(block.text)}"
    if isinstance(block, Paragraph):
        return _paragraph(block)
    if isinstance(block, Listing):
        return "\n".join(f"- {_begun(' '.join(_lines(_runs(entry))))}" for entry in block.entries)
    return "" if isinstance(block, PageBreak) else _grid(block)


def _paragraph(paragraph: Paragraph) -> str:
    lines = map(_begun, _lines(_runs(paragraph.runs)))
    if paragraph.role is Role.QUOTE:
        return "\n>\n".join(f"> {line}" for line in lines)
    return "\\\n".join(lines)


def _grid(grid: Grid) -> str:
    numbers = [has_numbers(grid, column) for column in range(len(grid.heads))]
    lines = [
        _table_row(map(_line, grid.heads)),
        _table_row("---:" if is_number else "---" for is_number in numbers),
        *(_table_row(map(_cell, row)) for row in grid.rows),
    ]
    caption = f"*{_line(grid.caption)}*\n\n" if grid.caption else ""
    return caption + "\n".join(lines)


def _table_row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    return "<br>".join(_lines(_runs(cell.runs)))


def _lines(words: str) -> list[str]:
    """Return the lines that hold anything."""
    return [line.strip() for line in words.split("\n") if line.strip()]


def _runs(runs: Iterable[Run]) -> str:
    """Return runs; those alike become one, so that nothing is markup where they meet."""
    alike = groupby((run for run in runs if run.text), key=lambda run: (_style(run), run.link))
    stretches = [(*key, "".join(run.text for run in group)) for key, group in alike]
    parts: list[str] = []
    for place, (style, link, text) in enumerate(stretches):
        before = stretches[place - 1] if place else None
        after = stretches[place + 1] if place + 1 < len(stretches) else None
        is_marked = bool(parts) and parts[-1].endswith("*")
        beside = ("*" if is_marked else _edge(before, -1), _edge(after, 0))
        parts.append(_linked(text, link, _marked(text, style, beside)))
    return "".join(parts)


def _style(run: Run) -> Style:
    return run.style if run.style in _MARKS or run.style is Style.CODE else Style.PLAIN


def _edge(stretch: tuple[Style, str, str] | None, place: int) -> str:
    """Return the character at an edge of what stands beside words; a letter where it is marked."""
    if stretch is None:
        return " "
    style, link, text = stretch
    touches = style in _MARKS and not link and not text[place].isspace()
    return "x" if touches else text[place]


def _marked(text: str, style: Style, beside: tuple[str, str]) -> str:
    """Return words as they are marked, where stars would mark nothing by a tag.

    Marks of emphasis hold only where no letter stands right outside of a sign, and no other mark
    beside them (CommonMark 6.2).
    """
    if style is Style.CODE and text.isalnum():
        return f"`{text}`"
    core = text.strip()
    if style not in _MARKS or not core:
        return _inline(text)
    mark, tag = _MARKS[style]
    lead, trail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    edges = zip((core[0], core[-1]), ((beside[0] + lead)[-1], (trail + beside[1])[0]), strict=True)
    holds = all(outer != "*" and (inner.isalnum() or not outer.isalnum()) for inner, outer in edges)
    before, after = (mark, mark) if holds else (f"<{tag}>", f"</{tag}>")
    return f"{lead}{before}{_inline(core)}{after}{trail}"


def _linked(text: str, link: str, words: str) -> str:
    """Return words as a link to the web or within the document; other links lead nowhere."""
    if link == text and _ADDRESS.fullmatch(link):
        return f"<{link}>"
    if not (link.startswith("#") or _WEB.match(link)):
        return words
    address = _UNSAFE.sub(lambda found: quote(found[0].encode("utf-8", "replace"), safe=""), link)
    holds = "(" not in address and ")" not in address
    return f"[{words}]({address if holds else f'<{address}>'})"


def _line(text: str) -> str:
    return _inline(one_line(text))
