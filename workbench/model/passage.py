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
class LinkingWord:
    """A word that speaks for a pair, as either passage has it, and how rare it is.

    `frequency` is how often the language has it, on the Zipf scale (van Heuven et al. 2014): the
    logarithm to base 10 of its uses in a billion words, 0 where it is unknown. `articles` is how
    many articles of the comparison have it.
    """

    a: str
    b: str
    frequency: float
    articles: int

    def as_dict(self) -> dict[str, object]:
        """Return the word as the JSON outputs give it."""
        return {"a": self.a, "b": self.b, "frequency": self.frequency, "articles": self.articles}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two passages were linked: words they share, words they do not, and the telling ones.

    Words count as shared where they stand in the same order, and in a reworded pair in any order.
    `words` are the rarest of the shared ones, rarest first.
    """

    shared_words: int
    differing_words: int
    words: tuple[LinkingWord, ...] = ()

    def as_dict(self) -> dict[str, object]:
        """Return the reason as the JSON outputs give it."""
        return {
            "shared_words": self.shared_words,
            "differing_words": self.differing_words,
            "words": [word.as_dict() for word in self.words],
        }


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

    @property
    def number(self) -> int:
        """Its number among all pairs of the project, from 1, in whatever part of it is shown."""
        return int(self.id[1:])

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
    article has the earliest known date, or None where no date is known; `speaker` who is said to
    have said it, where the passages are quotations.
    """

    id: str
    kind: Kind
    passages: tuple[Passage, ...]
    pairs: tuple[str, ...]
    earliest: Passage | None = None
    speaker: str | None = None

    @property
    def number(self) -> int:
        """Its number among all clusters of the project, from 1, in whatever part of it is shown."""
        return int(self.id[1:])
