"""REFI-QDA: what goes out to other programs of qualitative analysis, and what cannot."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.model import Loss, LossReason, Placing, silent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.model import Annotation, Dossier, Report, Selector

STEPS = 2


def dossier_to_refi(dossier: Dossier, report: Report = silent) -> bytes:
    """Return a project of REFI-QDA 1.0 (`.qdpx`), the same bytes for the same dossier."""
    from workbench.formats.to_refi import RefiProject, to_refi

    report(0, STEPS)
    carried = tuple(_carried(dossier))
    report(1, STEPS)
    project = RefiProject(
        dossier.title,
        dossier.made,
        dossier.articles,
        dossier.outlets,
        dossier.codebook,
        carried,
        dossier.comparison.pairs,
    )
    data = to_refi(project)
    report(STEPS, STEPS)
    return data


def refi_losses(dossier: Dossier) -> tuple[Loss, ...]:
    """Return what a project of REFI-QDA has no place for, counted by what it is."""
    comparison, annotations = dossier.comparison, dossier.annotations
    selectors = [selector for one in annotations for selector in one.target.selectors]
    placed = [selector for selector in selectors if selector.placing is Placing.PLACED]
    going = {article.id for article in dossier.articles}
    counts = {
        "doubtful place": len(selectors) - len(placed),
        "elsewhere": sum(selector.article not in going for selector in placed),
        "confidence": sum(selector.confidence < 1 for selector in placed),
        "earlier text": sum(article.revision for article in dossier.articles),
        "file path": sum(bool(article.path) for article in dossier.articles),
        "key": sum(bool(tag.key) for tag in dossier.codebook.tags),
        "variant": sum(len(pair.variants) for pair in comparison.pairs),
        "cluster": len(comparison.clusters),
        "quotation": len(comparison.quotations),
        "term": len(comparison.terms),
        "only here": len(comparison.only_here),
    }
    return tuple(
        Loss(what, "", LossReason.NO_PLACE, count) for what, count in counts.items() if count
    )


def _carried(dossier: Dossier) -> Iterator[Annotation]:
    """Yield the annotations with those places that hold in the articles that go out.

    Their memos are left out where none are asked for.
    """
    texts = {article.id: article for article in dossier.articles}

    def holds(selector: Selector) -> bool:
        article = texts.get(selector.article)
        return article is not None and (
            selector.placing is Placing.PLACED and selector.revision == article.revision
        )

    for one in dossier.annotations:
        target = one.target
        kept = tuple(selector for selector in target.selectors if holds(selector))
        speaks = target.article in texts if target.article else not target.selectors
        if kept or speaks:
            about = (
                target if len(kept) == len(target.selectors) else replace(target, selectors=kept)
            )
            memo = one.memo if dossier.outgoing.has_memos else ""
            yield replace(one, target=about, memo=memo)
