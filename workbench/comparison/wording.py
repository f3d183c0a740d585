"""Wording: the wording differences of all pairs, gathered, the telling ones first."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from workbench.comparison.collate_similarity import Form, is_sure
from workbench.comparison.wording_context import Difference, in_context
from workbench.model import Flag, Kind, VariantKind, Wording
from workbench.text.function_words import function_words
from workbench.text.normalize import fold
from workbench.text.rarity import frequency, has_list

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from workbench.model import Article, PassagePair

_WEIGHT = {Flag.NEGATION: 4.0, Flag.NUMBER: 3.0, Flag.ROLE: 2.0, Flag.CUE: 2.0, Flag.DATE: 2.0}
"""What a flag adds to how telling a difference is; a name adds nothing to its rarity."""

_SPEAKING = frozenset((Flag.ROLE, Flag.CUE))
"""Flags of what a function word can stand for: "he" for "the minister"."""

SURE = 2.0
"""What is added where the two are synonyms or forms of one word: they stand for each other."""

COMMON = 7.5
"""Zipf frequency of the commonest words: as rare as they are, a word tells nothing."""

RAREST = 3.0
"""Zipf frequency at which the lists end, and of all words of languages that have none."""

RARITY = 0.5
"""What each step of ten in rarity adds."""

INSIDE = 1.0
"""What is added for a word inside a phrase that both have: "new" and "new quality" forces."""

EDGE = 0.5
"""What is taken away where a word that only one has stands at the edge of a phrase."""

LENGTH = 0.5
"""What each word takes away beyond one on either side: long differences are rarely set phrases."""

PHRASE = 3
"""Words of a reading that may be a set phrase; longer ones are told by what they say."""

REWRITING = 6
"""Words on both sides beyond which a difference is a rewriting, which no list of words helps."""

_WORD = re.compile(r"\w(?:[\w'’-]*\w)?")
_TELLING, _LOOSE, _ALONE, _SPELLED, _FUNCTION, _REWRITTEN = range(6)


def gather(pairs: Sequence[PassagePair], articles: Iterable[Article] = ()) -> tuple[Wording, ...]:
    """Gather the variants of all pairs that have the same two readings, in either direction.

    First come words that stand for each other, or that one has inside a phrase both have: those
    with a flag, rare ones and frequent differences before others. Then looser differences, longer
    words that only one has, spelling, function words, and last of all rewritings. Of reworded
    pairs only what is sure counts. Without the articles the words around are not known.
    """
    texts = {article.id: article.text for article in articles}
    listed = [
        (variant, pair)
        for pair in pairs
        for variant in pair.variants
        if variant.kind is not VariantKind.TRANSPOSITION
    ]
    readings = (f"{variant.a.text} {variant.b.text}" for variant, _ in listed)
    function = function_words(word for text in readings for word in _words(text))
    rows: dict[tuple[str, str], list[Difference]] = {}
    for variant, pair in listed:
        found = in_context(variant, pair, texts, function)
        if pair.kind is not Kind.REWORDED or _is_supported(found, function):
            one, other = sorted((fold(found.a), fold(found.b)))
            rows.setdefault((one, other), []).append(found)
    languages = {article.id: article.language for article in articles}
    ranked = [
        ((*_rank(same, function, _language(same[0], languages)), key), same)
        for key, same in rows.items()
    ]
    ranked.sort(key=lambda row: row[0])
    return tuple(
        Wording(same[0].a, same[0].b, same[0].variant.flags, _ids(same)) for _, same in ranked
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _ids(same: Sequence[Difference]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found.pair.id for found in same))


def _language(found: Difference, languages: dict[str, str]) -> str:
    return languages.get(found.pair.a.article) or "en"


def _is_supported(found: Difference, function: Container[str]) -> bool:
    """Tell whether two readings surely stand for each other, inside a pair that has much else.

    They do where the same words stand before and after, or where one has a synonym of the other.
    """
    if not (found.a and found.b):
        return False
    return found.context == 2 or _has_counterpart(found, function)  # noqa: PLR2004 - both sides


def _has_counterpart(found: Difference, function: Container[str]) -> bool:
    """Tell whether a content word of one reading surely stands for one of the other."""
    one, other = (
        [Form(word, is_word=True) for word in _words(text) if word not in function]
        for text in (found.a, found.b)
    )
    short = max(len(one), len(other)) <= PHRASE
    return short and any(a != b and is_sure(a, b) for a in one for b in other)


def _rank(same: Sequence[Difference], function: Container[str], language: str) -> tuple[int, float]:
    """Return the place of a row: its tier, then how telling it is."""
    found = max(same, key=lambda one: one.context)
    sizes = [len(_words(reading.text)) for reading in (found.variant.a, found.variant.b)]
    score = math.log2(len(_ids(same))) + found.context - LENGTH * max(0, sum(sizes) - 2)
    score += sum(_WEIGHT.get(flag, 0.0) for flag in found.variant.flags)
    score += SURE * _has_counterpart(found, function)
    score += INSIDE if found.inside else -EDGE * (min(sizes) == 0)
    score += RARITY * _rarity(found, function, language)
    return _tier(found, sizes, function), -round(score, 6)


def _tier(found: Difference, sizes: Sequence[int], function: Container[str]) -> int:
    flags = found.variant.flags
    content = [
        [word for word in _words(text) if word not in function] for text in (found.a, found.b)
    ]
    if min(sizes) > REWRITING:
        return _REWRITTEN
    if Flag.SPELLING in flags:
        return _SPELLED
    weighty = any(flag in _WEIGHT for flag in flags)
    if not any(content) and not weighty:
        return _FUNCTION
    if Flag.NEGATION in flags and max(sizes) <= PHRASE:
        return _TELLING
    if not (found.a and found.b):
        return _LOOSE if weighty and sum(sizes) <= PHRASE else _ALONE
    balanced = all(content) or not _SPEAKING.isdisjoint(flags)
    return _TELLING if balanced and max(sizes) <= PHRASE else _LOOSE


def _rarity(found: Difference, function: Container[str], language: str) -> float:
    """Return how rare the content words are that only one reading has, on the mean."""
    one, other = set(_words(found.a)), set(_words(found.b))
    words = sorted(word for word in one ^ other if word not in function)
    if not words:
        return 0.0
    known = has_list(language)
    return sum(
        COMMON - max(RAREST, frequency(word, language) if known else RAREST) for word in words
    ) / len(words)
