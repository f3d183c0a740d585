"""Quotations: what somebody is said to have said, and what is merely set in quotation marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.model.article import Article
    from workbench.model.passage import Passage, Variant
    from workbench.model.span import Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks that somebody is said to have said.

    `span` includes the marks, those that are there. `speaker` is the fullest form of the name,
    with its role, that the article has, or None where nobody is named; `speaker_span` the words
    beside the quotation that name or stand for the speaker ("Wei", "he"); `cue` the cue verb as it
    stands there. `cluster` is the id of the cluster that covers most of the quotation, in a
    comparison.
    """

    article: str
    span: Span
    speaker: str | None = None
    speaker_span: Span | None = None
    cue: str | None = None
    cluster: str | None = None

    @property
    def name(self) -> str:
        """The name without the role, which may differ between articles; empty if unknown."""
        return (self.speaker or "").partition(",")[0]

    def as_dict(self) -> dict[str, object]:
        """Return the quotation as the JSON outputs give it."""
        return {
            "article": self.article,
            "start": self.span.start,
            "end": self.span.end,
            "speaker": self.speaker,
            "cue": self.cue,
            "cluster": self.cluster,
        }


@dataclass(frozen=True, slots=True)
class Quotations:
    """The quotations and the mentions of some articles, in the order of the articles."""

    articles: tuple[Article, ...]
    quotations: tuple[Quotation, ...]
    mentions: tuple[Passage, ...]

    def as_dict(self) -> dict[str, object]:
        """Return what `crossread quotes --format json` writes."""
        return {
            "articles": [article.as_dict() for article in self.articles],
            "quotations": [quotation.as_dict() for quotation in self.quotations],
            "mentions": [mention.as_dict() for mention in self.mentions],
        }


@dataclass(frozen=True, slots=True)
class Rendering:
    """How one outlet quotes what somebody has said, held against the fullest quotation of it.

    `cut` where words of that one are missing, `changed` where there are others, `elsewhere` where
    somebody else is named as the speaker. `variants` are the places where the two differ, the
    fullest quotation first, as far as a pair of passages has them.
    """

    quotation: Quotation
    cut: bool = False
    changed: bool = False
    elsewhere: bool = False
    variants: tuple[Variant, ...] = ()


@dataclass(frozen=True, slots=True)
class Saying:
    """One thing said, in all articles that quote it.

    `fullest` is the longest quotation of it, the earliest of several; `speaker` who is said there
    to have said it, or else in the first rendering that names anybody. `renderings` has that
    quotation too, all in the order of the articles.
    """

    speaker: str | None
    fullest: Quotation
    renderings: tuple[Rendering, ...]
