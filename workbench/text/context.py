"""Context: the words around a stretch of an article, on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.model import Article, Span

_SEARCHED = 3  # times the width of the context: enough text to fill it once blanks are joined


def in_context(article: Article, span: Span, width: int) -> tuple[str, str, str]:
    """Return a use and up to `width` code points before and after it, white space made single.

    Words are not torn at the far ends, unless one fills the whole width.
    """
    text = article.text
    before = text[max(0, span.start - _SEARCHED * width) : span.start]
    after = text[span.end : span.end + _SEARCHED * width]
    return (
        _spaced(before[::-1], width)[::-1],
        " ".join(span.of(text).split()),
        _spaced(after, width),
    )


def _spaced(text: str, width: int) -> str:
    """Return the beginning of a text, cut between words, with a blank for any white space."""
    lead = " " if text[:1].isspace() else ""
    line = lead + " ".join(text.split())
    if len(line) <= width:
        return line
    cut = line.rfind(" ", 1, width + 1)
    return line[: cut if cut > 0 else width]
