"""Dossiers: all that goes out of a project in one export, gathered before a format is chosen."""

from __future__ import annotations

import os
from dataclasses import fields, replace
from typing import TYPE_CHECKING

import workbench
from workbench.comparison.options import ENGINE_VERSION, CompareOptions
from workbench.model import (
    Comparison,
    Counterpart,
    Dossier,
    Grouping,
    Methods,
    Part,
    Passage,
    Scope,
    Sheet,
    silent,
    stretch,
)
from workbench.model.siglum import siglum
from workbench.project.drafts import title_of
from workbench.project.excerpts import annotated_excerpts, grouped
from workbench.project.scopes import choose, clusters_at
from workbench.store.articles import read_added

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from workbench.model import (
        Annotation,
        Apparatus,
        Excerpt,
        Outgoing,
        PassagePair,
        Report,
    )
    from workbench.project.project import Project
    from workbench.project.scopes import Chosen

FEWEST = 2
"""Articles that can be compared."""

COMPARED = 80
"""Per cent of the work that are done when the articles are compared; the rest is for tables."""

_COMPARED = frozenset(Part) - {Part.EXCERPTS, Part.LITERATURE, Part.METHODS}
_COMPARED_SHEETS = frozenset(Sheet) - {Sheet.EXCERPTS, Sheet.ARTICLES}


def gather(project: Project, outgoing: Outgoing, report: Report = silent) -> Dossier:
    """Return all that goes out of a project, as `outgoing` asks; see `choose` for its scopes.

    The articles are compared where a part or a sheet needs it, and nothing of that is kept; a
    comparison that is kept is taken as it is. What the analyst decided holds. Raises InputError
    where `outgoing` names what is not there, QueryError where its query is not whole.
    """
    return _Gathering(project, outgoing, report).dossier()


class _Gathering:
    """A project that a dossier is being made of, and its comparison once it has been asked for."""

    def __init__(self, project: Project, outgoing: Outgoing, report: Report) -> None:
        self._project = project
        self._outgoing = outgoing
        self._report = report
        self._compared: Comparison | None = None

    def dossier(self) -> Dossier:
        """Gather all that goes out."""
        outgoing = self._outgoing
        chosen = choose(self._project, outgoing, self._comparison)
        articles = [each for each in self._project.articles() if each.id in chosen.articles]
        excerpts = annotated_excerpts(chosen.annotations, articles, chosen.places)
        ground = self._ground(chosen)
        comparison = ground
        if outgoing.by_passage:
            comparison = _narrowed(ground, chosen, excerpts)
        excerpts = _placed(excerpts, comparison, with_counterparts=outgoing.has_variants)
        codebook = self._project.codebook()
        return self._with_parts(
            Dossier(
                title_of(self._project.path),
                _made(self._project, chosen.annotations),
                outgoing,
                codebook,
                comparison,
                comparison.articles,
                annotations=chosen.annotations,
                groups=grouped(excerpts, outgoing.grouping, codebook, comparison),
            ),
            ground.pairs,
        )

    def _with_parts(self, dossier: Dossier, pairs: Sequence[PassagePair]) -> Dossier:
        """Return a dossier with what its parts and sheets need of the comparison and the project.

        `pairs` are all that its articles may share, for the matrix.
        """
        parts, sheets = self._outgoing.parts, self._outgoing.sheets
        names = {article.outlet for article in dossier.articles}
        places = {article.id: place for place, article in enumerate(self._project.articles())}
        dossier = replace(
            dossier,
            sigla=tuple(siglum(places[article.id]) for article in dossier.articles),
            outlets=tuple(each for each in self._project.outlets() if each.name in names),
            methods=methods_of(self._project),
        )
        if Part.PASSAGES in parts:
            told = stretch(self._report, COMPARED, 100)
            dossier = replace(dossier, apparatuses=tuple(_tables(dossier.comparison, told)))
        if Part.QUOTATIONS in parts or Sheet.QUOTATIONS in sheets:
            from workbench.comparison.sayings import sayings

            dossier = replace(dossier, sayings=sayings(dossier.comparison))
        if Part.OVERVIEW in parts and len(dossier.articles) >= FEWEST:
            from workbench.project.matrices import matrix_of

            dossier = replace(dossier, matrix=matrix_of(dossier.articles, pairs))
        return dossier

    def _ground(self, chosen: Chosen) -> Comparison:
        """Return the comparison that is to be narrowed, of the chosen articles if none is made."""
        if not is_compared(self._outgoing):
            articles = self._project.articles()
            return Comparison(tuple(each for each in articles if each.id in chosen.articles))
        if self._outgoing.by_passage:
            return self._comparison()
        from workbench.comparison.restrict import restricted

        return restricted(self._comparison(), chosen.articles)

    def _comparison(self) -> Comparison:
        """Return the comparison of all articles as it was decided, kept or made."""
        if self._compared is None:
            project, options = self._project, self._project.options()
            articles = project.articles()
            found = project.cached_comparison(options)
            if found is None and len(articles) >= FEWEST:
                from workbench.comparison.compare import compare

                told = stretch(self._report, 0, COMPARED)
                found = compare(articles, options, told, os.cpu_count() or 1)
            self._compared = found or Comparison(articles)
            if found and (decisions := project.decisions()):
                from workbench.comparison.decide import decided

                self._compared = decided(found, decisions, options)
        return self._compared


