"""XML from outside, parsed so that nothing in it grows, is fetched or is followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model.errors import FileError, FileProblem

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from lxml.etree import _Element, _LogEntry

MAX_LEVELS = 256  # of elements in elements: the parser goes no deeper

_ENTITY = (b"<!ENTITY", "<!ENTITY".encode("utf-16-le"), "<!ENTITY".encode("utf-16-be"))


def parse_xml(path: Path, data: bytes, encoding: str | None = None) -> _Element:
    """Return the root of an XML file; comments and instructions are left out.

    `encoding` counts for more than what the file declares. Raises FileError where it is not
    well-formed, deeper than MAX_LEVELS, or defines entities, for they can grow without bound.
    """
    from lxml import etree

    if any(mark in data for mark in _ENTITY):
        raise FileError(str(path), FileProblem.UNREADABLE, "XML entities")
    parser = etree.XMLParser(
        encoding=encoding,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if went_too_deep(parser.error_log):
            raise FileError(str(path), FileProblem.TOO_LARGE, f"{MAX_LEVELS} levels") from error
        raise FileError(str(path), FileProblem.DAMAGED) from error


def went_too_deep(log: Iterable[_LogEntry]) -> bool:
    """Whether a parser stopped at its own bounds, as what it logged tells."""
    from lxml import etree

    return any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in log)


def local_name(element: _Element) -> str:
    """Return the name of an element without its namespace; "" for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def words_of(element: _Element | None) -> str:
    """Return all text in an element, white space made single; "" for None."""
    return "" if element is None else " ".join("".join(map(str, element.itertext())).split())
