"""Annotation: what the analyst says about some words, an article, a passage or the project."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.model.span import Span

CONTEXT = 32
"""Code points that a selector keeps on each side of its quote; Hypothesis keeps as many."""


class Placing(StrEnum):
    """Whether a selector's place holds: placed, waiting for review, or kept with an old text."""

    PLACED = "placed"
    DOUBTFUL = "doubtful"
    KEPT = "kept"


class TargetKind(StrEnum):
    """What an annotation is about."""

    PROJECT = "project"
    ARTICLE = "article"
    WORDS = "words"
    PASSAGES = "passages"


@dataclass(frozen=True, slots=True)
class Selector:
    """Where some words stand: their quote with what stands before and after it, and a position.

    `span` counts code points of the revision of the article with that number. `confidence`, 0 to
    1, is how sure that place is since the article was last revised; a selector that is DOUBTFUL or
    KEPT speaks of an earlier revision than the article has now.
    """

    article: str
    span: Span
    quote: str
    prefix: str = ""
    suffix: str = ""
    revision: int = 0
    confidence: float = 1.0
    placing: Placing = Placing.PLACED


@dataclass(frozen=True, slots=True)
class Target:
    """What an annotation is about: the words of its selectors, or else an article as such.

    Several selectors stand for a pair or a cluster; with neither selectors nor article it is the
    project.
    """

    selectors: tuple[Selector, ...] = ()
    article: str = ""

    @property
    def kind(self) -> TargetKind:
        """What the annotation is about."""
        if self.selectors:
            return TargetKind.PASSAGES if len(self.selectors) > 1 else TargetKind.WORDS
        return TargetKind.ARTICLE if self.article else TargetKind.PROJECT

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles it speaks of, each once."""
        named = [selector.article for selector in self.selectors] + [self.article]
        return tuple(dict.fromkeys(filter(None, named)))


@dataclass(frozen=True, slots=True)
class Annotation:
    """One target, any tags by their ids, one memo, its author, and when it was made and changed.

    The id is a GUID in lower case; times are ISO 8601 in UTC, to the second.
    """

    id: str
    target: Target
    tags: tuple[str, ...] = ()
    memo: str = ""
    author: str = ""
    created: str = ""
    changed: str = ""


def select(article: str, text: str, span: Span, revision: int = 0) -> Selector:
    """Return the selector of a span of an article's text."""
    return Selector(
        article,
        span,
        span.of(text),
        text[max(0, span.start - CONTEXT) : span.start],
        text[span.end : span.end + CONTEXT],
        revision,
    )
