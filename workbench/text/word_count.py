"""Words counted: how long a text is to a reader, and how many of its words lie in some places."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from workbench.text.scripts import WITHOUT_SPACES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.model import Span

_ALONE = "".join(f"{chr(first)}-{chr(last)}" for first, last in WITHOUT_SPACES)
_SIGN = re.compile(f"[{_ALONE}]")
_WORD = re.compile(rf"[{_ALONE}]|[^\W{_ALONE}][^\s–—{_ALONE}]*")
"""A character of a script without spaces, or what stands between blanks, dashes and such ones."""


def word_starts(text: str) -> list[int]:
    """Return where words begin, in code points; marks by themselves are none."""
    return [match.start() for match in _WORD.finditer(text)]


def count_signs(text: str) -> int:
    """Count the characters of scripts without spaces, each of which is a word by itself."""
    return 0 if text.isascii() else len(_SIGN.findall(text))


def words_within(starts: list[int], spans: Iterable[Span]) -> int:
    """Count the words, told by where they begin, that begin in any of some places, each once."""
    counted = reached = 0
    for span in sorted(spans):
        first = max(reached, bisect_left(starts, span.start))
        reached = max(first, bisect_left(starts, span.end))
        counted += reached - first
    return counted
