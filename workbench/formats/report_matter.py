"""Matter: what a report is composed of, and how it calls articles and passages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from pathlib import PurePath
from typing import TYPE_CHECKING

from workbench.formats.bibliography import one_line
from workbench.formats.blocks import Run, Style
from workbench.formats.report_words import date_words, first_words
from workbench.model import Part
from workbench.model.siglum import siglum
from workbench.text.direction import is_from_right, parted
from workbench.text.moments import earliest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.model import (
        Annotation,
        Apparatus,
        Article,
        Cluster,
        Dossier,
        Passage,
        PassagePair,
        Span,
    )

_FROM_LEFT = Run("\N{LEFT-TO-RIGHT MARK}")
_WEB = ("http://", "https://")


@dataclass(frozen=True)
class Matter:
    """A dossier and the citations of its articles, by their ids."""

    dossier: Dossier
    citations: Mapping[str, tuple[Run, ...]]

    @cached_property
    def articles(self) -> dict[str, Article]:
        """The articles by their ids."""
        return {article.id: article for article in self.dossier.articles}

    @cached_property
    def sigla(self) -> dict[str, str]:
        """The siglum of each article; empty where no overview says whose it is."""
        if not self.has(Part.OVERVIEW):
            return {}
        articles = self.dossier.articles
        letters = self.dossier.sigla or map(siglum, range(len(articles)))
        return {article.id: told for article, told in zip(articles, letters, strict=True)}

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each cluster, which it has in every part of the project."""
        return {cluster.id: cluster.number for cluster in self.dossier.comparison.clusters}

    @cached_property
    def clusters(self) -> dict[str, Cluster]:
        """The clusters by their ids."""
        return {cluster.id: cluster for cluster in self.dossier.comparison.clusters}

    @cached_property
    def pairs(self) -> dict[str, PassagePair]:
        """The pairs by their ids."""
        return {pair.id: pair for pair in self.dossier.comparison.pairs}

    @cached_property
    def apparatuses(self) -> dict[str, Apparatus]:
        """The apparatuses by the ids of their clusters."""
        return {shown.cluster: shown for shown in self.dossier.apparatuses}

    def has(self, part: Part) -> bool:
        """Tell whether the report has a part."""
        return part in self.dossier.outgoing.parts

    def name(self, article: Article) -> str:
        """Return the outlet of an article, or else its headline, its file's name, or its id."""
        known = (article.outlet, article.headline, PurePath(article.path).name, article.id)
        return next(filter(None, map(one_line, known)), "")

    def called(self, article: Article, style: Style = Style.PLAIN) -> tuple[Run, ...]:
        """Return the siglum of an article, where it has one, and its name."""
        name = from_left(Run(self.name(article), style))
        letters = self.sigla.get(article.id)
        return (Run(letters, Style.SIGLUM), Run("\u00a0"), *name) if letters else name

    def short(self, article: Article) -> Run:
        """Return the siglum of an article, or its name where it has none."""
        letters = self.sigla.get(article.id)
        return Run(letters, Style.SIGLUM) if letters else Run(self.name(article))

    def dated(self, article: Article) -> tuple[Run, ...]:
        """Return the name of an article's outlet and its date, as a list of articles has them."""
        when = date_words(article.published) or "no date"
        return (*self.called(article), Run(f", {when}", Style.FAINT))

    def citation(self, article: Article) -> tuple[Run, ...]:
        """Return the citation of an article; without one, the least that a reader needs."""
        if article.id in self.citations:
            return self.citations[article.id]
        facts = (one_line(article.headline), date_words(article.published))
        told = "".join(f", {fact}" for fact in facts if fact)
        return (Run(self.name(article), Style.EMPHASIS), Run(f"{told}."))

    def cited(self, article: Article) -> tuple[Run, ...]:
        """Return the citation of an article for a document, its parts from the left to the right.

        It has words of several languages in one run.
        """
        told = ((run, words) for run in self.citation(article) for words, _ in parted(run.text))
        parts = (from_left(replace(run, text=words)) for run, words in told)
        return tuple(chain.from_iterable(parts))

    def firsts(self, cluster: Cluster) -> tuple[Article, ...]:
        """Return the article of a cluster that is the first by its date, or all that may be.

        Those are several where one tells no more than the day, or the month, of the other.
        """
        ids = tuple(dict.fromkeys(each.article for each in cluster.passages if cluster.earliest))
        places = earliest([self.articles[id_].published for id_ in ids])
        return tuple(self.articles[ids[place]] for place in places)

    @cached_property
    def excerpts(self) -> dict[tuple[str, Span], int]:
        """The numbers of the excerpts, by the ids of their articles and their spans, from 1."""
        every = (each for group in self.dossier.groups for each in group.excerpts)
        found = dict.fromkeys((each.article.id, each.span) for each in every)
        return {place: number for number, place in enumerate(found, 1)}

    @cached_property
    def _annotated(self) -> dict[str, set[int]]:
        """The numbers of the excerpts that each annotation is on, by its id."""
        found: dict[str, set[int]] = {}
        for each in (excerpt for group in self.dossier.groups for excerpt in group.excerpts):
            for annotation in each.annotations:
                number = self.excerpts[each.article.id, each.span]
                found.setdefault(annotation.id, set()).add(number)
        return found

    def numbers_of(self, annotation: Annotation) -> tuple[int, ...]:
        """Return the numbers of the excerpts that an annotation is on, in their order."""
        return tuple(sorted(self._annotated.get(annotation.id, ())))

    def words(self, passage: Passage) -> str:
        """Return the words of a passage."""
        return passage.span.of(self.articles[passage.article].text)

    def heading(self, cluster: Cluster) -> str:
        """Return the number of a cluster and the words that it begins with."""
        begin = first_words(self.words(cluster.passages[0]))
        return f"Passage {self.numbers[cluster.id]}: {begin}"

    def passage(self, cluster_id: str) -> Run:
        """Return the number of a cluster, which leads to it where the report has the passages."""
        number = self.numbers[cluster_id]
        link = f"#{anchor(number)}" if self.has(Part.PASSAGES) else ""
        return Run(f"{number:,}", link=link)


def from_left(run: Run) -> tuple[Run, ...]:
    """Return a run so that what stands around it goes from the left to the right.

    Words from the right are set between marks, or they would draw in the words and digits there.
    """
    return (_FROM_LEFT, run, _FROM_LEFT) if is_from_right(run.text) else (run,)


def anchor(number: int) -> str:
    """Return what links know a passage by."""
    return f"passage-{number}"


def web_address(url: str) -> str:
    """Return an address of the web that may be followed, or nothing."""
    address = "".join(one_line(url).split())
    return address if address.lower().startswith(_WEB) else ""
