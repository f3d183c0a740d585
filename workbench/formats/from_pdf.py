"""PDF documents with a text layer: columns in reading order, lines joined into paragraphs."""

from __future__ import annotations

import re
from contextlib import closing
from typing import TYPE_CHECKING

from workbench.formats.drawn_lines import drawn_lines
from workbench.formats.page_columns import in_reading_order
from workbench.formats.page_lines import prose_of, without_running_heads
from workbench.formats.properties import confirmed
from workbench.formats.publication import Publication, seen_in_text
from workbench.model.errors import FileError, FileProblem
from workbench.model.progress import Report, silent
from workbench.model.reading import FileReading

if TYPE_CHECKING:
    from pathlib import Path

    from pypdfium2 import PdfDocument, PdfPage

    from workbench.formats.page_lines import Line

NAME = "pdf"
MAX_PDF_BYTES = 256 * 1024**2
MAX_PAGES = 5_000
SCANNED_SHARE = 0.5  # of a page: a picture of the page covers it, an illustration does not
END_BYTES = 2_048  # where the end mark must stand; some programs pad the file after it

_START, _END, _LOCK = b"%PDF-", b"%%EOF", b"/Encrypt"
_DAY = re.compile(r"D:(\d{4})(\d{2})(\d{2})")


def is_pdf(head: bytes) -> bool:
    """Whether a file begins as a PDF does."""
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_START)


def read_pdf(path: Path, data: bytes, report: Report = silent) -> FileReading:
    """Read the article in a PDF, its columns in reading order; raises FileError.

    A file without its end mark counts as damaged: PDFium would read the part that is there as
    if it were the whole. Pages that are pictures alone are named in `skipped` where others have
    text. `report` is told of pages and may raise Cancelled. PDFium knows no threads: one call at
    a time in each process.
    """
    import pypdfium2

    if _START not in data[:1_024]:
        raise FileError(str(path), FileProblem.UNKNOWN)
    try:
        report(0, 1)  # to load PDFium takes as long as dozens of pages
        with closing(pypdfium2.PdfDocument(data)) as document:
            lines, pictures = _pages(path, document, report)
            properties = _properties(document)
    except pypdfium2.PdfiumError as error:
        # The code alone may be that of an earlier failure, of another file.
        locked = error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD and _LOCK in data
        problem = FileProblem.ENCRYPTED if locked else FileProblem.DAMAGED
        raise FileError(str(path), problem) from error
    if _END not in data[-END_BYTES:]:
        raise FileError(str(path), FileProblem.DAMAGED)
    prose = prose_of(without_running_heads(tuple(lines)), report)
    known = confirmed(properties, prose.text).or_else(seen_in_text(prose.text))
    article = known.article(path, prose.text)
    skipped: tuple[FileError, ...] = ()
    if pictures and prose.text:
        skipped = (FileError(str(path), FileProblem.NO_TEXT, f"page {', '.join(pictures)}"),)
    return FileReading(str(path), NAME, (article,), skipped=skipped, rejoined=prose.rejoined)


def _pages(path: Path, document: PdfDocument, report: Report) -> tuple[list[Line], list[str]]:
    """Return the lines of all pages, and the numbers of those that are pictures alone."""
    count = len(document)
    if count > MAX_PAGES:
        raise FileError(str(path), FileProblem.TOO_LARGE, f"{MAX_PAGES} pages")
    lines: list[Line] = []
    pictures: list[str] = []
    for number in range(count):
        report(number, count)
        with closing(document[number]) as page, closing(page.get_textpage()) as drawn:
            found = in_reading_order([line for line in drawn_lines(number, drawn) if line.text])
            if not found and _is_picture(page):
                pictures.append(str(number + 1))
            lines += found
    return lines, pictures


def _is_picture(page: PdfPage) -> bool:
    """Whether pictures cover most of a page, as where it was scanned."""
    from pypdfium2 import raw

    covered = 0.0
    for each in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=2):
        left, bottom, right, top = each.get_bounds()
        covered += max(0.0, right - left) * max(0.0, top - bottom)
    size: float = page.get_width() * page.get_height()
    return covered > SCANNED_SHARE * size


def _properties(document: PdfDocument) -> Publication:
    values = document.get_metadata_dict()
    day = _DAY.match(values["CreationDate"])
    return Publication.told(
        headline=values["Title"],
        byline=values["Author"],
        published="-".join(day.groups()) if day else "",
    )
