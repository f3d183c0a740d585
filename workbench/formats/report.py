"""Report: what goes out of a project as one document, part by part, before a format is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.formats.bibliography import one_line
from workbench.formats.blocks import Document
from workbench.formats.report_excerpts import excerpts
from workbench.formats.report_matter import Matter
from workbench.formats.report_methods import literature, methods
from workbench.formats.report_overview import overview, period
from workbench.formats.report_passages import passages
from workbench.formats.report_quotations import quotations
from workbench.formats.report_terms import terms
from workbench.formats.report_timeline import timeline
from workbench.formats.report_words import day_words, listed, sentence
from workbench.model import Part

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from workbench.formats.blocks import Block, Run
    from workbench.model import Dossier

LANGUAGE = "en"
_PARTS: tuple[tuple[Part, Callable[[Matter], Iterator[Block]]], ...] = (
    (Part.OVERVIEW, overview),
    (Part.TIMELINE, timeline),
    (Part.PASSAGES, passages),
    (Part.QUOTATIONS, quotations),
    (Part.TERMS, terms),
    (Part.EXCERPTS, excerpts),
    (Part.LITERATURE, literature),
    (Part.METHODS, methods),
)
_NAMES = {
    Part.OVERVIEW: "overview",
    Part.TIMELINE: "timeline",
    Part.PASSAGES: "shared passages",
    Part.QUOTATIONS: "quotations",
    Part.TERMS: "rival terms",
    Part.EXCERPTS: "excerpts",
    Part.LITERATURE: "bibliography",
    Part.METHODS: "methods",
}
_ADDED = frozenset((Part.LITERATURE, Part.METHODS))
"""Parts that no document is named for where it has any other."""


def compose(dossier: Dossier, citations: Mapping[str, tuple[Run, ...]]) -> Document:
    """Return the report of a dossier; `citations` are those of its articles, by their ids.

    The blocks are made while they are asked for, once. Excerpts alone have no title page.
    """
    matter = Matter(dossier, citations)
    is_report = dossier.outgoing.parts != (Part.EXCERPTS,)
    return Document(
        one_line(dossier.title) or "Unnamed project",
        _kind(dossier.outgoing.parts),
        dossier.made,
        LANGUAGE,
        tuple(_facts(dossier)) if is_report else (),
        _blocks(matter),
    )


def _kind(parts: Collection[Part]) -> str:
    """Return what a document of these parts is: by the one that it is about, or a report."""
    about = frozenset(parts) - _ADDED
    if len(about) > 1:
        return "Comparison report"
    names = [name for part, name in _NAMES.items() if part in (about or parts)]
    return sentence(listed(names)) if names else ""


def _blocks(matter: Matter) -> Iterator[Block]:
    for part, blocks in _PARTS:
        if matter.has(part):
            yield from blocks(matter)


def _facts(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Yield what stands on the title page, as far as it is known."""
    outlets = len({article.outlet for article in dossier.articles if article.outlet})
    yield "Articles", f"{len(dossier.articles):,}"
    if outlets:
        yield "Outlets", f"{outlets:,}"
    if period(dossier.articles):
        yield "Published", period(dossier.articles)
    if dossier.comparison.clusters:
        yield "Shared passages", f"{len(dossier.comparison.clusters):,}"
    if dossier.annotations:
        yield "Annotations", f"{len(dossier.annotations):,}"
    if dossier.made:
        yield "State of the project", day_words(dossier.made)
    if dossier.methods:
        yield "Program", one_line(dossier.methods.program)
