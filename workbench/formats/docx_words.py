"""Words of a Word document: runs with their style, language, links and comments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from lxml import etree

from workbench.formats.to_printable import contained, to_printable
from workbench.formats.typography import COMMENT, COMMENT_MARK, CONTENTS, LINK, RUNS
from workbench.text.direction import is_from_right

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.document import Document as WordDocument
    from lxml.etree import _Element

    from workbench.formats.blocks import Remark, Run

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LONGEST = 1_000_000
"""Code points of one text node; of ten million bytes and more, many programs read none."""

_VALUE, _ID = f"{W}val", f"{W}id"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_RELATION = qn("r:id")
_BREAKS = re.compile("([\n\t])")
_BREAKING = {"\n": f"{W}br", "\t": f"{W}tab"}
_WEB = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
_EAST_ASIAN = frozenset({"zh", "ja", "ko"})
_FROM_RIGHT = frozenset({"ar", "he", "fa", "ur", "yi", "ps", "ug", "sd", "dv"})


class Words:
    """Writes runs into the paragraphs of one document."""

    def __init__(self, document: WordDocument) -> None:
        self._relations = document.part.rels
        self._addresses: dict[str, str] = {}
        self._bookmarks: dict[str, str] = {}
        styles = document.styles
        self.ids = {style.name: style.style_id for style in styles}
        self._comments = _comments_of(document)

    def add_paragraph(
        self,
        parent: _Element,
        style: str,
        runs: Iterable[Run] = (),
        *,
        keeps_next: bool = False,
        begins_page: bool = False,
    ) -> _Element:
        """Add a paragraph to an element, on the page of the next one or on a new one if asked."""
        paragraph = etree.SubElement(parent, f"{W}p")
        properties = etree.SubElement(paragraph, f"{W}pPr")
        etree.SubElement(properties, f"{W}pStyle", {_VALUE: self.ids[style]})
        if keeps_next:
            etree.SubElement(properties, f"{W}keepNext")
        if begins_page:
            etree.SubElement(properties, f"{W}pageBreakBefore")
        kept = tuple(runs)
        if is_from_right("".join(run.text for run in kept)):
            etree.SubElement(properties, f"{W}bidi")
        link = "" if style == CONTENTS else LINK
        for run in kept:
            self._add(paragraph, run, link)
        return paragraph

    def bookmark(self, anchor: str) -> str:
        """Return the name of the bookmark that links to an anchor of the document go to."""
        return self._bookmarks.setdefault(anchor, f"place{len(self._bookmarks) + 1}")

    def mark(self, paragraph: _Element, anchor: str) -> None:
        """Let links to an anchor go to all words of a paragraph."""
        name = self.bookmark(anchor)
        number = name.removeprefix("place")
        start = etree.Element(f"{W}bookmarkStart", {_ID: number, f"{W}name": name})
        paragraph.insert(1, start)
        etree.SubElement(paragraph, f"{W}bookmarkEnd", {_ID: number})

    def _add(self, paragraph: _Element, run: Run, link_style: str) -> None:
        numbers = [self._comment(remark) for remark in run.remarks]
        for number in numbers:
            etree.SubElement(paragraph, f"{W}commentRangeStart", {_ID: number})
        link = self._link(paragraph, run.link)
        style = RUNS[run.style] or ("" if link is None else link_style)
        self._add_run(paragraph if link is None else link, run, style)
        for number in numbers:
            etree.SubElement(paragraph, f"{W}commentRangeEnd", {_ID: number})
            mark = etree.SubElement(paragraph, f"{W}r")
            properties = etree.SubElement(mark, f"{W}rPr")
            etree.SubElement(properties, f"{W}rStyle", {_VALUE: self.ids[COMMENT_MARK]})
            etree.SubElement(mark, f"{W}commentReference", {_ID: number})

    def _link(self, paragraph: _Element, link: str) -> _Element | None:
        """Open a link to the web or to an anchor; what is neither is no link."""
        if link.startswith("#"):
            target = {f"{W}anchor": self.bookmark(link[1:])}
        elif _WEB.fullmatch(link):
            target = {_RELATION: self._address(to_printable(link))}
        else:
            return None
        return etree.SubElement(paragraph, f"{W}hyperlink", target)

    def _address(self, address: str) -> str:
        if address not in self._addresses:
            name = f"web{len(self._addresses) + 1}"
            self._addresses[address] = name
            self._relations.add_relationship(
                RELATIONSHIP_TYPE.HYPERLINK, address, name, is_external=True
            )
        return self._addresses[address]

    def _add_run(self, parent: _Element, run: Run, style: str) -> None:
        element = etree.SubElement(parent, f"{W}r")
        language = _language(run.language)
        is_rightward = is_from_right(run.text)
        if style or language or is_rightward:
            properties = etree.SubElement(element, f"{W}rPr")
            if style:
                etree.SubElement(properties, f"{W}rStyle", {_VALUE: self.ids[style]})
            if is_rightward:
                etree.SubElement(properties, f"{W}rtl")
            if language:
                etree.SubElement(properties, f"{W}lang", language)
        add_text(element, run.text)

    def _comment(self, remark: Remark) -> str:
        number = str(len(self._comments))
        about = {_ID: number, f"{W}author": to_printable(remark.author) or "—"}
        if _TIME.match(remark.made):
            about[f"{W}date"] = f"{remark.made[:19]}Z"
        about[f"{W}initials"] = _initials(about[f"{W}author"])
        comment = etree.SubElement(self._comments, f"{W}comment", about)
        tags = ["Tags: " + "; ".join(remark.tags)] if remark.tags else []
        for line in [*remark.text.split("\n"), *tags]:
            paragraph = etree.SubElement(comment, f"{W}p")
            properties = etree.SubElement(paragraph, f"{W}pPr")
            etree.SubElement(properties, f"{W}pStyle", {_VALUE: self.ids[COMMENT]})
            add_text(etree.SubElement(paragraph, f"{W}r"), line)
        return number


def add_text(run: _Element, text: str) -> None:
    """Add words to a run; line ends and tabs, which XML would lose, as what stands for them."""
    for part in _BREAKS.split(contained(to_printable(text))):
        if part in _BREAKING:
            etree.SubElement(run, _BREAKING[part])
            continue
        for start in range(0, len(part), LONGEST):
            words = etree.SubElement(run, f"{W}t", {_SPACE: "preserve"})
            words.text = part[start : start + LONGEST]


def _comments_of(document: WordDocument) -> _Element:
    """Return where the comments of a new document stand."""
    document.comments  # noqa: B018 - makes their part where there is none yet
    found: _Element = document.part.part_related_by(RELATIONSHIP_TYPE.COMMENTS).element  # type: ignore[attr-defined]
    return found


def _language(tag: str) -> dict[str, str]:
    """Return how Word tells the language of a run: by the group that its script is in."""
    base = tag.partition("-")[0].lower()
    if not base.isascii() or not base.isalpha():
        return {}
    if base in _EAST_ASIAN:
        return {f"{W}eastAsia": tag}
    return {f"{W}bidi" if base in _FROM_RIGHT else _VALUE: tag}


def _initials(author: str) -> str:
    return "".join(word[0] for word in author.split())[:3]
