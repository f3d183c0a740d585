"""Vocabulary: the stems of all words of a comparison, and how much each of them tells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from workbench.comparison.grouping import changes
from workbench.comparison.weight import COMMON_ARTICLES, FUNCTION, SINGLE
from workbench.text.normalize import fold
from workbench.text.rarity import frequency, has_list
from workbench.text.sentences import SENTENCE
from workbench.text.stems import stem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from workbench.comparison.corpus import Corpus

USELESS = 8.5
"""Zipf frequency of a word that would tell nothing: above that of "the", which has 7.7."""

NUMBER = 3.0
"""Weight of a number: the same ones, such as years, come again and again."""

RAREST = 2.5
"""Zipf frequency of a word that the list of its language lacks: below the last of the list."""

UNLISTED = 3.0
"""Weight of every word of a language that has no list: only the project tells them apart."""

NO_LIST = -1.0
"""What stands for the frequency where there is no list."""

SHORT = 3
"""Words of a sentence that is taken together with the next one: "He agreed." links nothing."""

LONG = 120
"""Words after which what should be a sentence is cut: a list or a table without any full stop."""

DEFAULT = "en"
"""Language of an article of which none is known."""

_MIX = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The stem of every word of a corpus, its weight, and the sentences it stands in.

    A character of a script without spaces counts together with the next one, and `ends` is where
    a word then ends, in code points of its article. `heads` are the words with which sentences
    begin, with the number of all words at the end. The others tell of every stem, by its number:
    `weight` how much it speaks for a link, `number` whether it is a number, `frequency` how often
    its language has it (Zipf, 0 if unknown), and `articles` how many articles have it.
    """

    stems: NDArray[np.int64]
    ends: NDArray[np.int32]
    heads: NDArray[np.int64]
    weight: NDArray[np.float64]
    number: NDArray[np.bool_]
    frequency: NDArray[np.float64]
    articles: NDArray[np.int64]

    @property
    def sentence_of(self) -> NDArray[np.int64]:
        """Which sentence each word stands in."""
        return np.repeat(np.arange(len(self.heads) - 1), np.diff(self.heads))


def read_vocabulary(corpus: Corpus, languages: Sequence[str]) -> Vocabulary:
    """Stem and weigh all words; there is a language for every article, empty where not known.

    A stem weighs as much as the most frequent of its forms; less where the articles that have it
    repeat it from sentence to sentence, or where most articles have it: that is what all the story
    is about.
    """
    double = _doubled(corpus)
    ends = corpus.ends.copy()
    ends[double] = corpus.ends[double + 1]
    forms, kinds = _forms(corpus, languages, double, ends)
    numbers: dict[str, int] = {}
    of_form = np.array([numbers.setdefault(form, len(numbers)) for form, _ in forms], np.int64)
    stems = of_form[kinds]
    known = np.full(len(numbers), NO_LIST)
    np.maximum.at(known, of_form, np.array([frequency for _, frequency in forms]))
    single = np.zeros(len(numbers), bool)
    single[stems[corpus.single]] = True
    heads = sentence_heads(corpus)
    sentence = np.repeat(np.arange(len(heads) - 1), np.diff(heads))
    article = np.repeat(np.arange(len(corpus.texts)), np.diff(corpus.first))
    told = _spread(stems, sentence, len(numbers))
    articles = _spread(stems, article, len(numbers))
    weight = np.where(known == NO_LIST, UNLISTED, USELESS - np.where(known > 0, known, RAREST))
    number = np.array([form[:1].isdecimal() for form in numbers], bool)
    weight = np.where(number, NUMBER, weight.clip(0.0)) * np.where(single, SINGLE, 1.0)
    weight /= 1 + np.log2(told / articles) / 2
    total = len(corpus.texts)
    if total > COMMON_ARTICLES:
        rarity = np.log(total / articles) / np.log(total / COMMON_ARTICLES)
        weight *= np.sqrt(np.clip(rarity, FUNCTION, 1.0))
    return Vocabulary(stems, ends, heads, weight, number, known.clip(0.0), articles)


def sentence_heads(corpus: Corpus) -> NDArray[np.int64]:
    """Return the first words of all sentences, and the number of all words.

    Short sentences go with the next one of their article, long ones are cut.
    """
    edges = set(corpus.first.tolist())
    heads: list[int] = []
    for word in [*np.flatnonzero(corpus.breaks >= SENTENCE).tolist(), len(corpus.hashes)]:
        begins = word in edges
        while heads and word - heads[-1] > LONG:
            heads.append(heads[-1] + LONG)
        if begins or not heads or word - heads[-1] >= SHORT:
            heads.append(word)
    return np.array(heads, np.int64)


def _doubled(corpus: Corpus) -> NDArray[np.int64]:
    """Return the words that count together with the next: characters with no space between."""
    article = np.repeat(np.arange(len(corpus.texts)), np.diff(corpus.first))
    double = corpus.single[:-1] & corpus.single[1:] & (corpus.ends[:-1] == corpus.starts[1:])
    return np.flatnonzero(double & (article[:-1] == article[1:]))


def _forms(
    corpus: Corpus,
    languages: Sequence[str],
    double: NDArray[np.int64],
    ends: NDArray[np.int32],
) -> tuple[list[tuple[str, float]], NDArray[np.int64]]:
    """Return the stem and the frequency of every form, and which form every word is."""
    known = [language or DEFAULT for language in languages]
    order = {language: number for number, language in enumerate(sorted(set(known)))}
    article = np.repeat(np.arange(len(corpus.texts)), np.diff(corpus.first))
    key = corpus.hashes.copy()
    key[double] = key[double] * _MIX + key[double + 1]
    key += np.array([order[language] for language in known], np.uint64)[article] * _MIX
    _, first, kinds = np.unique(key, return_index=True, return_inverse=True)
    forms = []
    for word in first.tolist():
        at = int(article[word])
        form = bare(fold(corpus.texts[at][int(corpus.starts[word]) : int(ends[word])]))
        listed = frequency(form, known[at]) if has_list(known[at]) else NO_LIST
        forms.append((stem(form, known[at]), listed))
    return forms, kinds


def bare(form: str) -> str:
    """Return a word without what an apostrophe ties to it: "China's", "l'homme"."""
    head, _, tail = form.partition("'")
    return tail if len(tail) > len(head) else head or form


def _spread(stems: NDArray[np.int64], group: NDArray[np.int64], kinds: int) -> NDArray[np.int64]:
    """Count the groups, such as articles, that have each stem."""
    groups = int(group[-1]) + 1 if len(group) else 1
    pairs = np.sort(stems * groups + group)
    return np.bincount(pairs[changes(pairs)] // groups, minlength=kinds)
