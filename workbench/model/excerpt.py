"""Excerpt: a quoted stretch of an article with all that a reader needs to check it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.model.annotation import Annotation
    from workbench.model.article import Article
    from workbench.model.span import Span


@dataclass(frozen=True, slots=True)
class Counterpart:
    """The words of another article that stand for those of an excerpt."""

    article: Article
    span: Span

    @property
    def quote(self) -> str:
        """The words, exactly as the article has them."""
        return self.span.of(self.article.text)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A span of an article's present text, and the annotations on just these words.

    `paragraph` is the one in which it begins, counted from 1; `context` the sentences that it
    stands in; `cluster` the id of the cluster that has most of it, empty where none has any;
    `counterparts` what other articles have for it, in their order.
    """

    article: Article
    span: Span
    paragraph: int
    context: Span
    annotations: tuple[Annotation, ...] = ()
    cluster: str = ""
    counterparts: tuple[Counterpart, ...] = ()

    @property
    def quote(self) -> str:
        """The words, exactly as the article has them."""
        return self.span.of(self.article.text)

    @property
    def before(self) -> str:
        """What its sentences say before the words."""
        return self.article.text[self.context.start : self.span.start]

    @property
    def after(self) -> str:
        """What its sentences say after the words."""
        return self.article.text[self.span.end : self.context.end]

    @property
    def tags(self) -> tuple[str, ...]:
        """The ids of the tags of all its annotations, each once."""
        return tuple(dict.fromkeys(tag for each in self.annotations for tag in each.tags))


@dataclass(frozen=True, slots=True)
class ExcerptGroup:
    """Excerpts under one head, such as an outlet or a tag; empty where that is not known.

    `key` is the id of the article, tag or cluster that they have in common, or else the head; the
    head of a cluster is how its first passage begins.
    """

    head: str
    excerpts: tuple[Excerpt, ...]
    key: str = ""
