"""Direction: from which side words run."""

from __future__ import annotations

import re
import unicodedata

_FROM_RIGHT = re.compile("R(?:[R ]*R)?")
_LETTERS = {"R": "R", "AL": "R", "L": "L"}


def is_from_right(words: str) -> bool:
    """Tell whether the first letter that has a direction runs from the right."""
    if words.isascii():
        return False
    found = (unicodedata.bidirectional(character) for character in words)
    return next((kind for kind in found if kind in _LETTERS), "L") != "L"


def parted(words: str) -> tuple[tuple[str, bool], ...]:
    """Return words in parts, each with whether it runs from the right: then it ends in letters."""
    if words.isascii():
        return ((words, False),) if words else ()
    kinds = "".join(_LETTERS.get(unicodedata.bidirectional(letter), " ") for letter in words)
    parts = []
    at = 0
    for found in _FROM_RIGHT.finditer(kinds):
        parts += [(words[at : found.start()], False), (words[found.start() : found.end()], True)]
        at = found.end()
    return tuple(part for part in (*parts, (words[at:], False)) if part[0])
