"""PDF documents with a text layer: lines joined into paragraphs, without running heads."""

from __future__ import annotations

import re
from contextlib import closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.formats.decoding import unify_line_ends
from workbench.formats.page_lines import Line, paragraphs_of, without_running_heads
from workbench.formats.properties import confirmed
from workbench.formats.publication import Publication, seen_in_text
from workbench.model.errors import FileError, FileProblem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pypdfium2 import PdfDocument, PdfTextPage

    from workbench.model.article import Article

MAX_PDF_BYTES = 256 * 1024**2
MAX_PAGES = 5_000
END_BYTES = 2_048  # where the end mark must stand; some programs pad the file after it

_START, _END, _LOCK = b"%PDF-", b"%%EOF", b"/Encrypt"
_HYPHEN = "\x02"  # what PDFium gives for a hyphen that divides a word at a line end
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
_DAY = re.compile(r"D:(\d{4})(\d{2})(\d{2})")


@dataclass(frozen=True, slots=True)
class _Glyph:
    """One character as drawn; the measures are in points."""

    character: str
    left: float
    right: float
    baseline: float
    size: float


def is_pdf(head: bytes) -> bool:
    """Whether a file begins as a PDF does."""
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(_START)


def read_pdf(path: Path, data: bytes) -> Article:
    """Read the article in a PDF, in the order its text was drawn; raises FileError.

    A file without its end mark counts as damaged: PDFium would read the part that is there as
    if it were the whole. PDFium knows no threads: one call at a time in each process.
    """
    import pypdfium2

    if _START not in data[:1_024]:
        raise FileError(str(path), FileProblem.UNKNOWN)
    try:
        with closing(pypdfium2.PdfDocument(data)) as document:
            if len(document) > MAX_PAGES:
                raise FileError(str(path), FileProblem.TOO_LARGE, f"{MAX_PAGES} pages")
            lines = tuple(
                line for number in range(len(document)) for line in _lines(document, number)
            )
            properties = _properties(document)
    except pypdfium2.PdfiumError as error:
        # The code alone may be that of an earlier failure, of another file.
        locked = error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD and _LOCK in data
        problem = FileProblem.ENCRYPTED if locked else FileProblem.DAMAGED
        raise FileError(str(path), problem) from error
    if _END not in data[-END_BYTES:]:
        raise FileError(str(path), FileProblem.DAMAGED)
    text = "\n\n".join(paragraphs_of(without_running_heads(lines)))
    return confirmed(properties, text).or_else(seen_in_text(text)).article(path, text)


def _lines(document: PdfDocument, number: int) -> Iterator[Line]:
    """List the lines of one page: PDFium's own line ends are missing at many paragraphs."""
    with closing(document[number]) as page, closing(page.get_textpage()) as drawn:
        line: list[_Glyph] = []
        for glyph in _glyphs(drawn):
            if line and abs(glyph.baseline - line[0].baseline) > line[0].size / 2:
                yield from _line(number, line)
                line = []
            line.append(glyph)
        yield from _line(number, line)


def _glyphs(drawn: PdfTextPage) -> Iterator[_Glyph]:
    """List what is drawn; the spaces and line ends that PDFium adds take the last glyph's place."""
    import ctypes

    from pypdfium2 import raw

    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    glyph = _Glyph(" ", 0.0, 0.0, 0.0, 0.0)
    for index in range(drawn.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(drawn, index))
        if raw.FPDFText_IsGenerated(drawn, index) == 1:
            glyph = replace(glyph, character=" ")
        else:
            raw.FPDFText_GetCharOrigin(drawn, index, x, y)
            raw.FPDFText_GetLooseCharBox(drawn, index, box)
            glyph = _Glyph(character, box.left, box.right, y.value, box.top - box.bottom)
        yield glyph


def _line(number: int, glyphs: list[_Glyph]) -> Iterator[Line]:
    """Make the line of some glyphs, or none where they are blank."""
    written = "".join(glyph.character for glyph in glyphs).replace(_HYPHEN, "-")
    paired = written.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = re.sub("[ \t\n]+", " ", _UNPRINTABLE.sub("", unify_line_ends(paired))).strip()
    if text:
        seen = [glyph for glyph in glyphs if not glyph.character.isspace()]
        left, right = min(glyph.left for glyph in seen), max(glyph.right for glyph in seen)
        yield Line(text, number, left, right, seen[0].baseline, seen[0].size)


def _properties(document: PdfDocument) -> Publication:
    values = document.get_metadata_dict()
    day = _DAY.match(values["CreationDate"])
    return Publication.told(
        headline=values["Title"],
        byline=values["Author"],
        published="-".join(day.groups()) if day else "",
    )
