"""What a web page tells of its publication: JSON-LD, meta elements, microdata, visible marks."""

from __future__ import annotations

import html
import json
import re
from itertools import islice
from typing import TYPE_CHECKING

from workbench.formats.publication import Publication

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.html import HtmlElement

MAX_LINKED_OBJECTS = 2_000  # of JSON-LD; a page about one article has a few dozen
MAX_CANDIDATES = 20  # different ones of one field: to look at a date in all languages takes 20 ms
MAX_MARK_CHARACTERS = 120  # of a byline or headline that only its markup calls so

_ARTICLE_TYPE = re.compile(r"Article$|^BlogPosting$|BlogPosting$|^Report$", re.IGNORECASE)
_META = {
    "outlet": ("og:site_name", "dc.publisher", "dcterms.publisher", "publisher"),
    "headline": ("og:title", "twitter:title", "dc.title", "dcterms.title", "headline"),
    "byline": (
        "author",
        "article:author",
        "dc.creator",
        "dcterms.creator",
        "byl",
        "parsely-author",
    ),
    "published": (
        *("article:published_time", "og:published_time", "datepublished", "date", "dc.date.issued"),
        *(
            "dcterms.issued",
            "dc.date",
            "pubdate",
            "publishdate",
            "publish-date",
            "parsely-pub-date",
        ),
    ),
    "url": ("og:url",),
    "language": ("content-language", "dc.language", "og:locale"),
}
# The article's own marks only: what stands in these belongs to other articles or to readers.
_ELSEWHERE = "[not(ancestor::aside or ancestor::nav or ancestor::footer)]"
_MARKS = {
    "outlet": ('//*[@itemprop="publisher"]//*[@itemprop="name"]',),
    "headline": ('//*[@itemprop="headline"]', "//h1"),
    "byline": (
        '//*[@itemprop="author"]//*[@itemprop="name"]',
        '//*[@itemprop="author" and not(.//*[@itemprop="name"])]',
        '//a[contains(concat(" ", @rel, " "), " author ")]',
        '//*[contains(concat(" ", @class, " "), " byline ")]',
        '//*[contains(concat(" ", @class, " "), " author ")]',
    ),
    "published": (
        '//*[@itemprop="datePublished"]',
        "//time[@pubdate]",
        "//article//time",
        "//time",
    ),
    "url": ('//link[@rel="canonical"]',),
    "language": ("/html",),
}
_VALUE_ATTRIBUTES = {
    "published": ("datetime", "content"),
    "url": ("href",),
    "language": ("lang", "{http://www.w3.org/XML/1998/namespace}lang"),
}
_BY = re.compile(r"^(?:by|von|par|por|door|di)\s*:?\s+", re.IGNORECASE)
_NOT_A_NAME = re.compile(r"https?://|^@|\d{3}", re.IGNORECASE)
_SITE_MARK = r"\s+(?:[|\-–—·»]|::)\s+"
_SITE = re.compile(rf"{_SITE_MARK}(?:.*{_SITE_MARK})?(\S.*)")
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(https?://\S+)")


def page_publication(tree: HtmlElement) -> Publication:
    """Tell what a page says of itself; of several answers the most explicit that can be true."""
    told = dict.fromkeys(_META, "")
    for field in ("language", *_META):
        true = (value for value in dict.fromkeys(_candidates(tree, field)) if _may_be(field, value))
        candidates = islice(true, MAX_CANDIDATES)
        known = {"language": told["language"], field: ""}
        possible = (Publication.told(**(known | {field: value})) for value in candidates)
        told[field] = next((value for p in possible if (value := getattr(p, field))), "")
    outlet, headline = _without_site(tree, told["outlet"], told["headline"])
    return Publication.told(**(told | {"outlet": outlet, "headline": headline}))


def _candidates(tree: HtmlElement, field: str) -> Iterator[str]:
    linked, marks = _linked(tree, field), _marked(tree, field)
    if field == "headline":  # the h1 of some pages is their outlet's name
        marks = (h for h in marks if not any(t.endswith(h) and t != h for t in _titles(tree)))
    if field == "language":  # the root's own attribute says it best
        linked, marks = marks, linked
    yield from linked
    yield from _meta(tree, field)
    yield from marks
    if field == "headline":
        yield from _titles(tree)
    if field == "url":
        yield from (m[1] for c in tree.xpath("//comment()") for m in _SAVED_FROM.finditer(c.text))


def _may_be(field: str, value: str) -> bool:
    if field == "url":
        return value.strip().lower().startswith(("http://", "https://"))
    if field == "byline":
        return len(value) <= MAX_MARK_CHARACTERS and not _NOT_A_NAME.search(value)
    return True


def _meta(tree: HtmlElement, field: str) -> Iterator[str]:
    values: dict[str, list[str]] = {}
    for meta in tree.iterfind(".//meta"):
        key = meta.get("property") or meta.get("name") or meta.get("http-equiv") or ""
        values.setdefault(key.strip().lower(), []).append(meta.get("content") or "")
    for key in _META[field]:
        found = values.get(key, [])
        yield ", ".join(found) if field == "byline" else "".join(found[:1])


def _marked(tree: HtmlElement, field: str) -> Iterator[str]:
    for path in _MARKS[field]:
        for element in tree.xpath(path + _ELSEWHERE):
            attributes = _VALUE_ATTRIBUTES.get(field, ())
            value = next((v for name in attributes if (v := element.get(name))), "")
            yield value if field in {"url", "language"} else _BY.sub("", value or _text(element))


def _linked(tree: HtmlElement, field: str) -> Iterator[str]:
    """Say what the page's JSON-LD gives for a field, articles' objects only."""
    for item in _linked_articles(tree):
        values = {
            "outlet": item.get("publisher"),
            "headline": item.get("headline"),
            "byline": item.get("author") or item.get("creator"),
            "published": item.get("datePublished") or item.get("dateCreated"),
            "url": item.get("url") or item.get("mainEntityOfPage"),
            "language": item.get("inLanguage"),
        }
        yield html.unescape(", ".join(_names(values[field])))


def _linked_articles(tree: HtmlElement) -> Iterator[dict[str, object]]:
    waiting: list[object] = []
    for script in tree.xpath('//script[@type="application/ld+json"]'):
        try:
            waiting.append(json.loads(script.text or "", strict=False))
        except (ValueError, RecursionError):
            continue
    for _ in range(MAX_LINKED_OBJECTS):
        if not waiting:
            return
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting[:0] = item
        elif isinstance(item, dict):
            waiting[:0] = [item[key] for key in ("@graph", "mainEntity") if key in item]
            if any(_ARTICLE_TYPE.search(kind) for kind in _names(item.get("@type"))):
                yield item


def _names(value: object) -> Iterable[str]:
    """List the strings that a JSON-LD value stands for: itself, its name, or those of its items."""
    if isinstance(value, str):
        return (value,)
    if isinstance(value, dict):
        name = value.get("name") or value.get("@id") or value.get("alternateName")
        return (name,) if isinstance(name, str) else ()
    items = value if isinstance(value, list) else []
    flat = (item for item in items if not isinstance(item, list))
    return tuple(dict.fromkeys(name for item in flat for name in _names(item)))


def _without_site(tree: HtmlElement, outlet: str, headline: str) -> tuple[str, str]:
    """Take the outlet's name off the headline; where it is unknown, take it from there.

    "Headline | Section | Outlet" is believed when the page's only h1 is the headline alone.
    """
    headings = {_text(heading) for heading in tree.iterfind(".//h1")} - {""}
    heading = headings.pop() if len(headings) == 1 else ""
    for title in (headline, *_titles(tree)):
        site = _SITE.fullmatch(title.removeprefix(heading)) if heading else None
        if site:
            outlet = outlet or site[1]
            headline = heading if title == headline else headline
    if outlet:
        headline = re.sub(rf"{_SITE_MARK}{re.escape(outlet)}$", "", headline)
    return outlet, headline


def _titles(tree: HtmlElement) -> tuple[str, ...]:
    return tuple(_text(title) for title in tree.iterfind(".//head/title"))


def _text(element: HtmlElement) -> str:
    text = " ".join("".join(str(part) for part in element.itertext()).split())
    return text if len(text) <= 2 * MAX_MARK_CHARACTERS else ""
