"""Factiva in XML, as its older service for programs delivers it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.formats.decoding import decode
from workbench.formats.press_record import Announcement, PressRecord, gather
from workbench.formats.xml_tree import parse_xml
from workbench.model.errors import FileError, FileProblem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.etree import _Element

    from workbench.formats.content import Content
    from workbench.model.article import Article
    from workbench.model.progress import Report
    from workbench.model.reading import FileReading

NAME = "factiva"
MAX_XML_BYTES = 64 * 1024**2

_ROOT = "ppsArticleResponse"


def is_xml_of_factiva(head: bytes) -> bool:
    """Whether a file begins as the XML of Factiva does."""
    return _ROOT in decode(head)


def read_xml(path: Path, _data: bytes) -> Article:
    """Refuse XML of anybody else: raises FileError."""
    raise FileError(str(path), FileProblem.UNKNOWN, "xml")


def is_factiva_xml(content: Content) -> bool:
    """Whether an XML file holds articles of Factiva."""
    return _ROOT in content.source


def read_factiva_xml(content: Content, report: Report) -> FileReading:
    """Read the articles of an XML file, which counts them.

    Raises FileError as `parse_xml` does.
    """
    root = parse_xml(content.path, content.source.encode("utf-8", "replace"), "utf-8")
    counts = [each.get("count") or "" for each in _named(root, "ppsarticleResultSet")]
    told = [int(count) for count in counts if count.isdecimal()]
    announced = Announcement(sum(told) if told else None)
    return gather(content.path, NAME, map(_record, _named(root, "article")), report, announced)


def _record(article: _Element) -> PressRecord:
    def told(name: str) -> str:
        return " ".join(_text(each) for each in _named(article, name)).strip()

    parts = ("leadParagraph", "tailParagraphs")
    paragraphs = (
        _text(each)
        for part in parts
        for top in _named(article, part)
        for each in _named(top, "paragraph")
    )
    return PressRecord(
        paragraphs=tuple(paragraph for paragraph in paragraphs if paragraph),
        raw="\n".join(filter(None, (" ".join(text.split()) for text in _pieces(article)))),
        headline=told("headline"),
        outlet=told("sourceName"),
        date=told("publicationDate").split("Z")[0].replace("T", " ")
        + _zone(told("publicationDate")),
        byline=told("byline"),
        section=told("sectionName"),
        page=told("pages"),
        language=told("baseLanguage"),
        record=told("accessionNo"),
        words=told("wordCount"),
    )


def _zone(date: str) -> str:
    return " UTC" if date.endswith("Z") else ""


def _named(root: _Element, name: str) -> Iterator[_Element]:
    """List the elements of a name in any namespace."""
    return root.iter(f"{{*}}{name}")


def _text(element: _Element) -> str:
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: _Element) -> Iterator[str]:
    return (str(piece) for piece in element.itertext())
