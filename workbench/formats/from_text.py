"""Plain text and Markdown, with or without front matter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.formats.decoding import decode, is_binary, unify_line_ends
from workbench.formats.front_matter import split_front_matter
from workbench.formats.publication import Publication, seen_in_text
from workbench.model.errors import FileError, FileProblem

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.model.article import Article

MAX_TEXT_BYTES = 64 * 1024**2

_MARKDOWN_HEADING = re.compile(r"\s*# +(.+?)(?: +#+)? *(?:\n|\Z)")


def text_source(path: Path, data: bytes) -> str:
    """Decode a text; raises FileError (UNKNOWN) where it is no text."""
    text = decode(data)
    if is_binary(text):
        raise FileError(str(path), FileProblem.UNKNOWN, "binary")
    return text


def read_text(path: Path, data: bytes) -> Article:
    """Read the article in a plain text; raises FileError (UNKNOWN) where it is no text."""
    told, text = split_front_matter(unify_line_ends(text_source(path, data)))
    heading = _MARKDOWN_HEADING.match(text) if path.suffix.lower() != ".txt" else None
    marked = Publication.told(headline=heading[1]) if heading else Publication()
    return told.or_else(marked).or_else(seen_in_text(text)).article(path, text)
