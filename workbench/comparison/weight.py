"""Weight: how much a shared word tells, from how rare it is in the comparison."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from workbench.comparison.grouping import changes, grouped
from workbench.text.lexicon import FUNCTION_WORDS
from workbench.text.sentences import SENTENCE
from workbench.text.tokenize import hash_words

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from workbench.comparison.corpus import Corpus

FUNCTION = 0.1
"""A function word tells next to nothing."""

NAME = 0.3
"""A name is the same wherever its bearer is mentioned, and often long."""

SINGLE = 0.5
"""A character of a script without spaces is about half a word."""

COMMON_ARTICLES = 10
"""Articles that may share a word before it counts as common."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The weight of every word of a corpus, 0 to 1, and whether it is a function word."""

    values: NDArray[np.float64]
    function: NDArray[np.bool_]


def weigh(corpus: Corpus) -> Weights:
    """Weigh every word; the order of the articles makes no difference."""
    places, group = grouped(corpus.hashes, np.arange(len(corpus.hashes)), len(corpus.hashes))
    types = np.empty(len(group), np.int64)
    types[places] = group
    counts = np.bincount(types)
    forms = corpus.hashes[places[changes(group)]]
    function = np.isin(forms, hash_words(sorted(FUNCTION_WORDS)))
    values = np.ones(len(forms))
    values[types[corpus.single]] = SINGLE
    values[_names(corpus, types, len(forms))] = NAME
    values[function] = FUNCTION
    articles = _articles_with(corpus, types, len(forms))
    values /= 1 + np.log2(counts / articles) / 2
    total = len(corpus.texts)
    if total > COMMON_ARTICLES:
        rarity = np.log(total / articles) / np.log(total / COMMON_ARTICLES)
        values *= np.sqrt(np.clip(rarity, FUNCTION, 1.0))
    return Weights(values[types], function[types])


def _names(corpus: Corpus, types: NDArray[np.int64], kinds: int) -> NDArray[np.bool_]:
    """Tell which forms are names: written with a capital inside sentences, nearly always."""
    inside = corpus.breaks < SENTENCE
    capital = np.bincount(types[inside & corpus.capital], minlength=kinds)
    every = np.bincount(types[inside], minlength=kinds)
    return (capital > 0) & (capital >= 0.8 * every)


def _articles_with(corpus: Corpus, types: NDArray[np.int64], kinds: int) -> NDArray[np.int64]:
    """Count the articles that have each form."""
    article = np.repeat(np.arange(len(corpus.texts)), np.diff(corpus.first))
    pairs = np.sort(types * len(corpus.texts) + article)
    return np.bincount(pairs[changes(pairs)] // len(corpus.texts), minlength=kinds)
