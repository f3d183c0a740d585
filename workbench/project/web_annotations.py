"""Web annotations: what of a project they have no place for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model import Loss, LossReason

if TYPE_CHECKING:
    from workbench.model import Dossier


def web_losses(dossier: Dossier) -> tuple[Loss, ...]:
    """Return what a file of Web Annotations does not say of a dossier, counted by what it is."""
    comparison, articles = dossier.comparison, dossier.articles
    described = (
        each.short or each.country or each.group or each.colour for each in dossier.outlets
    )
    counts = {
        "article text": len(articles),
        "earlier text": sum(article.revision for article in articles),
        "outlet description": sum(map(bool, described)),
        "variant": sum(len(pair.variants) for pair in comparison.pairs),
        "quotation": len(comparison.quotations),
        "term": len(comparison.terms),
        "only here": len(comparison.only_here),
    }
    return tuple(
        Loss(what, "", LossReason.NO_PLACE, count) for what, count in counts.items() if count
    )
