"""Electronic books and magazines (EPUB): each document in reading order as an article."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from workbench.formats.collection import collected, set_aside
from workbench.formats.package import Package, opened
from workbench.formats.page_tree import blocks_below, drop, page_source, page_tree
from workbench.formats.publication import Publication
from workbench.formats.xml_tree import local_name, words_of
from workbench.model.errors import FileError, FileProblem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.etree import _Element
    from lxml.html import HtmlElement

    from workbench.model.article import Article
    from workbench.model.errors import ArticleError
    from workbench.model.progress import Report
    from workbench.model.reading import FileReading

NAME = "epub"
HEADING_BLOCKS = 3  # from the top: what stands further below is a heading within the text

_CONTAINER = "META-INF/container.xml"
_LOCKS = "META-INF/encryption.xml"
_PAGE_TYPES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml")
_UNSEEN = ("script", "style", "title", "nav", "svg", "rt")
_HEADINGS = ("h1", "h2", "h3")
_MATTER = frozenset(  # pages about the book, in the words of the format
    [
        *("cover", "titlepage", "title-page", "toc", "copyright-page", "colophon", "index"),
        *("dedication", "acknowledgments", "other-credits", "landmarks", "loi", "lot"),
    ]
)


def read_epub(path: Path, data: bytes, report: Report) -> FileReading:
    """Read the documents of a book; raises FileError.

    Its cover, contents and the like are left out where the book names them, and so are documents
    without any text, which hold pictures. A document that is listed and is not there is named.
    """
    with opened(path, data) as package:
        name = _book(package)
        book = package.xml(name)
        told = {local_name(each): words_of(each) for each in book.iter() if words_of(each)}
        known = Publication.told(
            outlet=told.get("title", ""),
            byline=told.get("creator", ""),
            published=told.get("date", ""),
            language=told.get("language", ""),
        )
        return collected(path, NAME, _documents(package, _listed(book, name), known), report)


def _book(package: Package) -> str:
    """Return the name of the part that lists the others; raises FileError."""
    names = (each.get("full-path") for each in package.xml(_CONTAINER).iter())
    name = next((name for name in names if name), "")
    if not package.holds(name):
        raise FileError(str(package.path), FileProblem.DAMAGED)
    return name


def _listed(book: _Element, name: str) -> list[str]:
    """Return the names of the documents in reading order, without those about the book."""
    items = {each.get("id"): each for each in book.iter() if local_name(each) == "item"}
    around = {
        _place(name, each.get("href") or "")
        for each in book.iter()
        if local_name(each) == "reference" and each.get("type") in _MATTER
    }
    found = []
    for each in book.iter():
        item = items.get(each.get("idref")) if local_name(each) == "itemref" else None
        if item is None or each.get("linear") == "no" or item.get("properties") == "nav":
            continue
        place = _place(name, item.get("href") or "")
        if item.get("media-type") in _PAGE_TYPES and place not in around:
            found.append(place)
    return list(dict.fromkeys(found))


def _place(name: str, address: str) -> str:
    """Return the name of a part by its address; one that leads out of the book names no part."""
    place = unquote(address.partition("#")[0])
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), place))


def _documents(
    package: Package, names: list[str], known: Publication
) -> Iterator[Article | ArticleError]:
    locked = _locked(package)
    for place, name in enumerate(names, 1):
        if name in locked:
            raise FileError(str(package.path), FileProblem.ENCRYPTED)
        if not package.holds(name):
            yield set_aside(package.path, place, FileProblem.MISSING, headline=name)
            continue
        tree = page_tree(package.path, page_source(package.path, package.read(name)))
        if tree is None or _is_about_the_book(tree):
            continue
        article = _article(package.path, tree, known)
        if article.text:
            yield article


def _locked(package: Package) -> set[str]:
    """Return the names of the parts that a shop has locked."""
    if not package.holds(_LOCKS):
        return set()
    uris = (each.get("URI") for each in package.xml(_LOCKS).iter())
    return {unquote(uri) for uri in uris if uri}


def _is_about_the_book(tree: HtmlElement) -> bool:
    """Whether a document says that it is one: its body, or the only element in that."""
    body = tree.find(".//body")
    tops = [] if body is None else [body, *(list(body) if len(body) == 1 else [])]
    return any(set((top.get("epub:type") or "").split()) & _MATTER for top in tops)


def _article(path: Path, tree: HtmlElement, known: Publication) -> Article:
    """Make the article of a document; a heading that it begins with is no part of its text."""
    drop(tree, _UNSEEN)
    heading = next(tree.iter(*_HEADINGS), None)
    headline = "" if heading is None else words_of(heading)
    blocks = list(blocks_below(tree))
    opening = [" ".join(block.split()) for block in blocks[:HEADING_BLOCKS]]
    if headline in opening:
        del blocks[opening.index(headline)]
    else:
        headline = ""
    told = Publication.told(headline=headline).or_else(known)
    return told.article(path, "\n\n".join(blocks))
