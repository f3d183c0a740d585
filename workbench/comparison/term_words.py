"""Term words: the words of all articles as numbers that phrases can be told by."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from hashlib import blake2b
from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np

from workbench.comparison.corpus import read_words
from workbench.text.inflection import uninflected
from workbench.text.language import primary
from workbench.text.lexicon import (
    CUE_VERBS,
    DAYS,
    FUNCTION_WORDS,
    MONTHS,
    NEGATIONS,
    NUMBER_WORDS,
)
from workbench.text.normalize import fold
from workbench.text.sentences import SENTENCE
from workbench.text.tokenize import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from workbench.comparison.corpus import Corpus
    from workbench.model import Article

BLURRED = 5
"""Letters by which words count as spelled alike: "production" and "productive"."""

LONGEST_WORD = 40
"""Letters of the longest word that may be part of a term."""

NAME_SHARE = 0.8
"""Share of its uses inside sentences that a name has a capital in; a headline capitalises all."""

_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_HAN = range(0x3400, 0xA000)
_UNTELLING = FUNCTION_WORDS | NEGATIONS | CUE_VERBS | DAYS | MONTHS | NUMBER_WORDS
_UNTELLING_HAN = frozenset("的了在是和与及对将也为等着这那其以之于并而但或从到把被让向由就都很一不")
_LINKING = frozenset(
    fold(
        """
        of the and for in on to by with der des dem den die das und von für zur zum im
        de du la le les et aux pour el los las del y para con di dei della delle e do da dos das
        van het en voor
        """
    ).split()
)
"""Grammar that joins the words of a name or notion; verbs, pronouns and "a" tell a sentence."""

_SENTENCE_WORDS = (FUNCTION_WORDS | NEGATIONS | CUE_VERBS) - _LINKING
_DEFAULT_LANGUAGE = "en"
_CAPITAL_NOUNS = ("de", "lb")
_JOINERS = "-'"
_APART = "\n"  # no word holds it


@dataclass(frozen=True, slots=True)
class TermWords:
    """The words of articles in a row; article k has those from `first[k]` up to `first[k + 1]`.

    `values` are equal for the inflected forms of a word, `blurred` for words spelled alike, and
    `factors` join either to the number of a phrase, in which "new-quality" is as "new quality".
    `content` words may begin and end a term, and all but `apart` ones stand inside it; `names` have
    a capital, `han` are single characters; `cuts` tells how deep the break before the word is.
    """

    first: NDArray[np.int64]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    cuts: NDArray[np.uint8]
    values: NDArray[np.uint64]
    blurred: NDArray[np.uint64]
    factors: NDArray[np.uint64]
    content: NDArray[np.bool_]
    apart: NDArray[np.bool_]
    names: NDArray[np.bool_]
    han: NDArray[np.bool_]
    language: str

    def phrase_values(self, length: int) -> NDArray[np.uint64]:
        """Return the numbers of the phrases of `length` words that begin at each word."""
        return _phrases(self.values, self.factors, length)

    def blurred_values(self, length: int) -> NDArray[np.uint64]:
        """Return the same for words spelled alike."""
        return _phrases(self.blurred, self.factors, length)

    def unbroken(self, length: int, depth: int) -> NDArray[np.bool_]:
        """Tell which phrases of `length` words have no break of this depth inside them."""
        count = max(0, len(self.cuts) - length + 1)
        result = np.ones(count, bool)
        for offset in range(1, length):
            result &= self.cuts[offset : offset + count] < depth
        return result


def read_term_words(articles: Sequence[Article], corpus: Corpus | None = None) -> TermWords:
    """Read the words of all articles, their inflection taken off by the commonest language.

    `corpus`, where it has been read already, holds the words of the same articles.
    """
    corpus = corpus or read_words(articles)
    language = _language(articles)
    _, places, kinds = np.unique(corpus.hashes, return_index=True, return_inverse=True)
    surfaces = _surfaces(corpus, places)
    values, blurred, factors = _numbers(surfaces, language)
    content = np.array([is_content(word) for word in surfaces], bool)
    apart = np.array([word in _SENTENCE_WORDS for word in surfaces], bool)
    han = np.array([len(word) == 1 and ord(word) in _HAN for word in surfaces], bool)
    inside = corpus.breaks < SENTENCE
    capitals = np.bincount(kinds[inside & corpus.capital], minlength=len(surfaces))
    every = np.bincount(kinds[inside], minlength=len(surfaces))
    names = (capitals > 0) & (capitals >= NAME_SHARE * every) & (language not in _CAPITAL_NOUNS)
    return TermWords(
        corpus.first,
        corpus.starts,
        corpus.ends,
        corpus.breaks,
        values[kinds],
        blurred[kinds],
        factors[kinds],
        content[kinds],
        apart[kinds],
        names[kinds],
        han[kinds],
        language,
    )


def phrase_value(words: Iterable[str], language: str) -> int:
    """Return the number that `phrase_values` gives to the phrase of these folded words."""
    total = 0
    for word in words:
        value, _, factor = _number(word, language)
        total = (total * factor + value) % 2**64
    return total


def words_of(texts: Sequence[str]) -> list[list[str]]:
    """Return the folded words of each text."""
    ends = list(accumulate(len(text) + len(_APART) for text in texts))
    found: list[list[str]] = [[] for _ in texts]
    for token in tokenize(_APART.join(texts)):
        if token.is_word:
            found[bisect_right(ends, token.span.start)].append(token.norm)
    return found


def is_content(word: str) -> bool:
    """Tell a folded word that names or describes something from one that carries grammar."""
    if not 0 < len(word) <= LONGEST_WORD or word in _UNTELLING or word in _UNTELLING_HAN:
        return False
    signs = [character for character in word if character not in _JOINERS]
    letters = [character for character in signs if unicodedata.category(character)[0] in "LM"]
    return len(letters) == len(signs) and (len(letters) > 1 or ord(word[0]) in _HAN)


def _phrases(
    values: NDArray[np.uint64], factors: NDArray[np.uint64], length: int
) -> NDArray[np.uint64]:
    count = max(0, len(values) - length + 1)
    result = np.zeros(count, np.uint64)
    for offset in range(length):
        result *= factors[offset : offset + count]
        result += values[offset : offset + count]
    return result


def _language(articles: Iterable[Article]) -> str:
    counts = Counter(primary(article.language) for article in articles if article.language)
    return max(counts, key=lambda tag: (counts[tag], tag), default=_DEFAULT_LANGUAGE)


def _surfaces(corpus: Corpus, places: NDArray[np.intp]) -> list[str]:
    """Return the folded words at these places, cut off where they are too long for a term."""
    starts = corpus.starts[places]
    ends = np.minimum(corpus.ends[places], starts + LONGEST_WORD + 1)
    articles = corpus.article_of(places).tolist()
    edges = zip(articles, starts.tolist(), ends.tolist(), strict=True)
    words = [corpus.texts[article][start:end] for article, start, end in edges]
    return fold(_APART.join(words)).split(_APART) if words else []


def _numbers(
    words: list[str], language: str
) -> tuple[NDArray[np.uint64], NDArray[np.uint64], NDArray[np.uint64]]:
    table = np.array([_number(word, language) for word in words], np.uint64).reshape(-1, 3)
    return table[:, 0], table[:, 1], table[:, 2]


def _number(word: str, language: str) -> tuple[int, int, int]:
    """Return value, blurred value and factor of a word: those of its parts, joined."""
    value = blurred = 0
    factor = 1
    for part in word.split("-"):
        root = uninflected(part, language)
        value = (value * int(_FACTOR) + _digest(root)) % 2**64
        blurred = (blurred * int(_FACTOR) + _digest(root[:BLURRED])) % 2**64
        factor = factor * int(_FACTOR) % 2**64
    return value, blurred, factor


def _digest(part: str) -> int:
    data = part.encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(data, digest_size=8).digest(), "little")
