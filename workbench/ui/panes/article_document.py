"""The article as Qt lays it out, and the one converter between code points and UTF-16 units."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument, QTextLayout

from workbench.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QFont, QTextCharFormat

PARAGRAPH_GAP = 0.7  # space after a paragraph, in heights of the type

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
# Qt would take these for line ends or drop them; one unit each, so that positions stay true.
_UNSHOWABLE = re.compile("[\x00\r\u0085\u2028\u2029\ufdd0\ufdd1\ud800-\udfff]")


class Utf16Map:
    """Converts between code points of `text` and the UTF-16 units that Qt counts in."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._points = [match.start() for match in _ASTRAL.finditer(text)]
        self._units = [point + earlier for earlier, point in enumerate(self._points)]

    def to_unit(self, point: int) -> int:
        """Return the UTF-16 unit at which code point `point` begins."""
        return point + bisect_left(self._points, point)

    def to_point(self, unit: int) -> int:
        """Return the code point at UTF-16 unit `unit`; inside a surrogate pair, the pair's own."""
        before = bisect_left(self._units, unit - 1)
        inside = before < len(self._units) and self._units[before] == unit - 1
        return min(unit - before - inside, self._length)


class ArticleDocument:
    """One article's text laid out in paragraphs; blank lines become the space between them."""

    def __init__(self, text: str, gutter: int = 0) -> None:
        self.text = text
        self.qt = QTextDocument()
        self.qt.setUndoRedoEnabled(False)
        self.qt.setDocumentMargin(0)
        self.qt.setPlainText(_UNSHOWABLE.sub("\ufffd", text))
        page = self.qt.rootFrame().frameFormat()
        page.setLeftMargin(gutter)
        page.setRightMargin(gutter / 4)  # signs at the end of a full line need a little room too
        self.qt.rootFrame().setFrameFormat(page)
        self._map = Utf16Map(text)

    def set_font(self, font: QFont, line_height: float) -> None:
        """Set the whole article in `font` with lines `line_height` pixels apart."""
        self.qt.setDefaultFont(font)
        paragraph = QTextBlockFormat()
        paragraph.setLineHeight(line_height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        paragraph.setBottomMargin(round(font.pixelSize() * PARAGRAPH_GAP))
        blank = QTextBlockFormat()
        blank.setLineHeight(0.1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.qt)
        cursor.beginEditBlock()
        block = self.qt.begin()
        while block.isValid():
            cursor.setPosition(block.position())
            cursor.setBlockFormat(paragraph if block.text().strip() else blank)
            block = block.next()
        cursor.endEditBlock()

    def set_styles(self, styles: Iterable[tuple[Span, QTextCharFormat]]) -> None:
        """Give spans these styles and all other words none; where spans overlap both hold."""
        ranges: dict[int, list[QTextLayout.FormatRange]] = {}
        for span, style in styles:
            start, end = self.units(span)
            block = self.qt.findBlock(start)
            while block.isValid() and block.position() < end:
                part = QTextLayout.FormatRange()
                part.start = max(0, start - block.position())  # type: ignore[attr-defined]
                part.length = min(end - block.position(), block.length()) - part.start  # type: ignore[attr-defined]
                part.format = style  # type: ignore[attr-defined]
                ranges.setdefault(block.blockNumber(), []).append(part)
                block = block.next()
        block = self.qt.begin()
        while block.isValid():
            block.layout().setFormats(ranges.get(block.blockNumber(), []))
            block = block.next()
        self.qt.markContentsDirty(0, self.qt.characterCount())

    def cursor(self, span: Span) -> QTextCursor:
        """Return a Qt cursor that selects `span`."""
        cursor = QTextCursor(self.qt)
        cursor.setPosition(self._map.to_unit(span.start))
        cursor.setPosition(self._map.to_unit(span.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def units(self, span: Span) -> tuple[int, int]:
        """Return the UTF-16 units where `span` begins and ends."""
        return self._map.to_unit(span.start), self._map.to_unit(span.end)

    def point(self, unit: int) -> int:
        """Return the code point at a position of the Qt document."""
        return self._map.to_point(unit)

    def span(self, cursor: QTextCursor) -> Span:
        """Return the code points that a Qt cursor selects."""
        return Span(self.point(cursor.selectionStart()), self.point(cursor.selectionEnd()))
