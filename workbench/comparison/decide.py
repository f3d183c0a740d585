"""Decide: a comparison as the analyst has decided that it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.comparison.clusters import SAME, clusters
from workbench.comparison.only_here import only_here
from workbench.comparison.quoting import assign
from workbench.comparison.relink import relinked
from workbench.comparison.wording import gather
from workbench.model import Link

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workbench.comparison.options import CompareOptions
    from workbench.model import Comparison, Decision, Passage, PassagePair


@dataclass(frozen=True, slots=True)
class _Held:
    """A link that holds: the pair that was found, or none yet where the analyst made it."""

    link: Link
    articles: frozenset[str]
    pair: PassagePair | None = None


def decided(
    comparison: Comparison, decisions: Sequence[Decision], options: CompareOptions
) -> Comparison:
    """Return the comparison with its pairs as they were decided, and all that follows from them.

    Decisions hold one after the other. One that names an article which is not compared waits until
    it is. A link is found again where both its passages are mostly the same, so that it stays
    decided when the program finds other edges.
    """
    held = [_held(Link(pair.a, pair.b), pair) for pair in comparison.pairs]
    known = {article.id for article in comparison.articles}
    for decision in decisions:
        if all(id_ in known for id_ in _articles(decision)):
            held = _after(held, decision)
    if [each.pair for each in held] == list(comparison.pairs):
        return comparison
    return _with_pairs(comparison, held, options)


def _articles(decision: Decision) -> set[str]:
    links = (*decision.gone, *decision.instead)
    return {passage.article for link in links for passage in (link.a, link.b)}


def _held(link: Link, pair: PassagePair | None = None) -> _Held:
    return _Held(link, frozenset((link.a.article, link.b.article)), pair)


def _after(held: Iterable[_Held], decision: Decision) -> list[_Held]:
    """Drop what is decided, and put in what holds instead of it."""
    settled: dict[frozenset[str], list[Link]] = {}
    for link in (*decision.gone, *decision.instead):
        settled.setdefault(frozenset((link.a.article, link.b.article)), []).append(link)
    kept = [
        each
        for each in held
        if not any(_is_same(each.link, link) for link in settled.get(each.articles, ()))
    ]
    return [*kept, *map(_held, decision.instead)]


def _is_same(one: Link, other: Link) -> bool:
    """Tell whether two links join the same places, in whichever order they name them."""
    if one.a.article == other.b.article:
        other = Link(other.b, other.a)
    return _is_one_place(one.a, other.a) and _is_one_place(one.b, other.b)


def _is_one_place(one: Passage, other: Passage) -> bool:
    longer = max(one.span.length, other.span.length)
    return one.article == other.article and one.span.shared(other.span) >= SAME * longer


def _with_pairs(
    comparison: Comparison, held: Sequence[_Held], options: CompareOptions
) -> Comparison:
    """Give the pairs new numbers, and gather clusters, wording and the rest from them."""
    articles = comparison.articles
    made = relinked([each.link for each in held if each.pair is None], articles, options)
    found = [each.pair for each in held if each.pair is not None]
    place = {article.id: index for index, article in enumerate(articles)}
    ordered = sorted(
        [(pair, False) for pair in found] + [(pair, True) for pair in made],
        key=lambda item: (
            place[item[0].a.article],
            place[item[0].b.article],
            item[0].a.span,
            item[0].b.span,
        ),
    )
    pairs = tuple(replace(pair, id=f"p{number}") for number, (pair, _) in enumerate(ordered, 1))
    alone = {pair.id for pair, (_, is_made) in zip(pairs, ordered, strict=True) if is_made}
    quotations, groups = assign(comparison.quotations, clusters(pairs, articles, alone))
    return replace(
        comparison,
        pairs=pairs,
        clusters=groups,
        wording=gather(pairs, articles),
        only_here=only_here(articles, pairs, comparison.boilerplate),
        quotations=quotations,
    )
