"""Resemblance: which sentences of two articles share enough rare stems to be looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from workbench.comparison.grouping import changes
from workbench.comparison.rewording import TELLING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from workbench.comparison.corpus import Corpus
    from workbench.comparison.options import CompareOptions
    from workbench.comparison.vocabulary import Vocabulary

SENTENCES = 500
"""Sentences that may share a stem that is looked up: one that more have is of the whole story."""

EXPANDED = 20
"""Power of two of the shared stems that are counted at a time."""

MARGIN = 0.8
"""Share of the similarity wanted that the stems looked up must reach, as the others may add."""

Likely = tuple[int, int]
"""Two sentences, by their numbers, the first in the earlier article."""


def likely_sentences(
    corpus: Corpus, vocabulary: Vocabulary, options: CompareOptions
) -> dict[tuple[int, int], list[Likely]]:
    """Return the sentences that may say the same, by their two articles.

    An inverted index of the telling stems, the rare ones, is what keeps it from comparing every
    sentence with every other.
    """
    sentence, stems = _index(vocabulary)
    weight = vocabulary.weight[stems]
    total = np.bincount(sentence, weight, len(vocabulary.heads) - 1)
    article = np.searchsorted(corpus.first, vocabulary.heads[:-1], side="right") - 1
    found: dict[tuple[int, int], list[Likely]] = {}
    for one, other, shared in _shared(sentence, stems, weight, article):
        alike = 2 * shared >= MARGIN * options.reworded_similarity * (total[one] + total[other])
        alike &= shared >= MARGIN * options.reworded_evidence
        alike |= shared >= MARGIN * options.clause_evidence
        for i, j in zip(one[alike].tolist(), other[alike].tolist(), strict=True):
            found.setdefault((int(article[i]), int(article[j])), []).append((i, j))
    return found


def _index(vocabulary: Vocabulary) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the sentence and the stem of every entry, sorted by stem, then by sentence."""
    count = max(1, len(vocabulary.heads) - 1)
    keys = np.unique(vocabulary.stems * count + vocabulary.sentence_of)
    stems, sentence = keys // count, keys % count
    often = np.bincount(stems, minlength=len(vocabulary.weight))
    good = (vocabulary.weight >= TELLING) & (often > 1) & (often <= SENTENCES)
    kept = good[stems]
    return sentence[kept], stems[kept]


def _shared(
    sentence: NDArray[np.int64],
    stems: NDArray[np.int64],
    weight: NDArray[np.float64],
    article: NDArray[np.int64],
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]]:
    """Yield pairs of sentences of two articles with the weight of the stems they share.

    All that one sentence shares with others comes at once; only the number of stems that are
    counted at a time is bounded.
    """
    count = len(article)
    last_of_article = np.searchsorted(article, article, side="right")
    keys = stems * (count + 1) + sentence
    low = np.searchsorted(keys, stems * (count + 1) + last_of_article[sentence])
    partners = np.searchsorted(stems, stems, side="right") - low
    order = np.argsort(sentence, kind="stable")
    order = order[partners[order] > 0]
    sums = np.cumsum(partners[order])
    at = 0
    while at < len(order):
        done = int(sums[at - 1]) if at else 0
        end = int(np.searchsorted(sums, done + (1 << EXPANDED), side="right"))
        end = max(end, at + 1)
        whole = int(np.searchsorted(sentence[order], sentence[order[end - 1]], side="right"))
        part, at = order[at:whole], whole
        times = partners[part]
        left = np.repeat(part, times)
        step = np.arange(len(left)) - np.repeat(np.cumsum(times) - times, times)
        right = np.repeat(low[part], times) + step
        pairs = sentence[left] * count + sentence[right]
        ranked = np.argsort(pairs, kind="stable")
        pairs = pairs[ranked]
        starts = np.flatnonzero(changes(pairs))
        shared = np.add.reduceat(weight[left][ranked], starts)
        yield pairs[starts] // count, pairs[starts] % count, shared
