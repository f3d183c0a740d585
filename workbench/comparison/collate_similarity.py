"""Similarity: how well every word of one list corresponds to every word of another."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from collections.abc import Sequence

Matrix = npt.NDArray[np.int32]

# Scores are whole hundredths, so that sums are exact and alike on every machine. They weigh against
# leaving both tokens without a partner, which is worth 0.
EQUAL = 120  # the same word
EQUAL_SHORT = 70  # the same short word or mark: "the" and "," say little about where they belong
NUMBERS = 30  # two numbers: a figure is most often replaced by a figure
OTHER_WORD = 5  # any two words: a place filled by one word is more likely replaced than deleted
SHORT_AND_LONG = -5  # a short word is seldom what a long one was replaced by
OTHER_MARK = 5  # any two marks: a semicolon for a comma
WORD_AND_MARK = -100  # never across: a comma does not correspond to a word
SPELLED_ALIKE = 10  # what two words spelled alike begin with; their likeness adds up to the rest
SPELLED_LIKENESS = 90
LEAST_LIKENESS = 0.4  # Dice coefficient of letter pairs: "prices" and "price"
LEAST_ALIKE = 46  # the score of that likeness: from here on a correspondence is sure

SHORT_WORD = 3  # letters: the most an article, preposition or conjunction usually has in Europe
LONGEST_SPELLED = 32  # letters looked at; longer words are addresses or noise
MOST_SPELLED = 4_000  # words a list may have for spelling to be compared: 16 million pairs
_BUCKETS = 1_024  # counts of letter pairs; no two pairs of plain Latin letters share one


@dataclass(frozen=True, slots=True, order=True)
class Form:
    """What a token is compared by."""

    norm: str
    is_word: bool


def similarity(rows: Sequence[Form], columns: Sequence[Form]) -> Matrix:
    """Score each form of `rows` against each of `columns`, in hundredths of about one word."""
    scores = _unequal(rows, columns)
    if max(len(rows), len(columns)) <= MOST_SPELLED:
        likeness = _likeness(rows, columns)
        alike = (SPELLED_ALIKE + SPELLED_LIKENESS * likeness).round().astype(np.int32)
        scores = np.where(likeness >= LEAST_LIKENESS, alike, scores)
    places = {form: place for place, form in enumerate(columns)}
    for row, form in enumerate(rows):
        if form in places:
            is_long = form.is_word and len(form.norm) > SHORT_WORD
            scores[row, places[form]] = EQUAL if is_long else EQUAL_SHORT
    return scores


def _unequal(rows: Sequence[Form], columns: Sequence[Form]) -> Matrix:
    """Score what can be told without the letters: words, numbers and marks."""
    word, other_word = _flags([f.is_word for f in rows], [f.is_word for f in columns])
    short, other_short = _flags([_is_short(f) for f in rows], [_is_short(f) for f in columns])
    number, other_number = _flags([_is_number(f) for f in rows], [_is_number(f) for f in columns])
    words = np.where(short == other_short, OTHER_WORD, SHORT_AND_LONG)
    words = np.where(number & other_number, NUMBERS, words)
    same_class = np.where(word, words, OTHER_MARK)
    return np.where(word == other_word, same_class, WORD_AND_MARK).astype(np.int32)


def _flags(
    rows: list[bool], columns: list[bool]
) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    return np.array(rows, dtype=bool)[:, None], np.array(columns, dtype=bool)[None, :]


def _is_short(form: Form) -> bool:
    return len(form.norm) <= SHORT_WORD


def _is_number(form: Form) -> bool:
    return any(letter.isdigit() for letter in form.norm)


def _likeness(rows: Sequence[Form], columns: Sequence[Form]) -> npt.NDArray[np.float32]:
    """Return the Dice coefficients of letter pairs, 0 where a form is too short or a number."""
    pairs, other_pairs = _letter_pairs(rows), _letter_pairs(columns)
    total = pairs.sum(axis=1)[:, None] + other_pairs.sum(axis=1)[None, :]
    dice: npt.NDArray[np.float32] = 2 * (pairs @ other_pairs.T) / np.maximum(total, np.float32(1))
    return dice


def _letter_pairs(forms: Sequence[Form]) -> npt.NDArray[np.float32]:
    """Return a row per form that marks which pairs of neighbouring letters it has."""
    marked = np.zeros((len(forms), _BUCKETS), dtype=np.float32)
    for row, form in enumerate(forms):
        if form.is_word and len(form.norm) >= SHORT_WORD and not _is_number(form):
            letters = f"^{form.norm[:LONGEST_SPELLED]}$"
            codes = [ord(letter) for letter in letters]
            marked[row, [(a * 31 + b) % _BUCKETS for a, b in pairwise(codes)]] = 1
    return marked
