"""ODT: a document for LibreOffice and its like, as OpenDocument 1.3 wants it.

The file is written as text: each of our blocks is one element of that format, and the libraries
there are make objects of every run, which for ten thousand excerpts takes longer than may be.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from workbench.formats.block_walk import kept_together, listed, walked
from workbench.formats.blocks import Heading, Listing, PageBreak, Paragraph, Run
from workbench.formats.odt_styles import NAMESPACES, styles_xml
from workbench.formats.odt_tables import table
from workbench.formats.odt_words import Words, named
from workbench.formats.packing import packed
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
    from collections.abc import Iterator

    from workbench.formats.block_walk import Anchored, Within
    from workbench.formats.blocks import Document
    from workbench.model import Report

MIMETYPE = "application/vnd.oasis.opendocument.text"
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def write_odt(document: Document, report: Report = silent) -> bytes:
    """Return a document as OpenDocument text, the same bytes for the same document.

    Remarks are comments. `report` is told how many blocks are written; what it is told last is all.
    """
    words = Words()
    headings: list[Anchored] = []
    blocks = "".join(_blocks(document, words, headings, report))
    body = _title(document, words) + _contents(headings, words) + blocks
    content = (
        f'{_HEAD}<office:document-content {NAMESPACES} office:version="1.3">'
        f"<office:automatic-styles>{words.styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    parts = {
        "mimetype": MIMETYPE,
        "content.xml": content,
        "styles.xml": styles_xml(to_printable(document.language)),
        "meta.xml": _meta(document),
        "META-INF/manifest.xml": _manifest(),
    }
    encoded = ((name, text.encode("utf-8")) for name, text in parts.items())
    return packed(encoded, stored="mimetype")


def _title(document: Document, words: Words) -> str:
    parts = [words.paragraph("Title", (Run(document.title),))]
    if document.subtitle:
        parts.append(words.paragraph("Subtitle", (Run(document.subtitle),)))
    for name, value in document.facts:
        parts.append(words.paragraph("Body Text", (Run(f"{name}: {value}"),)))
    return "".join(parts)


def _blocks(
    document: Document, words: Words, headings: list[Anchored], report: Report
) -> Iterator[str]:
    """Yield all blocks; the headings are noted with the anchors that links to them go to."""
    for number, block, anchor, before in walked(document, headings, report):
        begins_page = isinstance(before, PageBreak)
        if isinstance(block, Heading):
            level = min(block.level, len(HEADINGS))
            run = Run(block.text, language=block.language)
            style = HEADINGS[level - 1]
            yield words.heading(style, level, run, anchor, begins_page=begins_page)
        else:
            yield _page_break(words) if begins_page else ""
            yield from _block(block, number, words, is_headed=isinstance(before, Heading))


def _block(block: Within, number: int, words: Words, *, is_headed: bool) -> Iterator[str]:
    """Yield a block; the line below a heading goes with it to the page of what follows."""
    match block:
        case Paragraph():
            style = PARAGRAPHS[block.role]
            yield words.paragraph(style, block.runs, keeps_next=is_headed or block.keeps_next)
        case Listing():
            entries = (
                words.paragraph(BULLET, entry, keeps_next=keeps_next)
                for entry, keeps_next in kept_together(block)
            )
            listed = "".join(f"<text:list-item>{entry}</text:list-item>" for entry in entries)
            yield f'<text:list text:style-name="Bullets">{listed}</text:list>'
        case _:
            yield from table(block, number, words)


def _page_break(words: Words) -> str:
    name = words.style(
        'style:family="paragraph" style:parent-style-name="Normal">'
        '<style:paragraph-properties fo:break-before="page"/></style:style>'
    )
    return f'<text:p text:style-name="{name}"/>'


def _contents(headings: list[Anchored], words: Words) -> str:
    """Return the list of contents, or nothing of few headings."""
    levels, chosen = listed(headings)
    if not chosen:
        return ""
    entries = "".join(
        words.paragraph(
            CONTENTS, (Run("\u2003" * (each.level - 1) + each.text, link=f"#{anchor}"),)
        )
        for each, anchor in chosen
    )
    templates = "".join(
        f'<text:table-of-content-entry-template text:outline-level="{level}"'
        f' text:style-name="{named(CONTENTS)}"><text:index-entry-link-start/>'
        "<text:index-entry-text/><text:index-entry-link-end/>"
        "</text:table-of-content-entry-template>"
        for level in range(1, levels + 1)
    )
    return (
        '<text:table-of-content text:name="Contents" text:protected="false">'
        f'<text:table-of-content-source text:outline-level="{levels}">'
        f'<text:index-title-template text:style-name="{named(CONTENTS_HEAD)}">Contents'
        f"</text:index-title-template>{templates}</text:table-of-content-source>"
        '<text:index-body><text:index-title text:name="Contents_Head">'
        f"{words.paragraph(CONTENTS_HEAD, (Run('Contents'),))}</text:index-title>"
        f"{entries}</text:index-body></text:table-of-content>"
    )


def _meta(document: Document) -> str:
    made = document.made[:19] if _TIME.match(document.made) else ""
    dates = f"<meta:creation-date>{made}</meta:creation-date><dc:date>{made}</dc:date>"
    return (
        f'{_HEAD}<office:document-meta {NAMESPACES} office:version="1.3"><office:meta>'
        "<meta:generator>Crossread</meta:generator>"
        f"<dc:title>{escape(to_printable(document.title))}</dc:title>"
        f"<dc:subject>{escape(to_printable(document.subtitle))}</dc:subject>"
        f"<dc:language>{escape(to_printable(document.language))}</dc:language>"
        f"<dc:creator>Crossread</dc:creator>{dates if made else ''}"
        "</office:meta></office:document-meta>"
    )


def _manifest() -> str:
    files = {"/": MIMETYPE} | dict.fromkeys(("content.xml", "styles.xml", "meta.xml"), "text/xml")
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
        for name, kind in files.items()
    )
    return (
        f'{_HEAD}<manifest:manifest manifest:version="1.3" xmlns:manifest='
        f'"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">{entries}</manifest:manifest>'
    )
