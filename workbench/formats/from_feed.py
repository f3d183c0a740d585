"""Feeds: the entries of RSS and Atom, each as an article with what text the feed itself holds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.formats.collection import collected, set_aside
from workbench.formats.decoding import decode, unify_line_ends
from workbench.formats.file_dates import FileDates
from workbench.formats.page_tree import blocks_below, drop, page_tree
from workbench.formats.publication import Publication
from workbench.formats.xml_tree import local_name, parse_xml, words_of
from workbench.model.errors import FileProblem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.etree import _Element

    from workbench.model.article import Article
    from workbench.model.errors import ArticleError
    from workbench.model.progress import Report
    from workbench.model.reading import FileReading

NAME = "feed"
MAX_FEED_BYTES = 64 * 1024**2

_FEED = re.compile(
    r"\s*+(?><\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*>\s*)*+<(?:rss|feed|\w+:feed|rdf:RDF)\b",
    re.DOTALL,
)
_PREFIXES = {  # by namespace: the elements of any other are not looked at
    "": "",
    "http://www.w3.org/2005/Atom": "",
    "http://purl.org/rss/1.0/": "",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/rss/1.0/modules/content/": "content:",
}
_TEXTS = ("content:encoded", "content", "description", "summary")  # the fullest first
_DATES = ("pubDate", "published", "dc:date", "updated")
_UNSEEN = ("script", "style", "template", "iframe", "object", "form", "svg")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_MARKUP = re.compile(r"<[\w!/]|&#?\w+;")
_NAMED_SENDER = re.compile(r"\S+@\S+ \((.+)\)")


def is_feed(head: bytes) -> bool:
    """Whether a file begins as a feed does, after comments and instructions at most."""
    return _FEED.match(decode(head)) is not None


def read_feed(path: Path, data: bytes, report: Report) -> FileReading:
    """Read the entries of a feed; raises FileError. Nothing that it links to is fetched."""
    root = parse_xml(path, data)
    channel = next((each for each in root if _name(each) == "channel"), root)
    return collected(path, NAME, _entries(path, root, channel), report)


def _entries(path: Path, root: _Element, channel: _Element) -> Iterator[Article | ArticleError]:
    around = _Entry(path, channel)
    language = around.words("language", "dc:language") or root.get(_LANG) or ""
    dates = FileDates()
    entries = (each for each in root.iter() if _name(each) in {"item", "entry"})
    for place, element in enumerate(entries, 1):
        entry = _Entry(path, element)
        told = Publication.told(
            outlet=entry.outlet() or around.title(),
            headline=entry.title(),
            byline=entry.byline(),
            published=dates.iso(entry.date(), element.get(_LANG) or language),
            url=entry.address(),
            language=element.get(_LANG) or language,
        )
        text = entry.text()
        if text:
            yield told.article(path, text)
        else:
            name, raw = told.headline or told.url, words_of(element)
            yield set_aside(path, place, FileProblem.NO_TEXT, headline=name, raw=raw)


class _Entry:
    """The children of an entry, or of the feed itself, by their names."""

    def __init__(self, path: Path, element: _Element) -> None:
        self._path = path
        self._children: dict[str, list[_Element]] = {}
        for child in element:
            self._children.setdefault(_name(child), []).append(child)

    def words(self, *names: str) -> str:
        """Return the words of the first of these children that has any."""
        found = (words_of(each) for name in names for each in self._children.get(name, ()))
        return next(filter(None, found), "")

    def title(self) -> str:
        """Return the title without the markup that some feeds put into it."""
        return " ".join(self.words("title") and _plain(self._path, self.words("title")).split())

    def outlet(self) -> str:
        """Return who published an entry that another feed has taken over."""
        (source, *_) = self._children.get("source", [None])
        return "" if source is None else _Entry(self._path, source).title() or words_of(source)

    def byline(self) -> str:
        for author in self._children.get("author", ()):
            if name := _Entry(self._path, author).words("name"):
                return name
        told = self.words("dc:creator", "author")
        named = _NAMED_SENDER.fullmatch(told)
        return named[1] if named else told

    def date(self) -> str:
        return self.words(*_DATES)

    def address(self) -> str:
        for link in self._children.get("link", ()):
            if link.get("href") and link.get("rel", "alternate") == "alternate":
                return link.get("href") or ""
        guids = self._children.get("guid", ())
        named = (words_of(each) for each in guids if each.get("isPermaLink") != "false")
        return self.words("link") or next(named, "")

    def text(self) -> str:
        """Return the fullest text that the entry holds, its paragraphs divided by blank lines."""
        elements = (each for name in _TEXTS for each in self._children.get(name, ()))
        return next(filter(None, (_text(self._path, each) for each in elements)), "")


def _name(element: _Element) -> str:
    tag = element.tag if isinstance(element.tag, str) else ""
    namespace = tag[1:].partition("}")[0] if tag.startswith("{") else ""
    return _PREFIXES[namespace] + local_name(element) if namespace in _PREFIXES else ""


def _text(path: Path, element: _Element) -> str:
    if len(element):  # Atom in XHTML
        for each in element.iter():
            each.tag = local_name(each)
        return "\n\n".join(blocks_below(element))
    return _plain(path, element.text or "")


def _plain(path: Path, source: str) -> str:
    if not _MARKUP.search(source):
        return unify_line_ends(source).strip()
    tree = page_tree(path, source)
    if tree is None:
        return ""
    drop(tree, _UNSEEN)
    return "\n\n".join(blocks_below(tree))
