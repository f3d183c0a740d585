"""Voices: the quotations of an article as a page colours them, each by who is said to speak."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workbench.model import Article, Quotation

VOICES = 6  # colours that are told apart; they come round again after the last


@dataclass(frozen=True, slots=True)
class Voice:
    """Words that somebody said; `hue` counts from 1 and is 0 where nobody is named."""

    span: Span
    speaker: str
    hue: int


def speaker_hues(quotations: Iterable[Quotation]) -> dict[str, int]:
    """Return the hue of each speaker, whatever the role, in the order in which they first speak."""
    told = [(said.speaker, said.name) for said in quotations if said.speaker]
    places = {name: place for place, name in enumerate(dict.fromkeys(name for _, name in told))}
    return {speaker: places[name] % VOICES + 1 for speaker, name in told}


def voices(
    article: Article, quotations: Sequence[Quotation], hues: dict[str, int]
) -> tuple[Voice, ...]:
    """Return the quotations of one article in the order of its text; none overlaps another."""
    if not quotations:
        return ()
    from workbench.text.lexer import NewsLexer, is_quotation, speaker_of

    lexer = NewsLexer(quotations)
    return tuple(
        Voice(Span(start, start + len(words)), speaker, hues.get(speaker, 0))
        for start, kind, words in lexer.get_tokens_unprocessed(article.text)
        if is_quotation(kind)
        for speaker in (speaker_of(kind, lexer.speakers),)
    )
