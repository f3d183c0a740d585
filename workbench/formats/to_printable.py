"""Printable: text without the code points that a page, a terminal or an XML file may not hold."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_ENDS = dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c") | dict.fromkeys(
    "\u2066\u2067\u2068", "\u2069"
)
_REPLACEMENT = "\ufffd"


def to_printable(text: str) -> str:
    """Return `text` with control characters and lone surrogates replaced, one by one."""
    return _FORBIDDEN.sub(_REPLACEMENT, text)


def to_terminal(text: str) -> str:
    """Return `text` also without the marks that would turn the direction of what follows it."""
    return _TURNING.sub(_REPLACEMENT, to_printable(text))


def contained(text: str) -> str:
    """Return `text` with an end to all that turns its direction, so that it turns nothing else.

    Marks that turn a direction are embeddings, overrides and isolates (Unicode annex 9).
    """
    if text.isascii():
        return text
    missing: list[str] = []
    waiting = dict.fromkeys(_ENDS.values(), 0)
    for mark in _TURNING.findall(text):
        if mark in _ENDS:
            missing.append(_ENDS[mark])
            waiting[missing[-1]] += 1
        elif waiting[mark]:
            ended = ""
            while ended != mark:
                ended = missing.pop()
                waiting[ended] -= 1
    return text + "".join(reversed(missing))
