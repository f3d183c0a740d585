"""Flags: why a variant deserves a look, as far as that can be told without a dictionary."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from workbench.model import Flag
from workbench.text.lexicon import CUE_VERBS, DAYS, MONTHS, NEGATIONS, NUMBER_WORDS, ROLES
from workbench.text.normalize import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

_YEAR = re.compile(r"(1[5-9]|20|21)\d\d")
_ISO_DATE = re.compile(r"\d{4}-\d{1,2}(-\d{1,2})?")
_BRITISH = (
    ("hi-", "high-"),
    ("isation", "ization"),
    ("ise", "ize"),
    ("ising", "izing"),
    ("yse", "yze"),
    ("our", "or"),
    ("ogue", "og"),
    ("ence", "ense"),
    ("ll", "l"),
    ("ae", "e"),
    ("tre", "ter"),
    ("mme", "m"),
)
_VAGUE_MONTHS = frozenset({"may", "march", "mon", "sun", "mars", "juin", "sat"})


def flags(first: Sequence[str], second: Sequence[str], *, named: bool) -> tuple[Flag, ...]:
    """Return the flags of a variant, given the words that only one of its readings has.

    `named` tells whether one of them is a name.
    """
    words = [fold(word) for word in (*first, *second)]
    spelled = spelling(first, second)
    tests = (
        (Flag.NUMBER, any(_is_number(word) for word in words)),
        (Flag.NAME, named and not spelled),
        (Flag.DATE, any(_is_date(word) for word in words)),
        (Flag.ROLE, not ROLES.isdisjoint(words)),
        (Flag.NEGATION, any(word in NEGATIONS or word.endswith("n't") for word in words)),
        (Flag.CUE, not CUE_VERBS.isdisjoint(words)),
        (Flag.SPELLING, spelled),
    )
    return tuple(flag for flag, holds in tests if holds)


def _is_number(word: str) -> bool:
    return any(character.isdecimal() for character in word) or word in NUMBER_WORDS


def _is_date(word: str) -> bool:
    if word in _VAGUE_MONTHS:
        return False
    known = word in MONTHS or word in DAYS
    return known or bool(_YEAR.fullmatch(word) or _ISO_DATE.fullmatch(word))


def spelling(first: Sequence[str], second: Sequence[str]) -> bool:
    """Tell whether two readings are the same word or words, spelled in two ways.

    Hyphens, spaces, dots and accents may differ, or an ending as British and American English do.
    """
    if not first or not second:
        return False
    one, other = fold("".join(first)), fold("".join(second))
    return _bare(one) == _bare(other) or _bare(_american(one)) == _bare(_american(other))


def _bare(word: str) -> str:
    letters = [char for char in word if char not in "-.'" and not unicodedata.combining(char)]
    return "".join(letters)


def _american(word: str) -> str:
    if any(character.isdecimal() for character in word):
        return word
    for british, american in _BRITISH:
        word = word.replace(british, american)
    return word
