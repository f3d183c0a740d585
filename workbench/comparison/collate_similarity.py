"""Similarity: how well every word of one list corresponds to every word of another."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

import numpy as np
import numpy.typing as npt

from workbench.text.function_words import function_words
from workbench.text.numbers import value
from workbench.text.synonyms import meanings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Matrix = npt.NDArray[np.int32]
_Truths = npt.NDArray[np.bool_]
_Marks = npt.NDArray[np.float32]
_Member = TypeVar("_Member", bound=int | str)

# Scores are whole hundredths, so that sums are exact and alike on every machine. They weigh against
# leaving both tokens without a partner, which is worth 0.
EQUAL = 150  # the same word
EQUAL_SHORT = 70  # the same short word or mark: "the" and "," say little about where they belong
SAME_NUMBER = 100  # "25" and "twenty-five"
NUMBERS = 30  # two numbers: a figure is most often replaced by a figure
SYNONYMS = 40  # words that news prose uses for one another
CONTENT = -5  # any two other words: they stand for each other only with a match at their side
SAME_SORT = 10  # "in" and "at", "is" and "was"
OTHER_SORT = -15  # "in" and "is"
FUNCTION_AND_CONTENT = -15  # an article does not stand for a noun, but with matches on both sides
OTHER_MARK = 5  # any two marks: a semicolon for a comma
WORD_AND_MARK = -100  # never across: a comma does not correspond to a word
LIKENESS = 30  # what the likeness of letters adds to words that are not alike enough to be sure
SPELLED_ALIKE = 10  # what two words spelled alike begin with; their likeness adds up to the rest
SPELLED_LIKENESS = 90
LEAST_LIKENESS = 0.3  # Dice coefficient of letter pairs: "santer" and "santier"
LEAST_SURE = 0.4  # the likeness from which it is sure: "prices" and "price"

SHORT_WORD = 3  # letters: the most an article, preposition or conjunction usually has in Europe
LONGEST_SPELLED = 32  # letters looked at; longer words are addresses or noise
MOST_SPELLED = 4_000  # words a list may have for spelling to be compared: 16 million pairs
NO_SORT = -1
_ROWS = 500  # forms compared at a time, to bound memory
_REMEMBERED = 1 << 16  # forms whose letters are kept: more than a collation has


@dataclass(frozen=True, slots=True, order=True)
class Form:
    """What a token is compared by; `sorts` of function words are as `function_words` gives them."""

    norm: str
    is_word: bool
    sorts: int = NO_SORT

    @property
    def is_function(self) -> bool:
        """Whether the token is a function word."""
        return self.sorts != NO_SORT


def forms(tokens: Iterable[tuple[str, bool]]) -> dict[tuple[str, bool], Form]:
    """Return the form of each token, which is named by its folded text and whether it is a word.

    All tokens of the texts to compare are to be given, for their language is told by them.
    """
    given = list(tokens)
    sorts = function_words(norm for norm, is_word in given if is_word)
    return {(norm, word): Form(norm, word, sorts.get(norm, NO_SORT)) for norm, word in set(given)}


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """All forms of some texts, in order, and how well each corresponds to each if they are few."""

    forms: tuple[Form, ...]
    table: Matrix | None

    def scores(self, rows: npt.NDArray[np.int32], columns: npt.NDArray[np.int32]) -> Matrix:
        """Score the forms at the places `rows` against those at the places `columns`."""
        if self.table is not None:
            return self.table[np.ix_(rows, columns)]
        return similarity([self.forms[k] for k in rows], [self.forms[k] for k in columns])


def vocabulary(forms: Iterable[Form]) -> Vocabulary:
    """Gather the forms of some texts; those of short texts are compared once and for all."""
    known = tuple(sorted(set(forms)))
    if len(known) > MOST_SPELLED:
        return Vocabulary(known, None)
    blocks = [known[start : start + _ROWS] for start in range(0, len(known), _ROWS)]
    parts = [similarity(block, known) for block in blocks]
    return Vocabulary(known, np.vstack([np.zeros((0, len(known)), np.int32), *parts]))


def similarity(rows: Sequence[Form], columns: Sequence[Form]) -> Matrix:
    """Score each form of `rows` against each of `columns`, in hundredths of about one word."""
    scores = _unequal(rows, columns)
    if max(len(rows), len(columns)) <= MOST_SPELLED:
        likeness = _likeness(rows, columns)
        alike = (SPELLED_ALIKE + SPELLED_LIKENESS * likeness).round().astype(np.int32)
        bonus = (LIKENESS * likeness).round().astype(np.int32)
        scores = np.maximum(scores + bonus, np.where(likeness >= LEAST_LIKENESS, alike, scores))
    places = {form: place for place, form in enumerate(columns)}
    for row, form in enumerate(rows):
        if form in places:
            is_long = form.is_word and len(form.norm) > SHORT_WORD
            scores[row, places[form]] = EQUAL if is_long else EQUAL_SHORT
    return scores


def _unequal(rows: Sequence[Form], columns: Sequence[Form]) -> Matrix:
    """Score what can be told without the letters: marks, sorts, numbers and meanings."""
    words = _sorts(rows, columns)
    for either, score in ((_meaning(rows, columns), SYNONYMS), (_numbers(rows, columns), NUMBERS)):
        words = np.where(either, np.maximum(words, score), words)
    words = np.where(_same_number(rows, columns), SAME_NUMBER, words)
    word, other_word = _truths(rows, columns, lambda form: form.is_word)
    same_class = np.where(word, words, OTHER_MARK)
    return np.where(word == other_word, same_class, WORD_AND_MARK).astype(np.int32)


def _truths(
    rows: Sequence[Form], columns: Sequence[Form], test: Callable[[Form], bool]
) -> tuple[_Truths, _Truths]:
    """Return which forms pass a test, as a column and as a row."""
    here, there = ([test(form) for form in side] for side in (rows, columns))
    return np.array(here, dtype=bool)[:, None], np.array(there, dtype=bool)[None, :]


def _sorts(rows: Sequence[Form], columns: Sequence[Form]) -> Matrix:
    """Score two words by their sorts: content words with each other, function words by sort."""
    function, other = _truths(rows, columns, lambda form: form.is_function)
    sorts = np.array([form.sorts for form in rows], dtype=np.int32)[:, None]
    other_sorts = np.array([form.sorts for form in columns], dtype=np.int32)[None, :]
    both = np.where(sorts & other_sorts, SAME_SORT, OTHER_SORT)
    unlike = np.where(function == other, CONTENT, FUNCTION_AND_CONTENT)
    return np.where(function & other, both, unlike).astype(np.int32)


def _numbers(rows: Sequence[Form], columns: Sequence[Form]) -> _Truths:
    number, other = _truths(rows, columns, _is_number)
    return number & other


def _is_number(form: Form) -> bool:
    return form.is_word and (any(map(str.isdigit, form.norm)) or value(form.norm) is not None)


def _same_number(rows: Sequence[Form], columns: Sequence[Form]) -> _Truths:
    here, there = _marked(
        [_number_of(form) for form in rows], [_number_of(form) for form in columns]
    )
    return np.asarray(here @ there.T > 0, dtype=np.bool_)


def _number_of(form: Form) -> frozenset[str]:
    """Return the number a form stands for as a set, empty where it stands for none."""
    number = value(form.norm) if form.is_word else None
    return frozenset() if number is None else frozenset((number,))


def _meaning(rows: Sequence[Form], columns: Sequence[Form]) -> _Truths:
    """Tell which two content words can mean the same."""
    here, there = _marked(
        [_groups_of(form) for form in rows], [_groups_of(form) for form in columns]
    )
    return np.asarray(here @ there.T > 0, dtype=np.bool_)


def _groups_of(form: Form) -> frozenset[int]:
    return meanings(form.norm) if form.is_word else frozenset()


def _likeness(rows: Sequence[Form], columns: Sequence[Form]) -> npt.NDArray[np.float32]:
    """Return the Dice coefficients of letter pairs.

    It is 0 for what is too short or a number, and between function words and words of another
    sort: "one" and "onto" are alike by accident.
    """
    here, there = _marked([_pairs_of(form) for form in rows], [_pairs_of(form) for form in columns])
    total = here.sum(axis=1)[:, None] + there.sum(axis=1)[None, :]
    sorts, others = (np.array([form.sorts for form in side]) for side in (rows, columns))
    is_other = (sorts[:, None] == NO_SORT) != (others[None, :] == NO_SORT)
    dice: npt.NDArray[np.float32] = 2 * (here @ there.T) / np.maximum(total, np.float32(1))
    dice[is_other | (sorts[:, None] & others[None, :] == 0)] = 0
    return dice


def _marked(
    rows: Sequence[frozenset[_Member]], columns: Sequence[frozenset[_Member]]
) -> tuple[_Marks, _Marks]:
    """Return for either list a row per set, with 1 for each member that it has."""
    members = {member for one in (*rows, *columns) for member in one}
    place = {member: number for number, member in enumerate(sorted(members))}
    marks = []
    for sets in (rows, columns):
        matrix = np.zeros((len(sets), len(place)), dtype=np.float32)
        for row, one in enumerate(sets):
            matrix[row, [place[member] for member in one]] = 1
        marks.append(matrix)
    return marks[0], marks[1]


@lru_cache(_REMEMBERED)
def _pairs_of(form: Form) -> frozenset[int]:
    if not form.is_word or len(form.norm) < SHORT_WORD or any(map(str.isdigit, form.norm)):
        return frozenset()
    codes = [ord(letter) for letter in f"^{form.norm[:LONGEST_SPELLED]}$"]
    return frozenset((a << 21) + b for a, b in pairwise(codes))


def is_sure(one: Form, other: Form) -> bool:
    """Tell whether two forms surely stand for each other, wherever they face each other.

    Equal words do, one number in two ways, words spelled alike, and synonyms; never a function
    word and another.
    """
    if one == other:
        return True
    if not (one.is_word and other.is_word) or one.is_function != other.is_function:
        return False
    if one.is_function and not one.sorts & other.sorts:
        return False
    number = value(one.norm)
    if number is not None and number == value(other.norm):
        return True
    return _is_alike(one, other) or not meanings(one.norm).isdisjoint(meanings(other.norm))


def _is_alike(one: Form, other: Form) -> bool:
    pairs, others = _pairs_of(one), _pairs_of(other)
    return 2 * len(pairs & others) >= LEAST_SURE * (len(pairs) + len(others)) > 0
