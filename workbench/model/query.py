"""Query: what is searched for, as a tree of conditions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

NEAR = 10
"""Words that may stand between two that are near each other; SQLite says as many."""


class Field(StrEnum):
    """Where words are looked for; ANYWHERE is an article with its headline, a memo and its tags."""

    ANYWHERE = ""
    HEADLINE = "headline"
    BYLINE = "byline"
    MEMO = "memo"
    OUTLET = "outlet"
    TAG = "tag"
    AUTHOR = "author"
    LANGUAGE = "language"
    AFTER = "after"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that follow each other; the last is but the beginning of one where `is_beginning`."""

    text: str
    field: Field = Field.ANYWHERE
    is_beginning: bool = False


@dataclass(frozen=True, slots=True)
class Near:
    """Two phrases of one field, in either order, with at most `within` words between them."""

    first: Phrase
    second: Phrase
    within: int = NEAR


@dataclass(frozen=True, slots=True)
class Dated:
    """Published on that day or later where `field` is AFTER, before that day where it is BEFORE.

    The day is ISO 8601, or only its month or year.
    """

    field: Field
    day: str


@dataclass(frozen=True, slots=True)
class AllOf:
    """All of at least two conditions, none of them an AllOf."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Any of at least two conditions, none of them an AnyOf."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class NoneOf:
    """That a condition does not hold."""

    part: Condition


Condition = Phrase | Near | Dated | AllOf | AnyOf | NoneOf
