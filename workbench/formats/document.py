"""Document: the paragraphs of a word processor's file, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.formats.properties import confirmed
from workbench.formats.publication import Publication, seen_in_text
from workbench.model.errors import FileError, FileProblem

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.model.article import Article


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph that is not blank, and the address of the first link in it."""

    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """The paragraphs in order; `delivered` is how many documents a database counts in it.

    `is_cut` where the file ends too early.
    """

    paragraphs: tuple[Paragraph, ...]
    properties: Publication = field(default_factory=Publication)
    delivered: int | None = None
    is_cut: bool = False


def document_article(path: Path, document: Document) -> Article:
    """Make one article of all that stands in a document; raises FileError where it is cut."""
    if document.is_cut:
        raise FileError(str(path), FileProblem.DAMAGED)
    text = "\n\n".join(paragraph.text for paragraph in document.paragraphs)
    known = confirmed(document.properties, text)
    return known.or_else(seen_in_text(text)).article(path, text)
