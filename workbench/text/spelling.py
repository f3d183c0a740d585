"""Spelling: whether two words or phrases are the same, written in two ways."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from workbench.text.normalize import fold
from workbench.text.numbers import value

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ENDINGS = (
    (re.compile(r"(?<=\w\w\w)is(e|ed|es|er|ers|ing|ation|ations)\b"), r"iz\1"),
    (re.compile(r"ys(e|ed|es|er|ers|ing)\b"), r"yz\1"),
    (
        re.compile(r"(?<=\w\w[^aeou])our(?=(s|ed|ing|er|ers|able|ful|less|hood|ite|ites|al)?\b)"),
        "or",
    ),
    (re.compile(r"(?<=\w\w)ence(s?)\b"), r"ense\1"),
    (re.compile(r"([bt])re(s|d)?\b"), r"\1er\2"),
    (re.compile(r"ogue(s?)\b"), r"og\1"),
    (re.compile(r"mme(s?)\b"), r"m\1"),
    (
        re.compile(r"(?<=[aeiou][^aeiou])([aeiou])ll(?=(ed|ing|er|ers|or|ors|ous|ment|ments)\b)"),
        r"\1l",
    ),
    (re.compile(r"(?<=[dg])ement(s?)\b"), r"ment\1"),
    (re.compile(r"(?<=\w\w)wards\b"), "ward"),
    (re.compile(r"(?<=[a-z])(ae|oe)(?=[^aeiou])"), "e"),
)
"""How British and American English differ, in words long enough that no other is meant."""

_PAIRS = {
    "grey": "gray", "sceptic": "skeptic", "sceptical": "skeptical", "plough": "plow",
    "aluminium": "aluminum", "ageing": "aging", "draught": "draft", "mould": "mold",
    "tyre": "tire", "tyres": "tires", "cosy": "cozy", "practise": "practice",
    "manoeuvre": "maneuver", "manoeuvres": "maneuvers", "fulfil": "fulfill", "enrol": "enroll",
    "instalment": "installment", "skilful": "skillful", "jewellery": "jewelry",
    "hi-tech": "high-tech", "whisky": "whiskey", "fuelled": "fueled", "storey": "story",
    "acknowledgement": "acknowledgment", "speciality": "specialty", "mum": "mom",
    "learnt": "learned", "burnt": "burned", "spelt": "spelled", "dreamt": "dreamed",
    "ok": "okay", "adviser": "advisor", "advisers": "advisors",
    "sept": "september", "sep": "september", "oct": "october", "nov": "november",
    "dec": "december", "jan": "january", "feb": "february", "aug": "august", "apr": "april",
    "mar": "march", "jun": "june", "jul": "july",
    "mon": "monday", "tue": "tuesday", "tues": "tuesday", "wed": "wednesday", "thu": "thursday",
    "thurs": "thursday", "fri": "friday", "sat": "saturday", "sun": "sunday",
    "gov": "governor", "sen": "senator", "rep": "representative", "dr": "doctor", "mr": "mister",
    "daß": "dass", "photo": "foto",
}  # fmt: skip
"""Words of two spellings that follow no rule, and abbreviations."""

_CONTRACTIONS = (
    (re.compile(r"\bwon't\b"), "will not"),
    (re.compile(r"\bcan't\b|\bcannot\b"), "can not"),
    (re.compile(r"n't\b"), " not"),
    (re.compile(r"'re\b"), " are"),
    (re.compile(r"'ve\b"), " have"),
    (re.compile(r"'ll\b"), " will"),
    (re.compile(r"'m\b"), " am"),
    (re.compile(r"(?<=\bit|\bhe)'s\b|(?<=\bshe)'s\b|(?<=\bthat)'s\b|(?<=\bwhat)'s\b"), " is"),
)
_UMLAUTS = str.maketrans({"a": "ae", "o": "oe", "u": "ue"})
_DIAERESIS = "\N{COMBINING DIAERESIS}"
_LONG = 8  # letters from which a word with one letter more is a slip, not another word


def same(first: Sequence[str], second: Sequence[str]) -> bool:
    """Tell whether two readings are the same words, spelled in two ways.

    Hyphens, spaces, dots, apostrophes and accents may differ, numbers may be in figures or letters,
    endings be British or American, words contracted or one letter short. Other forms of a word,
    such as "modern" and "modernised", or other words for it are not the same.
    """
    if not first or not second:
        return False
    one, other = (" ".join(map(fold, words)) for words in (first, second))
    has_figures = any(map(str.isdecimal, one + other))
    if not has_figures and _share_a_form(one, other):
        return True
    if len(first) == len(second):
        pairs = zip(map(fold, first), map(fold, second), strict=True)
        return all(a == b or _same_word(a, b) for a, b in pairs)
    return False


def _same_word(one: str, other: str) -> bool:
    number = value(one)
    if number is not None or value(other) is not None:
        return number == value(other)
    return _share_a_form(one, other) or _is_slip(one, other)


def _share_a_form(one: str, other: str) -> bool:
    return any(form == its for form, its in zip(_forms(one), _forms(other), strict=True))


def _forms(text: str) -> Iterator[str]:
    """Yield what two spellings may have in common: bare letters, in several regards."""
    yield _bare(text)
    yield _bare(_american(text))
    yield _bare(_expanded(text))
    yield _bare(_without_umlauts(text))


def _bare(text: str) -> str:
    letters = [char for char in text if char not in "-.' " and not unicodedata.combining(char)]
    return "".join(letters)


def _american(text: str) -> str:
    text = " ".join(_PAIRS.get(word.removesuffix("."), word) for word in text.split())
    for british, american in _ENDINGS:
        text = british.sub(american, text)
    return text


def _expanded(text: str) -> str:
    for short, long in _CONTRACTIONS:
        text = short.sub(long, text)
    return text


def _without_umlauts(text: str) -> str:
    return re.sub(f"([aou]){_DIAERESIS}", lambda match: match[1].translate(_UMLAUTS), text)


def _is_slip(one: str, other: str) -> bool:
    """Tell whether one word is the other with a letter left out, neither first nor last."""
    short, long = sorted((one, other), key=len)
    if len(long) != len(short) + 1 or len(long) <= _LONG or not long.isalpha():
        return False
    place = next(at for at, (a, b) in enumerate(zip(short + " ", long, strict=True)) if a != b)
    return 3 <= place <= len(long) - 3 and short[place:] == long[place + 1 :]  # noqa: PLR2004
