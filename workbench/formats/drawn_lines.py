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
# White space, or what is drawn as one: a word with the mark after it, or a single character of a
# script that is written without spaces, which begin at U+2E80.
_PIECE = re.compile("\\s+|[^\\W_\u2e80-\U0010ffff]*\\S")
_UNTOLD = re.compile("\ufffe")
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")


def drawn_lines(number: int, drawn: PdfTextPage) -> Iterator[Line]:
    """List the lines of page `number`: PDFium's own line ends are missing at many paragraphs.

    What a wide blank divides are two lines at one height, for it may be the gutter of columns;
    one of nothing but control characters is empty.
    A line is taken to end only where a word does, so that few glyphs are asked for their places.
    """
    glyphs = _Glyphs(drawn)
    stretch: _Stretch | None = None
    for match in _PIECE.finditer(glyphs.characters()):
        piece = match[0]
        if piece.isspace():  # drawn, or added by PDFium at no place of its own
            if stretch is not None:
                stretch.texts.append(piece)
            continue
        if stretch is None:
            stretch = _Stretch(glyphs, match.start())
        elif stretch.ends_before(match.start()):
            yield stretch.line(number)
            stretch = _Stretch(glyphs, match.start())
        stretch.texts.append(piece)
        stretch.last = match.end() - 1
    if stretch is not None:
        yield stretch.line(number)


class _Glyphs:
    """The glyphs of a page by their numbers, and where they stand, in points."""

    def __init__(self, drawn: PdfTextPage) -> None:
        from pypdfium2 import raw

        self._drawn, self._handle = drawn, drawn.raw
        self._unicode_of, self._origin_of = raw.FPDFText_GetUnicode, raw.FPDFText_GetCharOrigin
        self._x, self._y = ctypes.c_double(), ctypes.c_double()

    def characters(self) -> str:
        """Return one character for each glyph.

        PDFium tells them all at once in a twentieth of the time, but leaves some out, makes one of
        two halves, and puts the same mark for hyphens as for what has no character.
        """
        from pypdfium2 import raw

        count = self._drawn.count_chars()
        units = (ctypes.c_ushort * (count + 1))()
        told = raw.FPDFText_GetText(self._handle, 0, count, units)
        text = bytes(units)[: 2 * count].decode("utf-16-le", "surrogatepass")
        if told == count + 1 and len(text) == count:
            return _UNTOLD.sub(lambda match: self._character(match.start()), text)
        return "".join(map(self._character, range(count)))

    def _character(self, index: int) -> str:
        return chr(self._unicode_of(self._handle, index))

    def origin(self, index: int) -> tuple[float, float]:
        self._origin_of(self._handle, index, self._x, self._y)
        return self._x.value, self._y.value

    def box(self, index: int) -> tuple[float, float, float, float]:
        left, bottom, right, top = self._drawn.get_charbox(index, loose=True)
        return left, bottom, right, top


class _Stretch:
    """A line while it is read, and the number of its last glyph."""

    __slots__ = ("_baseline", "_first", "_glyphs", "_size", "last", "texts")

    def __init__(self, glyphs: _Glyphs, index: int) -> None:
        self.texts: list[str] = []
        self.last = index
        self._first = index
        self._glyphs = glyphs
        _, self._baseline = self._glyphs.origin(index)
        _, bottom, _, top = self._glyphs.box(index)
        self._size = top - bottom

    def ends_before(self, index: int) -> bool:
        """Tell whether a glyph stands at another height, further back or beyond a wide blank."""
        (x, y), (before, _) = self._glyphs.origin(index), self._glyphs.origin(self.last)
        if abs(y - self._baseline) > self._size / 2 or x < before - self._size:
            return True
        if x - before <= WIDE_BLANK * self._size:
            return False
        _, _, right, _ = self._glyphs.box(self.last)
        return x - right > WIDE_BLANK * self._size

    def line(self, number: int) -> Line:
        written = "".join(self.texts).replace(_HYPHEN, "-")
        paired = written.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        text = re.sub("[ \t\n]+", " ", _UNPRINTABLE.sub("", unify_line_ends(paired))).strip()
        first, last = self._glyphs.box(self._first), self._glyphs.box(self.last)
        left, right = min(first[0], last[0]), max(first[2], last[2])
        return Line(text, number, left, right, self._baseline, self._size)
