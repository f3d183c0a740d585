"""Europresse, and Eureka, in a web page: the layout of today and the one before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.formats.page_tree import blocks_below, shown_tree, taken_apart
from workbench.formats.press_dates import press_date, split_date
from workbench.formats.press_record import PressRecord, gather
from workbench.formats.press_words import is_rights

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

    from workbench.formats.content import Content
    from workbench.model.progress import Report
    from workbench.model.reading import FileReading

NAME = "europresse"

_NAMED = "docpublicationname"
_RECORD = re.compile(r"\b\w+·(\d{4})(\d{2})(\d{2})·[\w.-]+·\w+")
_ISSUE = re.compile(r",?\s*(?:no|nr|n°|nº)\.?\s*[\w-]+\s*$", re.IGNORECASE)
_PAGE = re.compile(r"\b(?:p|pg|page|S)\.\s*([\w-]+(?:,\s*\d+)*)")
_WORDS = re.compile(r"\d[\d.,\s]{0,8} (?:mots|words|Wörter|woorden|palabras|parole)\b")
_LOWER = "translate(@class, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')"


def is_europresse(content: Content) -> bool:
    """Whether a page holds articles of Europresse."""
    return _NAMED in content.source.lower()


def read_europresse(content: Content, report: Report) -> FileReading:
    """Read the articles of a page; Europresse announces no number."""
    return gather(content.path, NAME, _records(content), report)


def _records(content: Content) -> Iterator[PressRecord]:
    tree = shown_tree(content.path, content.source)
    names = [] if tree is None else _classed(tree, _NAMED)
    containers = (next(name.iterancestors("article", "td"), None) for name in names)
    for container in taken_apart(each for each in containers if each is not None):
        yield _record(container)


def _record(article: HtmlElement) -> PressRecord:
    raw = "\n\n".join(blocks_below(article))
    number = _RECORD.search(raw)
    header = " ".join(_text(each) for each in _classed(article, "docheader"))
    date = header if press_date(header) else "-".join(number.groups()) if number else ""
    section, day, after = split_date(header)
    page = _PAGE.search(after if day else header)
    words = _WORDS.search(after if day else header)
    titles = _classed(article, "titrearticlevisu") or _classed(article, "titrearticle")
    byline = " ".join(_text(each) for each in _classed(article, "docauthors"))
    return PressRecord(
        paragraphs=tuple(_new_body(article) or _old_body(article, titles)),
        raw=raw,
        headline=_text(titles[0]) if titles else "",
        outlet=_ISSUE.sub("", " ".join(_text(each) for each in _classed(article, _NAMED)[:1])),
        date=date,
        byline=byline or _below_title(titles) or _old_byline(titles),
        section=section if day else "",
        page=page[1] if page else "",
        record=number[0] if number else "",
        words=words[0] if words else "",
    )


def _new_body(article: HtmlElement) -> list[str]:
    """Return the paragraphs of today's layout, without what stands aside."""
    bodies = _classed(article, "dococ") or _classed(article, "doctext")
    bodies = taken_apart(bodies or article.iter("section"))
    aside = {below for each in article.iter("aside") for below in each.iter()}
    paragraphs = [p for body in bodies for p in body.iter("p") if p not in aside]
    if bodies and not paragraphs:
        return list(blocks_below(bodies[0]))
    return [block for paragraph in paragraphs for block in blocks_below(paragraph)]


def _old_body(article: HtmlElement, titles: Sequence[HtmlElement]) -> list[str]:
    """Return what stands between the title and the copyright or the number."""
    title = _text(titles[0]) if titles else ""
    blocks = [" ".join(block.split()) for block in blocks_below(article)]
    start = next((i for i, block in enumerate(blocks) if title and block.endswith(title)), -1) + 1
    byline = _old_byline(titles)
    body: list[str] = []
    for block in blocks[start:]:
        if is_rights(block) or _RECORD.search(block):
            break
        if body or block != byline:
            body.append(block)
    return body


def _below_title(titles: Sequence[HtmlElement]) -> str:
    """Return the line below the title in the head of today's layout."""
    frame = titles[0].getparent() if titles else None
    if frame is None or frame.tag != "div":
        return ""
    return next(filter(None, (_text(each) for each in frame.itersiblings("div"))), "")


def _old_byline(titles: Sequence[HtmlElement]) -> str:
    """Return the line between the title and the first paragraph, where it stands alone."""
    pieces: list[str] = []
    for element in titles[0].itersiblings() if titles else ():
        if element.tag != "br":
            return pieces[-2] if len(pieces) > 1 and not pieces[-1] and pieces[-2] else ""
        pieces.append(" ".join((element.tail or "").split()))
    return ""


def _classed(root: HtmlElement, name: str) -> list[HtmlElement]:
    """List the elements whose class has a name in it, in any case."""
    return list(root.xpath(f".//*[contains({_LOWER}, '{name}')]"))


def _text(element: HtmlElement) -> str:
    return " ".join(" ".join(blocks_below(element)).split())
