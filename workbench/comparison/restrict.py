"""Restrict: what a comparison says of some of its articles, or of some of its clusters."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.comparison.likelihood import log_likelihood
from workbench.comparison.only_here import only_here
from workbench.comparison.terms import outlet_of
from workbench.model import Comparison
from workbench.text.moments import instant

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping
    from datetime import datetime

    from workbench.model import Article, Cluster, Passage, Term, TermFamily

_FEWEST = 2  # articles that a cluster is of, and forms that are rivals


def restricted(comparison: Comparison, ids: Collection[str]) -> Comparison:
    """Return what a comparison says of some of its articles among each other, by their ids.

    Pairs and clusters keep their ids and kinds. Which passage is the earliest, what stands only
    here and how unevenly forms are used is found anew, for it depends on the other articles.
    """
    articles = tuple(article for article in comparison.articles if article.id in ids)
    if len(articles) == len(comparison.articles):
        return comparison
    pairs = tuple(
        pair for pair in comparison.pairs if pair.a.article in ids and pair.b.article in ids
    )
    boilerplate = tuple(
        replace(text, passages=passages)
        for text in comparison.boilerplate
        if (passages := _of(text.passages, lambda each: each.article in ids))
    )
    known = {article.id: instant(article.published) for article in articles}
    kept = {pair.id for pair in pairs}
    groups = (_smaller(cluster, kept, known) for cluster in comparison.clusters)
    told = Comparison(
        articles,
        pairs,
        tuple(cluster for cluster in groups if cluster),
        mentions=_of(comparison.mentions, lambda each: each.article in ids),
        quotations=tuple(each for each in comparison.quotations if each.article in ids),
        terms=comparison.terms,
        boilerplate=boilerplate,
        wording=comparison.wording,
        only_here=only_here(articles, pairs, boilerplate),
    )
    return _following(told, lambda use: use.article in ids)


def with_clusters(
    comparison: Comparison, ids: Collection[str], articles: Collection[str] = ()
) -> Comparison:
    """Return what a comparison says of some of its clusters, by their ids, and of nothing else.

    Its articles are those of the clusters and any others that are named.
    """
    clusters = tuple(cluster for cluster in comparison.clusters if cluster.id in ids)
    spans: dict[str, list[Passage]] = defaultdict(list)
    for cluster in clusters:
        for passage in cluster.passages:
            spans[passage.article].append(passage)

    def is_inside(place: Passage) -> bool:
        return any(each.span.contains(place.span) for each in spans.get(place.article, ()))

    named = {*spans, *articles}
    kept = {id_ for cluster in clusters for id_ in cluster.pairs}
    told = Comparison(
        tuple(article for article in comparison.articles if article.id in named),
        tuple(pair for pair in comparison.pairs if pair.id in kept),
        clusters,
        mentions=_of(comparison.mentions, is_inside),
        quotations=tuple(each for each in comparison.quotations if each.cluster in ids),
        terms=comparison.terms,
        wording=comparison.wording,
    )
    return _following(told, is_inside)


def _of(passages: Iterable[Passage], fits: Callable[[Passage], bool]) -> tuple[Passage, ...]:
    return tuple(passage for passage in passages if fits(passage))


def _smaller(
    cluster: Cluster, pairs: Collection[str], known: Mapping[str, datetime | None]
) -> Cluster | None:
    """Return a cluster of these articles and pairs; None where it links no two of them."""
    passages = _of(cluster.passages, lambda each: each.article in known)
    if len({passage.article for passage in passages}) < _FEWEST:
        return None
    dated = [(moment, each) for each in passages if (moment := known[each.article])]
    return replace(
        cluster,
        passages=passages,
        pairs=tuple(id_ for id_ in cluster.pairs if id_ in pairs),
        earliest=min(dated, key=lambda item: item[0])[1] if dated else None,
    )


def _following(comparison: Comparison, fits: Callable[[Passage], bool]) -> Comparison:
    """Return it with wording, quotations and terms as its pairs, clusters and articles have them.

    `fits` tells which uses of a term are counted.
    """
    pairs = {pair.id for pair in comparison.pairs}
    clusters = {cluster.id for cluster in comparison.clusters}
    by_id = {article.id: article for article in comparison.articles}
    families = [_recounted(family, fits, by_id) for family in comparison.terms]
    rivals = [family for family in families if len(family.terms) >= _FEWEST]
    return replace(
        comparison,
        wording=tuple(
            replace(row, pairs=kept)
            for row in comparison.wording
            if (kept := tuple(id_ for id_ in row.pairs if id_ in pairs))
        ),
        quotations=tuple(
            each if each.cluster in clusters else replace(each, cluster=None)
            for each in comparison.quotations
        ),
        terms=tuple(sorted(rivals, key=_telling)),
    )


def _use(term: Term) -> tuple[int, str]:
    return -len(term.uses), term.text


def _telling(family: TermFamily) -> tuple[bool, float, str]:
    """Sort as a comparison does: what the analyst chose as it stands, then the most telling."""
    if family.chosen:
        return False, 0.0, ""
    return True, -family.log_likelihood, family.terms[0].text


def _recounted(
    family: TermFamily, fits: Callable[[Passage], bool], articles: Mapping[str, Article]
) -> TermFamily:
    """Return a family with the uses that fit, without the forms that have none, most used first."""
    told = (replace(term, uses=_of(term.uses, fits)) for term in family.terms)
    terms = sorted((term for term in told if term.uses), key=_use)
    rows = [Counter(outlet_of(articles[use.article]) for use in term.uses) for term in terms]
    outlets = sorted({outlet for row in rows for outlet in row})
    table = [[row[outlet] for outlet in outlets] for row in rows]
    return replace(family, terms=tuple(terms), log_likelihood=log_likelihood(table))
