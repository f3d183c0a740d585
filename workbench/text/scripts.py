"""Scripts: which characters are of scripts that are written without spaces between words."""

from __future__ import annotations

from bisect import bisect_right

WITHOUT_SPACES = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x2E80, 0x2FDF),  # radicals
    (0x3005, 0x3007),
    (0x3021, 0x3029),
    (0x3040, 0x30FF),  # kana
    (0x31F0, 0x31FF),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0xFF66, 0xFF9F),
    (0x1B000, 0x1B16F),
    (0x20000, 0x3FFFF),
)
"""First and last code points, in order."""


def is_unspaced(character: str) -> bool:
    """Tell whether a code point is of a script that is written without spaces."""
    code = ord(character)
    at = bisect_right(WITHOUT_SPACES, (code, 0x110000)) - 1
    return at >= 0 and code <= WITHOUT_SPACES[at][1]
