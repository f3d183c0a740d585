"""Factiva in a web page, in both its layouts: fields with codes, or as it was printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.formats.factiva_fields import CODES, record_of
from workbench.formats.factiva_lines import factiva_lines, record_number
from workbench.formats.page_tree import blocks_below, shown_tree
from workbench.formats.press_record import PressRecord, gather

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from workbench.formats.content import Content
    from workbench.model.progress import Report
    from workbench.model.reading import FileReading

NAME = "factiva"

_ARTICLE = re.compile(r"<div\b[^>]*\bclass=[\"']article(?:\s+[a-z]{2}Article)?[\"']", re.IGNORECASE)
_LANGUAGE_CLASS = re.compile(r"\b[a-z]{2}Article\b")


def is_factiva_page(content: Content) -> bool:
    """Whether a page holds articles of Factiva."""
    return _ARTICLE.search(content.source) is not None and "factiva" in content.source.lower()


def read_factiva_page(content: Content, report: Report) -> FileReading:
    """Read the articles of a page; Factiva announces no number."""
    return gather(content.path, NAME, _records(content.source), None, report)


def _records(source: str) -> Iterator[PressRecord]:
    """Read each innermost element of an article: the outer one would give it a second time."""
    tree = shown_tree(source)
    found = [] if tree is None else tree.xpath('//div[contains(@class, "rticle")]')
    articles = [each for each in found if "article" in (each.get("class") or "").split()]
    inner = [each for each in articles if _LANGUAGE_CLASS.search(each.get("class") or "")]
    for article in inner or articles:
        fields = _fields(article)
        raw = "\n\n".join(blocks_below(article))
        yield (
            record_of(fields, raw)
            if fields.get("HD") or fields.get("AN")
            else _printed(article, raw)
        )


def _fields(article: HtmlElement) -> dict[str, list[str]]:
    """Return the paragraphs of each field of the layout with codes."""
    fields: dict[str, list[str]] = {}
    for row in article.iter("tr"):
        cells = [cell for cell in row if cell.tag == "td"]
        code = " ".join(blocks_below(cells[0])).strip() if len(cells) > 1 else ""
        if code in CODES:
            fields.setdefault(code, []).extend(_spaced(b) for b in blocks_below(cells[1]))
    return fields


def _printed(article: HtmlElement, raw: str) -> PressRecord:
    """Read the layout without codes: a headline between lines, then paragraphs."""
    headline = _text_of(article, './/*[@id="hd"]') or _text_of(
        article, './/*[contains(@class, "Headline")]'
    )
    byline = _text_of(article, './/div[contains(@class, "author")]')
    lines = [_spaced(" ".join(blocks_below(div))) for div in article.xpath('./div[not(@id="hd")]')]
    told = factiva_lines([line for line in lines if line])
    above = [line for line in (told.above if told else ()) if line != byline]
    section = above[0] if above and _is_above_headline(article, above[0]) else ""
    paragraphs = [_spaced(b) for p in article.iter("p") for b in blocks_below(p)]
    marked = article.xpath('.//p[contains(@class, "articleParagraph")]')
    body = [_spaced(b) for p in marked for b in blocks_below(p)]
    return PressRecord(
        paragraphs=tuple(body or [p for p in paragraphs[:-2] if p]),
        raw=raw,
        headline=headline,
        outlet=told.outlet if told else "",
        date=told.date if told else "",
        byline=byline,
        section=section,
        page=told.page if told else "",
        language=told.language if told else "",
        record=next(filter(None, map(record_number, reversed(paragraphs))), ""),
    )


def _is_above_headline(article: HtmlElement, line: str) -> bool:
    before = article.xpath('.//*[@id="hd"]/preceding-sibling::div')
    return any(_spaced(" ".join(blocks_below(div))) == line for div in before)


def _text_of(article: HtmlElement, path: str) -> str:
    found = article.xpath(path)
    return _spaced(" ".join(blocks_below(found[0]))) if found else ""


def _spaced(text: str) -> str:
    return " ".join(text.split())
