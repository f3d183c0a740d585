"""Bylines: the authors that a byline names, as far as it can be told who is who."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbench.text.given_names import FEMALE_NAMES, MALE_NAMES

_BY = re.compile(r"(?:by|von|par|por|di|door)\s+", re.IGNORECASE)
_AND = re.compile(r"\s+(?:and|und|et|y|e|en|&)\s+")
_AND_OR_COMMA = re.compile(r",?\s+(?:and|und|et|y|e|en|&)\s+|\s*,\s*")
_INITIAL = re.compile(r"(?:[^\W\d_]\.-?)+")
_PARTICLES = frozenset(
    ("van", "von", "vom", "zu", "de", "der", "den", "di", "da", "du", "la", "le", "del", "dos")
)
_GIVEN = (MALE_NAMES | FEMALE_NAMES) - {"lee", "kim"}  # those are as often families, named first
_WORDS = range(2, 5)  # of a name


@dataclass(frozen=True, slots=True)
class Name:
    """An author; where it cannot be told which name is which, `family` is all that is printed."""

    family: str
    given: str = ""


def authors(byline: str) -> tuple[Name, ...]:
    """Return who is named in a byline, which is one line.

    A name is only taken apart where it begins with a common given name of the West, for elsewhere
    the family may come first; a list only where each part looks like a name.
    """
    found: list[Name] = []
    for part in _BY.sub("", byline, count=1).split(";"):
        found += _listed(part.strip())
    return tuple(found)


def _listed(part: str) -> list[Name]:
    known = [_taken_apart(each) for each in _AND_OR_COMMA.split(part)]
    if all(known):
        return [name for name in known if name]
    pieces = _AND.split(part)
    names = [_taken_apart(each) or _inverted(each) for each in pieces]
    if all(name or _is_name(each) for name, each in zip(names, pieces, strict=True)):
        return [name or Name(each) for name, each in zip(names, pieces, strict=True)]
    return [Name(part)] if part else []


def _taken_apart(words: str) -> Name | None:
    """Return a name whose given names are known; None where they are not."""
    parts = words.split()
    count = 0
    while count < len(parts) and _is_given(parts[count], is_first=not count):
        count += 1
    family = parts[count:]
    is_family = len(family) == 1 or (family and family[0] in _PARTICLES)
    if not count or not is_family or not _is_name(words):
        return None
    return Name(" ".join(family), " ".join(parts[:count]))


def _inverted(words: str) -> Name | None:
    """Return a name that is printed with the family first and a comma after it."""
    family, _, given = words.partition(", ")
    parts = given.split()
    if not parts or not _is_name(f"{given} {family}"):
        return None
    are_given = all(_is_given(part, is_first=not place) for place, part in enumerate(parts))
    return Name(family, given) if are_given else None


def _is_given(word: str, *, is_first: bool) -> bool:
    """Tell whether a word is a known given name, or an initial after one."""
    return word.casefold() in _GIVEN or (not is_first and _INITIAL.fullmatch(word) is not None)


def _is_name(words: str) -> bool:
    parts = words.split()
    return (
        len(parts) in _WORDS
        and "," not in words
        and all(part[0].isupper() or part in _PARTICLES for part in parts)
        and parts[-1].rstrip(".") not in ("Jr", "Sr", "II", "III")
    )
