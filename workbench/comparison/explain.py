"""Explain: the rarest words that two linked passages share."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from workbench.model import LinkingWord, Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.comparison.corpus import Corpus
    from workbench.comparison.vocabulary import Vocabulary
    from workbench.model import Passage, PassagePair

    Stems = tuple[list[int], list[int]]
    """The stems of a passage, and the word, by its place in the corpus, that first has each."""

WORDS = 8
"""Linking words that are named: more than these nobody reads."""


def explained(
    pair: PassagePair, corpus: Corpus, vocabulary: Vocabulary, place: Mapping[str, int]
) -> PassagePair:
    """Return the pair with the words that link it in its reason, rarest in the language first.

    Among words that are equally rare those come first that fewer articles have. `place` tells
    which article of the corpus an id stands for.
    """
    first = _stems(pair.a, place[pair.a.article], corpus, vocabulary)
    second = _stems(pair.b, place[pair.b.article], corpus, vocabulary)
    where = dict(zip(*second, strict=True))
    shared = [(stem, word, where[stem]) for stem, word in zip(*first, strict=True) if stem in where]
    shared.sort(
        key=lambda item: (vocabulary.frequency[item[0]], vocabulary.articles[item[0]], item[0])
    )
    words = tuple(
        LinkingWord(
            _surface(one, pair.a, place, corpus, vocabulary),
            _surface(other, pair.b, place, corpus, vocabulary),
            round(float(vocabulary.frequency[stem]), 2),
            int(vocabulary.articles[stem]),
        )
        for stem, one, other in shared[:WORDS]
    )
    return replace(pair, reason=replace(pair.reason, words=words))


def _stems(passage: Passage, article: int, corpus: Corpus, vocabulary: Vocabulary) -> Stems:
    low, high = corpus.first[article : article + 2].tolist()
    start, end = np.searchsorted(corpus.starts[low:high], (passage.span.start, passage.span.end))
    stems, first = np.unique(vocabulary.stems[low + start : low + end], return_index=True)
    return stems.tolist(), (first + low + start).tolist()


def _surface(
    word: int,
    passage: Passage,
    place: Mapping[str, int],
    corpus: Corpus,
    vocabulary: Vocabulary,
) -> str:
    span = Span(int(corpus.starts[word]), int(vocabulary.ends[word]))
    return span.of(corpus.texts[place[passage.article]])
