"""DOCX: a document for Word and its like, with real styles, tables, links and comments."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from lxml import etree

from workbench.formats.block_walk import kept_together, listed, walked
from workbench.formats.blocks import Heading, Listing, PageBreak, Paragraph, Run
from workbench.formats.docx_styles import add_styles
from workbench.formats.docx_tables import add_grid
from workbench.formats.docx_words import W, Words
from workbench.formats.packing import repacked
from workbench.formats.to_printable import to_printable
from workbench.formats.typography import (
    BULLET,
    CONTENTS,
    CONTENTS_HEAD,
    HEADINGS,
    PARAGRAPHS,
)
from workbench.model import silent

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from lxml.etree import _Element

    from workbench.formats.block_walk import Anchored, Within
    from workbench.formats.blocks import Document
    from workbench.model import Report

_TIME = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)")
_LONGEST_PROPERTY = 255
_ELSE_MADE = datetime(1980, 1, 1, tzinfo=UTC)


def write_docx(document: Document, report: Report = silent) -> bytes:
    """Return a document as DOCX (ECMA-376), the same bytes for the same document.

    Remarks are comments. The list of contents is there, its page numbers are left to the program
    that opens it. `report` is told how many blocks are written, and what it is told last is all.
    """
    made = docx.Document()
    add_styles(made)
    _tell_properties(made, document)
    body = made.element.body
    section = body[-1]
    body.remove(section)
    words = Words(made)
    _add_title(body, document, words)
    contents = len(body)
    headings = _add_blocks(body, document, words, report)
    for place, element in enumerate(_contents(headings, words)):
        body.insert(contents + place, element)
    body.append(section)
    _add_footer(made)
    target = BytesIO()
    made.save(target)
    return repacked(target.getvalue())


def _tell_properties(made: WordDocument, document: Document) -> None:
    """Tell title and day; the template's own author, words and picture go."""
    about = made.core_properties
    about.title = to_printable(document.title)[:_LONGEST_PROPERTY]
    about.subject = to_printable(document.subtitle)[:_LONGEST_PROPERTY]
    about.author = about.last_modified_by = "Crossread"
    about.comments = about.keywords = ""
    about.language = to_printable(document.language)[:_LONGEST_PROPERTY]
    match = _TIME.match(document.made)
    when = datetime(*map(int, match.groups()), tzinfo=UTC) if match else _ELSE_MADE  # type: ignore[arg-type,misc]
    about.created = about.modified = when
    about.revision = 1
    relations = made.part.package.rels
    for name in [key for key, each in relations.items() if each.reltype.endswith("/thumbnail")]:
        del relations[name]
    language = made.styles.element.find(f".//{qn('w:lang')}")
    if language is not None and document.language:
        language.set(qn("w:val"), to_printable(document.language))


def _add_title(body: _Element, document: Document, words: Words) -> None:
    words.add_paragraph(body, "Title", (Run(document.title),))
    if document.subtitle:
        words.add_paragraph(body, "Subtitle", (Run(document.subtitle),))
    for name, value in document.facts:
        words.add_paragraph(body, "Body Text", (Run(f"{name}: {value}"),))


def _add_blocks(body: _Element, document: Document, words: Words, report: Report) -> list[Anchored]:
    """Add all blocks; return the headings, each with the anchor that links to it go to."""
    headings: list[Anchored] = []
    for _, block, anchor, before in walked(document, headings, report):
        begins_page = isinstance(before, PageBreak)
        if isinstance(block, Heading):
            style = HEADINGS[min(block.level, len(HEADINGS)) - 1]
            runs = (Run(block.text, language=block.language),)
            heading = words.add_paragraph(body, style, runs, begins_page=begins_page)
            words.mark(heading, anchor)
        else:
            if begins_page:
                words.add_paragraph(body, "Normal", begins_page=True)
            _add_block(body, block, words, is_headed=isinstance(before, Heading))
    return headings


def _add_block(body: _Element, block: Within, words: Words, *, is_headed: bool) -> None:
    """Add a block; the line below a heading goes with it to the page of what follows."""
    match block:
        case Paragraph():
            style = PARAGRAPHS[block.role]
            keeps_next = is_headed or block.keeps_next
            words.add_paragraph(body, style, block.runs, keeps_next=keeps_next)
        case Listing():
            for entry, keeps_next in kept_together(block):
                words.add_paragraph(body, BULLET, entry, keeps_next=keeps_next)
        case _:
            add_grid(body, block, words)


def _contents(headings: list[Anchored], words: Words) -> list[_Element]:
    """Return the list of contents as a field that is filled already, or nothing of few headings."""
    levels, entries = listed(headings)
    if not entries:
        return []
    holder = etree.Element(f"{W}body")
    words.add_paragraph(holder, CONTENTS_HEAD, (Run("Contents"),))
    for each, anchor in entries:
        run = Run("\u2003" * (each.level - 1) + each.text, link=f"#{anchor}")
        words.add_paragraph(holder, CONTENTS, (run,))
    first, last = holder[1], holder[-1]
    code = f'TOC \\o "1-{levels}" \\n \\h \\z'
    for place, part in enumerate(_field(code), 1):
        first.insert(place, part)
    last.append(_field_mark("end"))
    return list(holder)


def _field(code: str) -> list[_Element]:
    run = etree.Element(f"{W}r")
    etree.SubElement(run, f"{W}instrText").text = code
    return [_field_mark("begin"), run, _field_mark("separate")]


def _field_mark(kind: str) -> _Element:
    run = etree.Element(f"{W}r")
    etree.SubElement(run, f"{W}fldChar", {f"{W}fldCharType": kind})
    return run


def _add_footer(made: WordDocument) -> None:
    """Let every page show its number."""
    paragraph = made.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    run = paragraph.add_run().element
    for part in (*_field("PAGE"), _field_mark("end")):
        run.addprevious(part)
