"""Order: the engine has its own order of the articles, so that theirs makes no difference."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.model import InputError, InputProblem, Variant, VariantKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.model import Article, PassagePair

_LATER = "~"  # sorts after every date
_MIRRORED = {
    VariantKind.ADDITION: VariantKind.OMISSION,
    VariantKind.OMISSION: VariantKind.ADDITION,
}


def canonical(articles: Iterable[Article]) -> list[Article]:
    """Sort articles by date, those without one last, then by text and id.

    Raises InputError where two have the same id.
    """
    result = sorted(
        articles, key=lambda article: (article.published or _LATER, article.text, article.id)
    )
    seen: set[str] = set()
    for article in result:
        if article.id in seen:
            raise InputError(InputProblem.DUPLICATE_ID, article.id)
        seen.add(article.id)
    return result


def oriented(pair: PassagePair, place: dict[str, int]) -> PassagePair:
    """Return the pair with the article first that has the lower place."""
    return pair if place[pair.a.article] < place[pair.b.article] else mirrored(pair)


def mirrored(pair: PassagePair) -> PassagePair:
    """Return the same pair with its two articles exchanged."""
    variants = [
        Variant(_MIRRORED.get(variant.kind, variant.kind), variant.b, variant.a, variant.flags)
        for variant in pair.variants
    ]
    variants.sort(key=lambda variant: (variant.a.span, variant.b.span))
    words = tuple(replace(word, a=word.b, b=word.a) for word in pair.reason.words)
    reason = replace(pair.reason, words=words)
    return replace(pair, a=pair.b, b=pair.a, variants=tuple(variants), reason=reason)
