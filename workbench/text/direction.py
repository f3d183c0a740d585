"""Direction: from which side words run."""

from __future__ import annotations

import unicodedata


def is_from_right(words: str) -> bool:
    """Tell whether the first letter that has a direction runs from the right."""
    found = (unicodedata.bidirectional(character) for character in words)
    return next((kind for kind in found if kind in {"L", "R", "AL"}), "L") != "L"
