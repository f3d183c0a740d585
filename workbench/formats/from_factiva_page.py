"""Factiva in a web page, in both its layouts: fields with codes, or as it was printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.formats.factiva_fields import CODES, record_of
from workbench.formats.factiva_lines import FactivaLines, factiva_lines, holds_number, record_number
from workbench.formats.page_tree import blocks_below, shown_tree, taken_apart
from workbench.formats.press_record import PressRecord, gather
from workbench.formats.press_words import is_rights

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

    from workbench.formats.content import Content
    from workbench.model.progress import Report
    from workbench.model.reading import FileReading

NAME = "factiva"

_ARTICLES = ('class="article', "class='article")
_LANGUAGE_CLASS = re.compile(r"\b[a-z]{2}Article\b")


def is_factiva_page(content: Content) -> bool:
    """Whether a page holds articles of Factiva."""
    has_articles = any(mark in content.source for mark in _ARTICLES)
    return has_articles and holds_number(content.source)


def read_factiva_page(content: Content, report: Report) -> FileReading:
    """Read the articles of a page; Factiva announces no number."""
    return gather(content.path, NAME, _records(content), report)


def _records(content: Content) -> Iterator[PressRecord]:
    """Read each innermost element of an article: the outer one would give it a second time."""
    tree = shown_tree(content.path, content.source)
    found = [] if tree is None else tree.xpath('//div[contains(@class, "rticle")]')
    articles = [each for each in found if "article" in (each.get("class") or "").split()]
    inner = [each for each in articles if _LANGUAGE_CLASS.search(each.get("class") or "")]
    for article in taken_apart(inner) or articles:
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
    headline = _text_of(article, './/*[@id="hd" or contains(@class, "Headline")]')
    lines = _lines(article, './*[self::div or self::span][not(@id="hd")]')
    before = _lines(article, './/*[@id="hd"]/preceding-sibling::div')
    told = factiva_lines(lines) or FactivaLines()
    after = [line for line in told.above if line not in before]
    paragraphs = [_spaced(b) for p in article.iter("p") for b in blocks_below(p)]
    return PressRecord(
        paragraphs=tuple(_body(article, [p for p in paragraphs if p], lines)),
        raw=raw,
        headline=headline,
        outlet=told.outlet,
        date=told.date,
        byline=_text_of(article, './/div[contains(@class, "author")]') or "".join(after[:1]),
        section="".join(before[:1]),
        page=told.page,
        language=told.language,
        record=next(filter(None, map(record_number, reversed(paragraphs))), ""),
        words=told.words,
    )


def _body(article: HtmlElement, paragraphs: list[str], lines: list[str]) -> list[str]:
    """Return the marked paragraphs, or else all but the number and publisher at the end."""
    marked = article.xpath('.//p[contains(@class, "articleParagraph")]')
    if marked:
        return [_spaced(b) for p in marked for b in blocks_below(p)]
    while paragraphs and _is_imprint(paragraphs[-1], lines):
        paragraphs.pop()
    return paragraphs


def _is_imprint(paragraph: str, lines: list[str]) -> bool:
    is_publisher = any(paragraph in line for line in lines if is_rights(line))
    return is_publisher or is_rights(paragraph) or bool(record_number(paragraph))


def _lines(article: HtmlElement, path: str) -> list[str]:
    found = (_spaced(" ".join(blocks_below(each))) for each in article.xpath(path))
    return [line for line in found if line]


def _text_of(article: HtmlElement, path: str) -> str:
    found = article.xpath(path)
    return _spaced(" ".join(blocks_below(found[0]))) if found else ""


def _spaced(text: str) -> str:
    return " ".join(text.split())
