"""Wording in context: the words beside two readings, and what an added word belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.text.normalize import fold

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from workbench.model import PassagePair, Reading, Variant

_WINDOW = 80  # code points looked at on either side: longer than any word
_LAST_WORD = re.compile(r"(\w(?:[\w'’-]*\w)?)(\s*)\Z")
_FIRST_WORD = re.compile(r"\A(\s*)(\w(?:[\w'’-]*\w)?)")
_WORD = re.compile(r"\w(?:[\w'’-]*\w)?")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff]")
_MOST_ATTACHED = 2  # words that are shown with their neighbour; more of them speak for themselves


@dataclass(frozen=True, slots=True)
class Difference:
    """Two readings as they are listed, and how many words beside them are equal: 0, 1 or 2.

    `inside` tells of words that only one has between two content words that both have.
    """

    variant: Variant
    pair: PassagePair
    a: str
    b: str
    context: int = 0
    inside: bool = False


@dataclass(frozen=True, slots=True)
class _Side:
    """The words beside a reading; empty where a mark, a line or the end of the text is nearer."""

    before: str
    after: str


def in_context(
    variant: Variant, pair: PassagePair, texts: Mapping[str, str], function: Container[str]
) -> Difference:
    """Read a variant in its articles.

    A word or two that only one reading has is shown with the word it stands beside in both: "new"
    and "new quality". The one before is chosen, or the one after if that is a function word.
    """
    found = Difference(variant, pair, _line(variant.a.text), _line(variant.b.text))
    if pair.a.article not in texts or pair.b.article not in texts:
        return found
    one = _beside(variant.a, texts[pair.a.article])
    other = _beside(variant.b, texts[pair.b.article])
    before = bool(one.before) and fold(one.before) == fold(other.before)
    after = bool(one.after) and fold(one.after) == fold(other.after)
    found = replace(found, context=before + after)
    words = _WORD.findall(found.a or found.b)
    if (found.a and found.b) or len(words) > _MOST_ATTACHED:
        return found
    if all(fold(word) in function for word in words):
        return found
    before = before and fold(one.before) not in function
    after = after and fold(one.after) not in function
    if before:
        a, b = f"{one.before} {found.a}", f"{other.before} {found.b}"
    elif after:
        a, b = f"{found.a} {one.after}", f"{found.b} {other.after}"
    else:
        return found
    return replace(found, a=a.strip(), b=b.strip(), inside=before and after)


def _line(text: str) -> str:
    return " ".join(text.split())


def _beside(reading: Reading, text: str) -> _Side:
    start, end = reading.span.start, reading.span.end
    before = _LAST_WORD.search(text[max(0, start - _WINDOW) : start])
    after = _FIRST_WORD.search(text[end : end + _WINDOW])
    if _UNSPACED.search(text[max(0, start - 1) : end + 1]):
        return _Side("", "")
    return _Side(
        before[1] if before and "\n" not in before[2] else "",
        after[2] if after and "\n" not in after[1] else "",
    )
