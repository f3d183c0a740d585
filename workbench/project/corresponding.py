"""Corresponding: which words of other articles stand for some words of one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from workbench.model import Passage, Span, VariantKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from workbench.model import Comparison, PassagePair, Variant

LEAST = 0.5
"""Share of the words that must have others standing for them; of fewer it would be chance."""

NEAR = 80
"""Code points, half a sentence, between words of two pairs that are taken for one stretch."""


class Correspondence:
    """The pairs of a comparison, ready to be followed from the words of one article to others."""

    def __init__(self, comparison: Comparison) -> None:
        self._places = {article.id: place for place, article in enumerate(comparison.articles)}
        self._texts = {article.id: article.text for article in comparison.articles}
        self._words: dict[str, list[Span]] = {}
        self._pairs: dict[str, list[PassagePair]] = defaultdict(list)
        for pair in comparison.pairs:
            self._pairs[pair.a.article].append(pair)
            self._pairs[pair.b.article].append(pair)

    def of(self, passage: Passage) -> tuple[Passage, ...]:
        """Return what stands for the words of a passage in other articles, in their order.

        The pairs of the comparison are followed from article to article; one that has the words in
        several places gives each of them.
        """
        found: dict[str, tuple[Span, ...]] = {passage.article: (passage.span,)}
        edge = dict(found)
        while edge:
            edge = self._next(edge, found)
            found |= edge
        others = sorted(found.keys() - {passage.article}, key=self._places.__getitem__)
        return tuple(Passage(id_, span) for id_ in others for span in found[id_])

    def _next(
        self, edge: Mapping[str, Sequence[Span]], found: Mapping[str, object]
    ) -> dict[str, tuple[Span, ...]]:
        """Return what the pairs lead to from what was found last, in articles that are new."""
        reached: dict[str, list[Span]] = defaultdict(list)
        for article, spans in edge.items():
            for span in spans:
                for other, places in self._from(Passage(article, span)).items():
                    if other not in found:
                        reached[other] += places
        return {article: _joined(spans) for article, spans in reached.items()}

    def _from(self, passage: Passage) -> dict[str, list[Span]]:
        """Return where pairs lead from a passage, by article, where that is more than by chance."""
        told: dict[str, set[Span]] = defaultdict(set)
        reached: dict[str, list[Span]] = defaultdict(list)
        for pair in self._pairs[passage.article]:
            here, there, variants = _sides(pair, passage.article)
            if here.span.shared(passage.span) and there.article != passage.article:
                words, place = self._over(passage.span, here, there, variants)
                told[there.article] |= words
                reached[there.article] += place
        if not reached:
            return {}
        least = LEAST * len(self._words_of(passage))
        return {article: spans for article, spans in reached.items() if len(told[article]) >= least}

    def _over(
        self,
        span: Span,
        here: Passage,
        there: Passage,
        variants: Sequence[tuple[Span, Span, Variant]],
    ) -> tuple[set[Span], list[Span]]:
        """Return which words of a span have others standing for them, and where these are.

        Words that are in no variant are the same in both passages, one by one. Those that moved
        count where nothing else does.
        """
        words = self._words_of(here)
        others = _without(self._words_of(there), [other for _, other, _ in variants])
        told = dict(zip(_without(words, [own for own, _, _ in variants]), others, strict=False))
        moved: dict[Span, Span] = {}
        for own, other, variant in variants:
            into = moved if variant.kind is VariantKind.TRANSPOSITION else told
            into |= {word: other for word in words if own.contains(word) and other.length}
        stand, gone = (
            {word: other for word, other in each.items() if word.shared(span)}
            for each in (told, moved)
        )
        places = (stand or gone).values()
        spans = [Span(min(places).start, max(each.end for each in places))] if places else []
        return {*stand, *gone}, spans

    def _words_of(self, passage: Passage) -> list[Span]:
        """Return the words that a passage has any of, by where they stand in its article."""
        if passage.article not in self._words:
            self._words[passage.article] = _words(self._texts[passage.article])
        words, span = self._words[passage.article], passage.span
        first = bisect_right(words, span.start, key=lambda word: word.end)
        return words[first : bisect_left(words, span.end, key=lambda word: word.start)]


def corresponding(passage: Passage, comparison: Comparison) -> tuple[Passage, ...]:
    """Return what stands for the words of a passage in other articles; see `Correspondence`."""
    return Correspondence(comparison).of(passage)


def _sides(
    pair: PassagePair, article: str
) -> tuple[Passage, Passage, list[tuple[Span, Span, Variant]]]:
    """Return a pair's passage in an article, its other one, and the variants from there on."""
    if pair.a.article == article:
        return pair.a, pair.b, [(one.a.span, one.b.span, one) for one in pair.variants]
    return pair.b, pair.a, [(one.b.span, one.a.span, one) for one in pair.variants]


def _words(text: str) -> list[Span]:
    from workbench.text.tokenize import tokenize

    return [token.span for token in tokenize(text) if token.is_word]


def _without(words: Iterable[Span], spans: Sequence[Span]) -> Iterator[Span]:
    gone = set(chain.from_iterable(range(span.start, span.end) for span in spans))
    return (word for word in words if word.start not in gone)


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans with those that lie near each other as one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start - joined[-1].end <= NEAR:
            joined[-1] = joined[-1].joined(span)
        else:
            joined.append(span)
    return tuple(joined)
