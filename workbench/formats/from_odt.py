"""OpenDocument texts: paragraphs in order, as the document reads with its changes accepted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.formats.decoding import unify_line_ends
from workbench.formats.document import Document, Paragraph, document_article
from workbench.formats.package import MIMETYPE, Package, opened
from workbench.formats.publication import Publication
from workbench.formats.xml_tree import local_name, words_of
from workbench.model.errors import FileError, FileProblem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.etree import _Element

    from workbench.model.article import Article

MAX_SPACES = 100  # of one mark that stands for many: no text indents further

_MANIFEST = "META-INF/manifest.xml"
_TEXT_KIND = "application/vnd.oasis.opendocument.text"
_PARAGRAPHS = ("p", "h")
_KINDS = {"spreadsheet": "ods", "presentation": "odp", "graphics": "odg"}
_SKIPPED = frozenset(  # what was deleted, and what is not the text itself
    [
        *("tracked-changes", "annotation", "note", "ruby-text", "table-of-content", "forms"),
        *("alphabetical-index", "bibliography", "sequence-decls", "desc", "title"),
    ]
)


def read_odt(path: Path, data: bytes) -> Article:
    """Read the article in an OpenDocument text; raises FileError.

    Table cells are paragraphs of their own; notes, comments, headers and footers are left out.
    """
    with opened(path, data) as package:
        _check_kind(package)
        paragraphs = tuple(_paragraphs(package.xml("content.xml")))
        return document_article(path, Document(paragraphs, _properties(package)))


def _check_kind(package: Package) -> None:
    """Refuse spreadsheets, pictures and what is encrypted; raises FileError."""
    mimetype = package.read(MIMETYPE).strip() if package.holds(MIMETYPE) else b""
    kind = mimetype.decode("latin-1")
    if kind and not kind.startswith(_TEXT_KIND):
        name = next((suffix for word, suffix in _KINDS.items() if word in kind), "zip")
        raise FileError(str(package.path), FileProblem.UNKNOWN, name)
    if package.holds(_MANIFEST):
        names = map(local_name, package.xml(_MANIFEST).iter())
        if "encryption-data" in names:
            raise FileError(str(package.path), FileProblem.ENCRYPTED)


def _paragraphs(root: _Element) -> Iterator[Paragraph]:
    """List the paragraphs that hold text; one within another, as in a frame, follows it."""
    from lxml import etree

    flow = _Flow()
    body = next((each for each in root if local_name(each) == "body"), root)
    walker = etree.iterwalk(body, events=("start", "end"))
    for event, element in walker:
        name = local_name(element)
        if event == "end":
            flow.end(name, element)
        elif name in _SKIPPED:
            walker.skip_subtree()
        else:
            flow.start(name, element)
    texts = (unify_line_ends("".join(pieces)).strip(" \n\t") for pieces in flow.paragraphs)
    return (Paragraph(text) for text in texts if text)


class _Flow:
    """The paragraphs while they are read, each as the pieces of its text."""

    def __init__(self) -> None:
        self.paragraphs: list[list[str]] = []
        self._open: list[list[str]] = []

    def start(self, name: str, element: _Element) -> None:
        if name in _PARAGRAPHS:
            self.paragraphs.append([])
            self._open.append(self.paragraphs[-1])
        if self._open:
            self._open[-1] += [_mark(name, element), _single(element.text)]

    def end(self, name: str, element: _Element) -> None:
        if name in _PARAGRAPHS:
            self._open.pop()
        if self._open:
            self._open[-1].append(_single(element.tail))


def _single(text: str | None) -> str:
    """Make white space single: the format has marks for more of it."""
    return re.sub("[ \t\r\n]+", " ", text or "")


def _mark(name: str, element: _Element) -> str:
    if name == "s":
        told = next((str(value) for key, value in element.items() if str(key).endswith("}c")), "1")
        return " " * min(int(told[:9]), MAX_SPACES) if told.isdecimal() else " "
    return {"tab": "\t", "line-break": "\n"}.get(name, "")


def _properties(package: Package) -> Publication:
    if not package.holds("meta.xml"):
        return Publication()
    told = {local_name(each): words_of(each) for each in package.xml("meta.xml").iter()}
    return Publication.told(
        headline=told.get("title", ""),
        byline=told.get("initial-creator", "") or told.get("creator", ""),
        published=told.get("creation-date", "")[:10],
    )
