"""PDF documents with a text layer: lines joined into paragraphs, without running heads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.formats.decoding import unify_line_ends
from workbench.formats.publication import seen_in_text
from workbench.model.errors import FileError, FileProblem

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.model.article import Article

MAX_PDF_BYTES = 256 * 1024**2
MAX_PAGES = 5_000


def is_pdf(head: bytes) -> bool:
    """Whether a file begins as a PDF does."""
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"%PDF-")


def read_pdf(path: Path, data: bytes) -> Article:
    """Read the article in a PDF; raises FileError."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise FileError(str(path), FileProblem.DAMAGED) from error
    text = "\n\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    text = unify_line_ends(text)
    return seen_in_text(text).article(path, text)
