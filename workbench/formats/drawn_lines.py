"""Lines as they are drawn on one page of a PDF, in the order in which PDFium tells them."""

from __future__ import annotations

import ctypes
import re
from typing import TYPE_CHECKING

from workbench.formats.decoding import unify_line_ends
from workbench.formats.page_lines import Line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdfium2 import PdfTextPage

WIDE_BLANK = 1.0  # of the type size: more white within a line may be the gutter of two columns

_HYPHEN = "\x02"  # what PDFium gives for a hyphen that divides a word at a line end
_ADDED = " \r\n"  # what PDFium adds between words and lines that it does not find drawn
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")


def drawn_lines(number: int, drawn: PdfTextPage) -> Iterator[Line]:
    """List the lines of page `number`: PDFium's own line ends are missing at many paragraphs.

    What a wide blank divides are two lines at one height, for it may be the gutter of columns.
    """
    from pypdfium2 import raw

    handle = drawn.raw
    x, y = ctypes.c_double(), ctypes.c_double()
    stretch: _Stretch | None = None
    for index in range(drawn.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(handle, index))
        if character in _ADDED and raw.FPDFText_IsGenerated(handle, index) == 1:
            if stretch is not None:
                stretch.texts.append(" ")
            continue
        raw.FPDFText_GetCharOrigin(handle, index, x, y)
        if stretch is None or stretch.ends_before(x.value, y.value):
            yield from () if stretch is None else stretch.lines(number)
            stretch = _Stretch(drawn, index, y.value)
        stretch.take(index, character, x.value)
    yield from () if stretch is None else stretch.lines(number)


class _Stretch:
    """A line while it is read; the places of glyphs are asked for only where they matter."""

    __slots__ = ("_baseline", "_drawn", "_seen", "_size", "_x", "texts")

    def __init__(self, drawn: PdfTextPage, index: int, baseline: float) -> None:
        self.texts: list[str] = []
        self._drawn = drawn
        self._baseline = baseline
        _, bottom, _, top = drawn.get_charbox(index, loose=True)
        self._size: float = top - bottom
        self._seen: list[int] = []  # the first and the last glyph that is not blank
        self._x = 0.0

    def take(self, index: int, character: str, x: float) -> None:
        self.texts.append(character)
        self._x = x
        if not character.isspace():
            self._seen[1:] = [index]

    def ends_before(self, x: float, y: float) -> bool:
        """Tell whether a glyph stands at another height, further back or beyond a wide blank."""
        if abs(y - self._baseline) > self._size / 2 or x < self._x - self._size:
            return True
        if x - self._x <= 2 * self._size or not self._seen:  # no blank behind a glyph is wide
            return False
        _, _, right, _ = self._box(self._seen[-1])
        return x - right > WIDE_BLANK * self._size

    def lines(self, number: int) -> Iterator[Line]:
        """Make the line, or none where it is blank."""
        written = "".join(self.texts).replace(_HYPHEN, "-")
        paired = written.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        text = re.sub("[ \t\n]+", " ", _UNPRINTABLE.sub("", unify_line_ends(paired))).strip()
        if text and self._seen:
            first, last = self._box(self._seen[0]), self._box(self._seen[-1])
            left, right = min(first[0], last[0]), max(first[2], last[2])
            yield Line(text, number, left, right, self._baseline, self._size)

    def _box(self, index: int) -> tuple[float, float, float, float]:
        left, bottom, right, top = self._drawn.get_charbox(index, loose=True)
        return left, bottom, right, top