def is_compared(outgoing: Outgoing) -> bool:
    """Tell whether anything that goes out needs the comparison."""
    return (
        outgoing.scope is Scope.PASSAGES
        or outgoing.grouping is Grouping.PASSAGE
        or outgoing.has_variants
        or not _COMPARED.isdisjoint(outgoing.parts)
        or not _COMPARED_SHEETS.isdisjoint(outgoing.sheets)
    )


def methods_of(project: Project) -> Methods:
    """Return how the comparison of a project is made."""
    options, usual = project.options(), CompareOptions()
    return Methods(
        f"Crossread {workbench.__version__}",
        ENGINE_VERSION,
        tuple(
            (field.name, _written(value))
            for field in fields(options)
            if (value := getattr(options, field.name)) != getattr(usual, field.name)
        ),
        len(project.decisions()),
        len(project.articles()),
    )


def _written(value: object) -> str:
    if isinstance(value, tuple):
        apart = "; " if any(isinstance(each, tuple) for each in value) else " / "
        return apart.join(map(_written, value))
    return str(value)


def _narrowed(ground: Comparison, chosen: Chosen, excerpts: Iterable[Excerpt]) -> Comparison:
    """Return the comparison with those clusters alone that excerpts stand in."""
    from workbench.comparison.restrict import with_clusters

    places = [Passage(excerpt.article.id, excerpt.span) for excerpt in excerpts]
    found = clusters_at(places, ground.clusters)
    return with_clusters(ground, {id_ for ids in found.values() for id_ in ids}, chosen.articles)


def _placed(
    excerpts: Sequence[Excerpt], comparison: Comparison, *, with_counterparts: bool
) -> tuple[Excerpt, ...]:
    """Return excerpts with the cluster that has most of them, and with their counterparts."""
    places = [Passage(excerpt.article.id, excerpt.span) for excerpt in excerpts]
    clusters = clusters_at(places, comparison.clusters)
    told = zip(excerpts, places, strict=True)
    found = (replace(each, cluster=clusters.get(place, [""])[0]) for each, place in told)
    if not with_counterparts:
        return tuple(found)
    from workbench.project.corresponding import Correspondence

    correspondence = Correspondence(comparison)
    articles = {article.id: article for article in comparison.articles}
    return tuple(
        replace(
            excerpt,
            counterparts=tuple(
                Counterpart(articles[other.article], other.span)
                for other in correspondence.of(place)
            ),
        )
        for excerpt, place in zip(found, places, strict=True)
    )


def _tables(comparison: Comparison, report: Report) -> Iterator[Apparatus]:
    """Yield the tables of the clusters, those left out that are too large to be read."""
    from workbench.project.apparatus import apparatus, length_of
    from workbench.project.collating import MOST_SHOWN

    pairs = {pair.id: pair for pair in comparison.pairs}
    articles = {article.id: article for article in comparison.articles}
    for done, cluster in enumerate(comparison.clusters):
        report(done, len(comparison.clusters))
        if length_of(cluster) <= MOST_SHOWN:
            ids = dict.fromkeys(passage.article for passage in cluster.passages)
            needed = Comparison(
                tuple(articles[id_] for id_ in ids), tuple(pairs[id_] for id_ in cluster.pairs)
            )
            yield apparatus(cluster, needed)


def _made(project: Project, annotations: Iterable[Annotation]) -> str:
    """Return when the latest of the articles and annotations came or was changed."""
    added = read_added(project.index.contents.file).values()
    changed = (time for each in annotations for time in (each.created, each.changed))
    return max((*added, *changed), default="")
