"""XML from outside, parsed so that nothing in it grows, is fetched or is followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model.errors import FileError, FileProblem

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element

_ENTITY = (b"<!ENTITY", "<!ENTITY".encode("utf-16-le"), "<!ENTITY".encode("utf-16-be"))


def parse_xml(path: Path, data: bytes) -> _Element:
    """Return the root of an XML file; comments and instructions are left out.

    Raises FileError where it is not well-formed, deeper than the 256 levels that the parser
    allows, or defines entities, for they can grow without bound.
    """
    from lxml import etree

    if any(mark in data for mark in _ENTITY):
        raise FileError(str(path), FileProblem.UNREADABLE, "XML entities")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise FileError(str(path), FileProblem.DAMAGED) from error


def local_name(element: _Element) -> str:
    """Return the name of an element without its namespace; "" for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def words_of(element: _Element | None) -> str:
    """Return all text in an element, white space made single; "" for None."""
    return "" if element is None else " ".join("".join(map(str, element.itertext())).split())
