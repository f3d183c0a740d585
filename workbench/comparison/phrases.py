"""Phrases: runs of words that recur over the articles and may be terms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from workbench.comparison.grouping import changes
from workbench.text.sentences import CLAUSE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from workbench.comparison.term_words import TermWords

LENGTHS = range(2, 6)
"""Words of a term: longer ones are sentences, shorter ones have no form to vary."""

HAN_LENGTHS = range(4, 9)
"""Characters of a term in Chinese writing, where a word is about two."""

LONGEST = max(LENGTHS[-1], HAN_LENGTHS[-1])


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases by their numbers, `keys`, which rise; phrase k has the uses from `first[k]` on.

    `places` are the first words of the uses. `leads` and `lengths` are first word and number of
    words of each phrase's longest use; `blurred` is equal for phrases spelled alike.
    """

    keys: NDArray[np.uint64]
    blurred: NDArray[np.uint64]
    first: NDArray[np.int64]
    places: NDArray[np.int64]
    leads: NDArray[np.int64]
    lengths: NDArray[np.int8]

    def uses(self, phrase: int) -> NDArray[np.int64]:
        """Return the first word of each use of a phrase."""
        return self.places[self.first[phrase] : self.first[phrase + 1]]

    def find(self, keys: NDArray[np.uint64]) -> NDArray[np.int64]:
        """Return the phrases with these numbers, -1 where there is none."""
        if not len(self.keys):
            return np.full(len(keys), -1, np.int64)
        at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return np.where(self.keys[at] == keys, at, -1)


def recurring(words: TermWords) -> Phrases:
    """Return the phrases within clauses that begin and end with content words and recur.

    A single use of a phrase is enough where another spelled alike recurs.
    """
    keys, blurred, places, lengths = [], [], [], []
    for length in range(LONGEST, LENGTHS[0] - 1, -1):
        at = np.flatnonzero(_may_be_term(words, length))
        blur = words.blurred_values(length)[at]
        often = _recur(blur)
        at = at[often]
        keys.append(words.phrase_values(length)[at])
        blurred.append(blur[often])
        places.append(at)
        lengths.append(np.full(len(at), length, np.int8))
    key = np.concatenate(keys)
    order = np.argsort(key, kind="stable")
    key, place = key[order], np.concatenate(places)[order]
    heads = np.flatnonzero(changes(key)) if len(key) else np.zeros(0, np.int64)
    return Phrases(
        key[heads],
        np.concatenate(blurred)[order[heads]],
        np.append(heads, len(key)),
        place,
        place[heads],
        np.concatenate(lengths)[order[heads]],
    )


def _may_be_term(words: TermWords, length: int) -> NDArray[np.bool_]:
    fits = words.unbroken(length, CLAUSE)
    count = len(fits)
    fits &= words.content[:count] & words.content[length - 1 : length - 1 + count]
    fits &= _among(words.apart, length) == 0
    han = _among(words.han, length)
    plain = (han == 0) & (length in LENGTHS)
    result: NDArray[np.bool_] = fits & (plain | ((han == length) & (length in HAN_LENGTHS)))
    return result


def _among(words: NDArray[np.bool_], length: int) -> NDArray[np.int64]:
    """Count how many of the words of each phrase are marked."""
    before = np.concatenate([np.zeros(1, np.int64), np.cumsum(words)])
    among: NDArray[np.int64] = before[length:] - before[:-length]
    return among


def _recur(keys: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Tell which keys there are several of."""
    order = np.argsort(keys, kind="stable")
    new = changes(keys[order])
    alone = new.copy()
    alone[:-1] &= new[1:]
    result = np.empty(len(keys), bool)
    result[order] = ~alone
    return result
