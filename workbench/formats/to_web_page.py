"""Web page: a document as one HTML file that needs no network and runs no script."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass, field
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from workbench import resources
from workbench.formats.blocks import (
    PICTURES,
    Grid,
    Heading,
    Listing,
    PageBreak,
    Paragraph,
    Role,
    Style,
    has_numbers,
)
from workbench.formats.to_page import render
from workbench.formats.to_printable import contained, to_printable
from workbench.model import silent
from workbench.text.direction import is_from_right

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from workbench.formats.blocks import Block, Cell, Document, Run
    from workbench.model import Report

EVERY = 100
"""Blocks after which the report is told how far the work is."""

MOST_ENTRIES = 60
"""Headings in the table of contents, of the parts and of each part: nobody looks through more."""

SHORT = 10
"""Rows of a table that print keeps on one page where it can."""

SHADES = 10
"""Steps of the shade behind the cells of a heat map, as classes `shade1` to this."""

_LEAST = 6  # level of headings
_TAGS = {
    Style.EMPHASIS: ("<em>", "</em>"),
    Style.QUOTED: ('<span class="quoted">', "</span>"),
    Style.STRONG: ("<strong>", "</strong>"),
    Style.VARIANT: ("<mark>", "</mark>"),
    Style.ADDED: ("<ins>", "</ins>"),
    Style.OMITTED: ("<del>", "</del>"),
    Style.FAINT: ('<span class="faint">', "</span>"),
    Style.CODE: ("<code>", "</code>"),
    Style.SIGLUM: ('<b class="siglum">', "</b>"),
}
_WEB = re.compile("https?://", re.IGNORECASE)
_LINES = re.compile(r"\n(?:[^\S\n]*\n)*")


@dataclass(slots=True)
class _Entry:
    """A heading in the table of contents, and those below it."""

    text: str
    anchor: str
    below: list[_Entry] = field(default_factory=list)


def write_web_page(document: Document, report: Report = silent) -> bytes:
    """Return a document as a page with its contents beside it, fit for the screen and for print.

    Remarks are not written: who composes a document says them in its text too. `report` is told
    how many blocks are written; what it is told last is all.
    """
    page = _Page(document)
    body = "\n".join(page.blocks(report))
    style = resources.read_text("templates/web_page.css") + page.column_widths()
    entries = page.contents if 1 < len(page.contents) <= MOST_ENTRIES else []
    told = {
        "document": document,
        "language": document.language,
        "style": style,
        "style_digest": _digest(style),
        "contents": entries,
        "most": MOST_ENTRIES,
        "body": body,
        "has_pictures": page.has_pictures,
    }
    return to_printable(render("web_page.html.jinja", **told)).encode("utf-8")


class _Page:
    """The blocks of a document as HTML, and what is gathered on the way through them."""

    def __init__(self, document: Document) -> None:
        self.contents: list[_Entry] = []
        self._document = document
        self._widths: set[int] = set()
        self._headings = 0
        self.has_pictures = False

    def blocks(self, report: Report) -> Iterator[str]:
        """Yield the blocks, each part in a section; a part begins with a heading of level 1."""
        is_open = False
        written = 0
        for written, block in enumerate(self._document.blocks, 1):
            if isinstance(block, Heading) and block.level == 1:
                yield from ("</section>",) if is_open else ()
                yield "<section>"
                is_open = True
            yield self._block(block)
            if written % EVERY == 0:
                report(written, written + EVERY)
        yield from ("</section>",) if is_open else ()
        report(written, written)

    def column_widths(self) -> str:
        """Return the rules of the widths that columns have, in percent."""
        return "".join(f".w{width} {{ width: {width}%; }}\n" for width in sorted(self._widths))

    def _block(self, block: Block) -> str:
        if isinstance(block, Heading):
            return self._heading(block)
        if isinstance(block, Paragraph):
            return self._paragraph(block)
        if isinstance(block, Listing):
            entries = "\n".join(self._element("li", each) for each in block.entries)
            return f"<ul>\n{entries}\n</ul>"
        return '<div class="new-page"></div>' if isinstance(block, PageBreak) else self._grid(block)

    def _heading(self, heading: Heading) -> str:
        self._headings += 1
        anchor = heading.anchor or f"heading-{self._headings}"
        entry = _Entry(heading.text, anchor)
        if heading.level == 1:
            self.contents.append(entry)
        elif heading.level == 2 and self.contents:  # noqa: PLR2004 - the level below the parts
            self.contents[-1].below.append(entry)
        level = min(max(heading.level, 1) + 1, _LEAST)  # the title has the first
        foreign = self._foreign(heading.language)
        language = f' lang="{foreign}"' if foreign else ""
        words = _text(heading.text)
        return f'<h{level} id="{escape(anchor)}"{language} dir="auto">{words}</h{level}>'

    def _paragraph(self, paragraph: Paragraph) -> str:
        if paragraph.picture:
            self.has_pictures = True
            picture = f'<img src="{_picture(paragraph.picture)}" alt="">'
            return f"<figure>{picture}{self._element('figcaption', paragraph.runs)}</figure>"
        if paragraph.role is Role.QUOTE:
            return self._element("blockquote", paragraph.runs)
        classes = [] if paragraph.role is Role.BODY else [paragraph.role.value]
        classes += ["kept"] if paragraph.keeps_next else []
        attributes = f' class="{" ".join(classes)}"' if classes else ""
        return self._element("p", paragraph.runs, attributes)

    def _grid(self, grid: Grid) -> str:
        columns = "".join(map(self._column, grid.widths))
        numbers = [has_numbers(grid, column) for column in range(len(grid.heads))]
        heads = "".join(map(_head, grid.heads, numbers))
        rows = "\n".join(self._row(row, has_head=grid.has_row_heads) for row in grid.rows)
        caption = f"<caption>{_text(grid.caption)}</caption>\n" if grid.caption else ""
        columns = f"<colgroup>{columns}</colgroup>\n" if columns else ""
        head = f"<thead><tr>{heads}</tr></thead>\n" if any(grid.heads) else ""
        kind = "grid short" if len(grid.rows) <= SHORT else "grid"
        table = f"<table>\n{caption}{columns}{head}<tbody>\n{rows}\n</tbody>\n</table>"
        return f'<div class="{kind}">{table}</div>'

    def _column(self, share: float) -> str:
        width = round(share * 100)
        self._widths.add(width)
        return f'<col class="w{width}">'

    def _row(self, row: Iterable[Cell], *, has_head: bool) -> str:
        cells = [self._cell(cell, is_head=has_head and not place) for place, cell in enumerate(row)]
        return f"<tr>{''.join(cells)}</tr>"

    def _cell(self, cell: Cell, *, is_head: bool) -> str:
        names = ["number"] if cell.is_number else []
        shade = round((cell.shade or 0) * SHADES)
        names += [f"shade{min(max(shade, 0), SHADES)}"] if shade > 0 else []
        classes = f' class="{" ".join(names)}"' if names else ""
        if is_head:
            return self._element("th", cell.runs, f' scope="row"{classes}')
        return self._element("td", cell.runs, classes)

    def _element(self, tag: str, runs: Sequence[Run], attributes: str = "") -> str:
        """Return runs in an element, which has their language where all have the same."""
        languages = {run.language for run in runs}
        if len(languages) == 1 and (language := self._foreign(*languages)):
            words = "".join(map(_run, runs))
            return f'<{tag}{attributes} lang="{language}" dir="auto">{words}</{tag}>'
        return f'<{tag}{attributes} dir="auto">{self._runs(runs)}</{tag}>'

    def _runs(self, runs: Iterable[Run]) -> str:
        """Return runs; those of another language together, so that its own direction holds."""
        parts = []
        for language, group in groupby(runs, key=lambda run: run.language):
            words = "".join(map(_run, group))
            if foreign := self._foreign(language):
                words = f'<span lang="{foreign}" dir="auto">{words}</span>'
            parts.append(words)
        return "".join(parts)

    def _foreign(self, language: str) -> str:
        """Return a language as an attribute has it; nothing where it is that of the document."""
        known = ("", _base(self._document.language))
        return "" if _base(language) in known else escape(language)


def _head(words: str, is_number: bool) -> str:  # noqa: FBT001 - said by the column
    classes = ' class="number"' if is_number else ""
    return f'<th scope="col"{classes}>{_text(words)}</th>' if words else "<td></td>"


def _run(run: Run) -> str:
    before, after = _TAGS.get(run.style, ("", ""))
    words = f"{before}{_text(run.text)}{after}"
    if not run.language and is_from_right(run.text):
        words = f"<bdi>{words}</bdi>"
    if _WEB.match(run.link):
        shown = ' class="address"' if run.link == run.text else ""
        return f'<a href="{escape(run.link)}"{shown}>{words}</a>'
    if run.link.startswith("#"):
        return f'<a href="{escape(run.link)}">{words}</a>'
    return words


def _text(text: str) -> str:
    """Return words in which nothing is markup; any line break is one, a blank line two."""
    return _LINES.sub(lambda found: "<br>" * min(2, found[0].count("\n")), escape(contained(text)))


def _base(language: str) -> str:
    return language.partition("-")[0].lower()


def _picture(name: str) -> str:
    content = resources.path(f"{PICTURES}/{name}").read_bytes()
    return f"data:image/png;base64,{base64.b64encode(content).decode('ascii')}"


def _digest(style: str) -> str:
    return base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
