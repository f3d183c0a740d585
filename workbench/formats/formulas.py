"""Formulas: words that a spreadsheet would compute instead of showing, kept from it.

An apostrophe before them makes them words. It is put before those as well that have one already,
so that taking one away gives back what there was. The signs are those that OWASP names.
"""

from __future__ import annotations

import re

_BLANK = r"[\s\ufeff\u200b-\u200f\u2060]*"
_FORMULA = re.compile(rf"{_BLANK}[=+\-@＝＋－＠]|[\t\r]")
_GUARDED = re.compile(rf"'+(?:{_FORMULA.pattern})")
GUARD = "'"


def is_formula(text: str) -> bool:
    """Tell whether a text begins like a formula, blanks and signs that nobody sees aside."""
    return bool(_FORMULA.match(text))


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return GUARD + text if is_formula(text) or _GUARDED.match(text) else text


def unguarded(text: str) -> str:
    """Return the text that `guarded` was given."""
    return text.removeprefix(GUARD) if _GUARDED.match(text) else text
