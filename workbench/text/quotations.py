"""Quotations: the stretches of a text that stand in quotation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from workbench.model import Span

DEPTH = 3
"""Marks within marks within marks: deeper nesting is noise."""

INDENT = 64
"""Blanks at the head of a paragraph, at most, before its first mark."""

_CLOSING = {
    "“": ("”", '"'),
    "„": ("“", "”"),
    "‟": ("”",),
    "«": ("»",),
    "»": ("«",),
    "‹": ("›",),
    "›": ("‹",),
    "‘": ("’",),
    "‚": ("‘", "’"),
    "「": ("」",),
    "『": ("』",),
    '"': ('"', "”"),
    "＂": ("＂",),
    "'": ("'",),
    "”": ("”",),
}
_CLOSERS = frozenset("”\"»«›‹’‘“」』＂'")
_BLANKS = " \t\u00a0\u202f\u2009"
_MARK = re.compile("[“”„‟«»‹›‘’‚「」『』\"＂']|\n\\s*")
_BEFORE_OPENING = re.compile(r"[\s(\[{—–\-/“„‘‚«»\"']")


@dataclass(slots=True)
class _Reading:
    """How far the marks of a text have been read: what is open, and what has been found."""

    text: str
    open: list[tuple[str, int]] = field(default_factory=list)
    found: list[Span] = field(default_factory=list)

    def close(self, depth: int, end: int) -> None:
        """End the stretch opened at `depth`, and forget what was opened inside it."""
        start = self.open[depth][1]
        del self.open[depth:]
        inner = self.text[start:end]
        start += len(inner) - len(inner.lstrip())
        end = start + len(inner.strip())
        if start < end:
            self.found.append(Span(start, end))


def quoted(text: str) -> tuple[Span, ...]:
    """Return the stretches of `text` inside quotation marks, without the marks, outer ones first.

    A quotation that opens again with the next paragraph is one stretch; one that is never closed
    ends with its paragraph. Apostrophes are no quotation marks.
    """
    reading = _Reading(text)
    for match in _MARK.finditer(text):
        mark, at = match[0], match.start()
        if mark[0] == "\n":
            _end_paragraph(reading, at, match.end())
        elif not _reopens(reading, mark, at) and not _is_apostrophe(reading, mark, at):
            _read_mark(reading, mark, at)
    if reading.open:
        reading.close(0, len(text))
    return tuple(sorted(reading.found, key=lambda span: (span.start, -span.end)))


def _read_mark(reading: _Reading, mark: str, at: int) -> None:
    for depth in range(len(reading.open) - 1, -1, -1):
        if mark in _CLOSING[reading.open[depth][0]]:
            reading.close(depth, at)
            return
    if mark in _CLOSING and len(reading.open) < DEPTH and _can_open(reading.text, mark, at):
        reading.open.append((mark, at + 1))


def _can_open(text: str, mark: str, at: int) -> bool:
    """Tell whether a word begins right after the mark, as it does after opening marks."""
    if mark in "«»‹›「『":
        return True
    follows = text[at + 1 : at + 2]
    return bool(follows) and not follows.isspace() and (mark in "“„" or _starts(text, at))


def _starts(text: str, at: int) -> bool:
    return at == 0 or bool(_BEFORE_OPENING.match(text[at - 1])) or ord(text[at - 1]) > 0x2E7F  # noqa: PLR2004


def _is_apostrophe(reading: _Reading, mark: str, at: int) -> bool:
    """Tell a single mark that stands for letters from one that quotes."""
    if mark not in "'’‘":
        return False
    text = reading.text
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if before.isalnum() and after.isalnum():
        return True
    if any(mark in _CLOSING[opened] for opened, _ in reading.open):
        return False
    if mark == "’" or not _starts(text, at):
        return True
    return mark == "'" and not _single_closes(text, at)


def _single_closes(text: str, at: int) -> bool:
    """Tell whether a straight single mark in the same line ends what this one would begin."""
    stretch, _, _ = text[at + 1 : at + 401].partition("\n")
    return bool(re.search(r"[^\s]'(?!\w)", stretch))


def _reopens(reading: _Reading, mark: str, at: int) -> bool:
    """Tell whether the mark only repeats, at the head of a paragraph, that a quotation is open."""
    if not reading.open or reading.open[0][0] != mark:
        return False
    before = reading.text[max(reading.open[0][1], at - INDENT) : at]
    return before.rstrip(_BLANKS).endswith("\n")


def _end_paragraph(reading: _Reading, at: int, next_at: int) -> None:
    if reading.open and reading.text[next_at : next_at + 1] != reading.open[0][0]:
        reading.close(0, at)


def with_marks(text: str, span: Span) -> Span:
    """Return the span of a quotation with its marks, those that are there."""
    start, end = span.start, span.end
    while start and text[start - 1].isspace():
        start -= 1
    while end < len(text) and text[end] in _BLANKS:
        end += 1
    opened = start > 0 and text[start - 1] in _CLOSING
    closed = end < len(text) and text[end] in _CLOSERS
    return Span(start - 1 if opened else span.start, end + 1 if closed else span.end)
