"""Attribution in Chinese, which has no blanks between words and no capitals."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

WINDOW = 48
"""Code points beside a quotation in which its cue is looked for."""

UTTERANCE = 8
"""Code points from which a quotation is taken as said without any cue."""

_VERBS = (
    "告诉|表示|指出|强调|认为|介绍|透露|宣布|回应|补充|解释|写道|回答|坦言|呼吁|警告|提到|谈到|评论|"
    "声明|声称|宣称|直言|感叹|说道|说|称|问|答|讲"
)
_BEFORE = re.compile(f"({_VERBS})[^，。；：！？“”「」]{{0,8}}[：:，,]?$")
_AFTER = re.compile(f"^([^，。；：！？“”「」\n]{{1,16}}?)({_VERBS})")
_SOURCE = re.compile(
    "(?:据|根据|按照)([^，。；：！？“”「」]{2,16}?)(?:报道|消息|介绍|的说法)?[，,]$"
)
_CLAUSE = re.compile("[，。；：！？、“”「」『』\n\\s]")
_LEAD = re.compile(
    "^(?:但是|但|而且|而|同时|并且|并|此外|对此|不过|随后|日前|近日|今天|昨天|[0-9]+[日月年])+"
)
_TAIL = re.compile(
    "(?:还|也|则|又|曾|就|已|在会上|进一步|明确|公开|对记者|向记者|接受采访时|在接受采访时)+$"
)
_NAMES_FOLLOW = re.compile("(?:所谓|名为|题为|被称为|称为|叫做|以及|的|与|和|是|为)[的]?$")
_PRONOUNS = ("他", "她", "它", "他们", "她们", "其")


@dataclass(frozen=True, slots=True)
class HanTelling:
    """Who speaks, and where: the words for the speaker and the cue, in code points."""

    start: int
    end: int
    cue: str


def han_telling(text: str, start: int, end: int) -> HanTelling | None:
    """Return what tells of the quotation between two places of a Chinese text."""
    after = _AFTER.match(text[end : end + WINDOW])
    if after and text[end - 2] in "，,？?！!":
        return _named(text, end + after.start(1), end + after.end(1), after[2])
    low = max(0, start - WINDOW)
    before = text[low:start]
    if _NAMES_FOLLOW.search(before):
        return None
    if found := _BEFORE.search(before):
        clause = max(
            (match.end() for match in _CLAUSE.finditer(before, 0, found.start())), default=0
        )
        return _named(text, low + clause, low + found.start(), found[1])
    if found := _SOURCE.search(before):
        return _named(text, low + found.start(1), low + found.end(1), "据")
    return None


def _named(text: str, start: int, end: int, cue: str) -> HanTelling | None:
    lead = _LEAD.match(text[start:end])
    start += lead.end() if lead else 0
    tail = _TAIL.search(text[start:end])
    end = start + tail.start() if tail else end
    return HanTelling(start, end, cue) if start < end else None


def han_speaker(words: str, before: Sequence[str]) -> str | None:
    """Return who is meant by some words, given the speakers before, the last one last.

    A name means whoever was introduced with a role before it: the role comes first in Chinese.
    """
    if words in _PRONOUNS:
        return before[-1] if before else None
    return next((one for one in before if one.endswith(words)), words)


def is_han_utterance(inner: str) -> bool:
    """Tell whether a quotation without a cue is a sentence of its own."""
    return len(inner) >= UTTERANCE and inner[-1:] in tuple("。！？…")
