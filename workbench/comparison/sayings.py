"""Sayings: one row for each thing said, with what every outlet made of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate
from typing import TYPE_CHECKING

from workbench.comparison.order import mirrored
from workbench.model import Rendering, Saying
from workbench.text.lexicon import FUNCTION_WORDS
from workbench.text.moments import instant
from workbench.text.normalize import fold
from workbench.text.tokenize import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.model import Comparison, PassagePair, Quotation, Variant

FRAGMENT, CONTENT = 3, 2
"""Words, and words that carry more than grammar, from which a fragment tells what it is part of."""

ALIKE = 0.5
"""Share of the shorter of two quotations in one cluster that must be in the other as well."""

CROWD = 60
"""Quotations that have the same three words, at most, that are looked at for each fragment."""

LONGEST = 1_000
"""Words of a quotation, at most, that are held word by word against another."""

_APART = "\n\n"
_NAME = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class _Said:
    """A quotation, its place among all, its words as they are compared, and its article's date.

    `line` has the words with a blank on either side of each, so that a row of them is soon found.
    """

    place: int
    quotation: Quotation
    words: tuple[str, ...]
    line: str
    moment: float

    @property
    def names(self) -> frozenset[str]:
        """The words of the speaker's name, before the role."""
        name = (self.quotation.speaker or "").partition(",")[0]
        return frozenset(fold(word) for word in _NAME.findall(name) if word[0].isupper())


def sayings(comparison: Comparison) -> tuple[Saying, ...]:
    """Return each thing said, in the order in which the articles first have it.

    Quotations are of one thing where one cluster covers both and they share words, or where one is
    a fragment of the other and no two speakers are named.
    """
    said = _read(comparison)
    root = list(range(len(said)))
    for one, other in _linked(said):
        low, high = sorted((_root(root, one), _root(root, other)))
        root[high] = low
    groups: dict[int, list[_Said]] = {}
    for each in said:
        groups.setdefault(_root(root, each.place), []).append(each)
    pairs = _pairs(comparison)
    return tuple(_saying(group, pairs) for group in groups.values())


def _read(comparison: Comparison) -> list[_Said]:
    articles = {article.id: article for article in comparison.articles}
    moments = {article.id: instant(article.published) for article in comparison.articles}
    words = _words([one.span.of(articles[one.article].text) for one in comparison.quotations])
    result = []
    for place, (quotation, row) in enumerate(zip(comparison.quotations, words, strict=True)):
        moment = moments[quotation.article]
        date = moment.timestamp() if moment else float("inf")
        result.append(_Said(place, quotation, row, f" {' '.join(row)} ", date))
    return result


def _words(quoted: list[str]) -> list[tuple[str, ...]]:
    """Return the words of each text as they are compared, all read together, which is faster."""
    ends = list(accumulate(len(text) + len(_APART) for text in quoted))
    rows: list[list[str]] = [[] for _ in quoted]
    place = 0
    for token in tokenize(_APART.join(quoted)):
        while token.span.start >= ends[place]:
            place += 1
        if token.is_word:
            rows[place].append(token.norm)
    return [tuple(row) for row in rows]


def _root(root: list[int], place: int) -> int:
    while root[place] != place:
        root[place] = root[root[place]]
        place = root[place]
    return place


def _linked(said: Sequence[_Said]) -> Iterator[tuple[int, int]]:
    """Yield the places of two quotations that are of one thing said."""
    clusters: dict[str, list[_Said]] = {}
    for each in said:
        if each.quotation.cluster:
            clusters.setdefault(each.quotation.cluster, []).append(each)
    for members in clusters.values():
        for index, one in enumerate(members):
            for other in members[index + 1 : index + CROWD]:
                if _are_alike(one, other):
                    yield one.place, other.place
    yield from _fragments(said)


def _are_alike(one: _Said, other: _Said) -> bool:
    shorter, longer = sorted((set(one.words), set(other.words)), key=len)
    return len(shorter & longer) >= ALIKE * max(1, len(shorter))


def _fragments(said: Sequence[_Said]) -> Iterator[tuple[int, int]]:
    having: dict[tuple[str, ...], list[_Said]] = {}
    for each in said:
        for gram in dict.fromkeys(_grams(each.words)):
            having.setdefault(gram, []).append(each)
    for part in said:
        if len(part.words) < FRAGMENT or len(set(part.words) - FUNCTION_WORDS) < CONTENT:
            continue
        for whole in having[part.words[:FRAGMENT]][:CROWD]:
            if part is not whole and _fit(part, whole) and part.line in whole.line:
                yield part.place, whole.place


def _grams(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for first in range(len(words) - FRAGMENT + 1):
        yield words[first : first + FRAGMENT]


def _fit(one: _Said, other: _Said) -> bool:
    """Tell whether two quotations may be of the same speaker."""
    return not one.names or not other.names or bool(one.names & other.names)


def _saying(group: list[_Said], pairs: dict[tuple[str, str], list[PassagePair]]) -> Saying:
    fullest = max(group, key=lambda each: (len(each.words), -each.moment, -each.place))
    named = next((each.quotation.speaker for each in group if each.quotation.speaker), None)
    return Saying(
        fullest.quotation.speaker or named,
        fullest.quotation,
        tuple(_rendering(each, fullest, pairs) for each in group),
    )


def _rendering(
    each: _Said, fullest: _Said, pairs: dict[tuple[str, str], list[PassagePair]]
) -> Rendering:
    if each is fullest:
        return Rendering(each.quotation)
    cut, changed = _differences(fullest, each)
    ids = fullest.quotation.article, each.quotation.article
    return Rendering(
        each.quotation,
        cut,
        changed,
        not _fit(each, fullest),
        tuple(
            variant
            for pair in pairs.get(ids, ())
            for variant in pair.variants
            if _stands_in(variant, fullest.quotation, each.quotation)
        ),
    )


def _differences(fullest: _Said, each: _Said) -> tuple[bool, bool]:
    """Tell whether words of the fullest quotation are missing, and whether others are there."""
    if each.line in fullest.line:
        return len(each.words) < len(fullest.words), False
    one, other = fullest.words[:LONGEST], each.words[:LONGEST]
    kinds = {kind for kind, *_ in SequenceMatcher(None, one, other, autojunk=False).get_opcodes()}
    return "delete" in kinds, bool(kinds & {"insert", "replace"})


def _stands_in(variant: Variant, fullest: Quotation, quotation: Quotation) -> bool:
    return fullest.span.contains(variant.a.span) and quotation.span.contains(variant.b.span)


def _pairs(comparison: Comparison) -> dict[tuple[str, str], list[PassagePair]]:
    """Sort pairs by their two articles, each pair from both sides."""
    result: dict[tuple[str, str], list[PassagePair]] = {}
    for pair in comparison.pairs:
        for one in (pair, mirrored(pair)):
            result.setdefault((one.a.article, one.b.article), []).append(one)
    return result
