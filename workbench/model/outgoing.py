"""Outgoing: what leaves a project and how it is shown, chosen once for every format."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.model.passage import Passage


class Scope(StrEnum):
    """Of what the words that go out are taken: all of the project, or some things of it."""

    PROJECT = "project"
    ARTICLES = "articles"
    TAGS = "tags"
    ANNOTATIONS = "annotations"
    PASSAGES = "passages"
    SEARCH = "search"
    WORDS = "words"


class Part(StrEnum):
    """A part of a report, in the order in which they stand there."""

    OVERVIEW = "overview"
    TIMELINE = "timeline"
    PASSAGES = "passages"
    QUOTATIONS = "quotations"
    TERMS = "terms"
    EXCERPTS = "excerpts"
    LITERATURE = "literature"
    METHODS = "methods"


class Grouping(StrEnum):
    """By what excerpts are put together."""

    ARTICLE = "article"
    OUTLET = "outlet"
    DATE = "date"
    TAG = "tag"
    PASSAGE = "passage"


class Sheet(StrEnum):
    """A table that goes out: a file of its own as CSV, a sheet of one in a workbook."""

    EXCERPTS = "excerpts"
    PAIRS = "pairs"
    CLUSTERS = "clusters"
    VARIANTS = "variants"
    TERMS = "terms"
    QUOTATIONS = "quotations"
    ARTICLES = "articles"


class CitationStyle(StrEnum):
    """How articles are cited, by the name of the style in the Citation Style Language."""

    APA = "apa"
    CHICAGO = "chicago"
    MLA = "mla"
    ISO_690 = "iso690"


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What goes out, and how it is shown.

    `ids` are those of the articles, tags, annotations or clusters that `scope` speaks of, `words`
    the words selected in articles, `search` a query; each is looked at for its own scope alone.
    `parts` are those of a report, `sheets` the tables of a workbook; of several, CSV has the first.
    """

    scope: Scope = Scope.PROJECT
    ids: tuple[str, ...] = ()
    words: tuple[Passage, ...] = ()
    search: str = ""
    parts: tuple[Part, ...] = tuple(Part)
    grouping: Grouping = Grouping.ARTICLE
    sheets: tuple[Sheet, ...] = tuple(Sheet)
    style: CitationStyle = CitationStyle.APA
    has_context: bool = True
    has_memos: bool = True
    has_variants: bool = False

    @property
    def by_passage(self) -> bool:
        """Whether of what articles share only the passages go out that the chosen words stand in.

        Else it is all that the articles share with each other.
        """
        return self.scope in (Scope.TAGS, Scope.ANNOTATIONS, Scope.PASSAGES, Scope.WORDS)
