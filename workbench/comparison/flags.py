"""Flags: why a variant deserves a look, as far as that can be told without a dictionary."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

from workbench.model import Flag
from workbench.text import spelling
from workbench.text.lexicon import (
    CUE_VERBS,
    DAYS,
    FUNCTION_WORDS,
    MONTHS,
    NEGATIONS,
    NUMBER_WORDS,
    ROLES,
    VAGUE_CUES,
    VAGUE_ROLES,
)
from workbench.text.normalize import fold
from workbench.text.numbers import value

if TYPE_CHECKING:
    from collections.abc import Sequence

_YEAR = re.compile(r"(1[5-9]|20|21)\d\d")
_ISO_DATE = re.compile(r"\d{4}-\d{1,2}(-\d{1,2})?")
_VAGUE_MONTHS = frozenset(
    {"may", "march", "mon", "sun", "mars", "juin", "sat", "wed", "dec", "mar"}
)
_OPPOSITE = re.compile(
    r"(un(?=\w{4})|non-?(?=\w{4})|il(?=l)|ir(?=r)|im(?=[bmp])|dis(?=[aoh]\w{4})"
    r"|in(?=\w+(?:ble|ent|ant|ate|ive|al|ct|ence|ity)\b))"
)


def flags(first: Sequence[str], second: Sequence[str], *, named: bool) -> tuple[Flag, ...]:
    """Return the flags of a variant, given the words that only one of its readings has.

    `named` tells whether one of them is a name. Words that are only spelled in another way have no
    other flag.
    """
    if spelling.same(first, second):
        return (Flag.SPELLING,)
    sides = [fold(word) for word in first], [fold(word) for word in second]
    words = [*sides[0], *sides[1]]
    tests = (
        (Flag.NUMBER, any(map(_is_number, words)) and not _same_numbers(*sides)),
        (Flag.NAME, named),
        (Flag.DATE, any(_is_date(word) for word in words)),
        (Flag.ROLE, _has_role(words, named=named)),
        (Flag.NEGATION, any(_negates(word) for word in words) or _are_opposites(*sides)),
        (Flag.CUE, _has_cue(*sides)),
    )
    return tuple(flag for flag, holds in tests if holds)


def _is_number(word: str) -> bool:
    has_figures = any(character.isdecimal() for character in word)
    return has_figures or word in NUMBER_WORDS or ("-" in word and value(word) is not None)


def _same_numbers(first: Sequence[str], second: Sequence[str]) -> bool:
    """Tell whether both readings have the same numbers, be it in figures or in letters."""
    one, other = ([value(word) for word in side if _is_number(word)] for side in (first, second))
    return None not in one and one == other


def _is_date(word: str) -> bool:
    if word in _VAGUE_MONTHS:
        return False
    known = word in MONTHS or word in DAYS
    return known or bool(_YEAR.fullmatch(word) or _ISO_DATE.fullmatch(word))


def _has_role(words: Sequence[str], *, named: bool) -> bool:
    """Tell whether a word says what somebody is; vague ones such as "head" need a second sign."""
    roles = [word for word in words if word in ROLES or word.removesuffix("s") in ROLES]
    clear = [word for word in roles if word not in VAGUE_ROLES]
    return bool(clear) or (bool(roles) and named) or len(roles) > 1


def _negates(word: str) -> bool:
    return word in NEGATIONS or word.endswith("n't")


def _are_opposites(first: Sequence[str], second: Sequence[str]) -> bool:
    """Tell whether one reading has a word and the other the same with a negating prefix."""
    return any(
        _negated(one) == other or _negated(other) == one for one, other in product(first, second)
    )


def _negated(word: str) -> str | None:
    prefix = _OPPOSITE.match(word)
    rest = word[prefix.end() :] if prefix else ""
    return rest if rest and rest not in FUNCTION_WORDS else None


def _has_cue(first: Sequence[str], second: Sequence[str]) -> bool:
    """Tell whether a verb of saying differs; what may be a noun counts where both have one."""
    clear = [not CUE_VERBS.isdisjoint(set(side) - VAGUE_CUES) for side in (first, second)]
    any_cue = [not CUE_VERBS.isdisjoint(side) for side in (first, second)]
    return any(clear) or all(any_cue)
