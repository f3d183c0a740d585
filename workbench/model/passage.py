"""Passages: what one article shares with another, how they differ, and why they are linked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.model.span import Span


class Kind(StrEnum):
    """How close the two passages of a pair are, closest first."""

    VERBATIM = "verbatim"
    EDITED = "edited"
    REWORDED = "reworded"


class VariantKind(StrEnum):
    """What became of the first reading in the second."""

    SUBSTITUTION = "substitution"
    ADDITION = "addition"
    OMISSION = "omission"
    TRANSPOSITION = "transposition"


class Flag(StrEnum):
    """Why a variant deserves a look, or none."""

    NUMBER = "number"
    NAME = "name"
    DATE = "date"
    ROLE = "role"
    NEGATION = "negation"
    CUE = "cue verb"
    SPELLING = "spelling"
    CASE = "case"
    PUNCTUATION = "punctuation"


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of one article, named by the article's id, that another article shares."""

    article: str
    span: Span

    def as_dict(self) -> dict[str, object]:
        """Return the passage as the JSON outputs give it, in code points of the article's text."""
        return {"article": self.article, "start": self.span.start, "end": self.span.end}


@dataclass(frozen=True, slots=True)
class Reading:
    """What one witness has at one place; an empty span where it has nothing."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Variant:
    """A place where two readings differ, in whole words."""

    kind: VariantKind
    a: Reading
    b: Reading
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two passages were linked: words they share in the same order, and words they do not."""

    shared_words: int
    differing_words: int


@dataclass(frozen=True, slots=True)
class PassagePair:
    """One passage in two articles; `similarity` runs from 0 to 1."""

    id: str
    kind: Kind
    similarity: float
    a: Passage
    b: Passage
    variants: tuple[Variant, ...]
    reason: Reason

    def as_dict(self) -> dict[str, object]:
        """Return what `crossread overlap` writes, one line for each pair."""
        return {
            "a": self.a.as_dict(),
            "b": self.b.as_dict(),
            "kind": self.kind.value,
            "similarity": self.similarity,
        }


@dataclass(frozen=True, slots=True)
class Cluster:
    """All passages that are the same text, in the order of the articles.

    `kind` is the loosest kind of its pairs, `pairs` their ids, `earliest` the passage whose
    article has the earliest known date, or None where no date is known.
    """

    id: str
    kind: Kind
    passages: tuple[Passage, ...]
    pairs: tuple[str, ...]
    earliest: Passage | None = None
