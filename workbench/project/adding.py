"""Adding: what a few new articles share with the many of a project, found without all the rest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from workbench.model import Comparison, silent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.comparison.options import CompareOptions
    from workbench.model import Article, Report

MANY = 50
"""Articles above which new ones are looked at first: fewer are compared in a second or two."""

FEW = 20
"""New articles at most that are looked at first: of more, the whole comparison tells as soon."""

Fingerprints = tuple[tuple[str, bytes], ...]


@dataclass(frozen=True, slots=True)
class Related:
    """The ids of the articles that new ones may share something with, and new fingerprints."""

    ids: frozenset[str]
    fingerprints: Fingerprints


def fingerprints_of(articles: Sequence[Article], report: Report = silent) -> Fingerprints:
    """Return a fingerprint for each article, with its id."""
    from workbench.comparison.fingerprint import fingerprint

    found = []
    for done, article in enumerate(articles):
        report(done, len(articles))
        found.append((article.id, fingerprint(article.text)))
    return tuple(found)


def find_related(
    known: Fingerprints, missing: Sequence[Article], new: Sequence[str], report: Report = silent
) -> Related:
    """Return which articles those with the `new` ids may share something with.

    `missing` are the articles, the new ones among them, that `known` has no fingerprint of.
    """
    from workbench.comparison.fingerprint import related

    made = fingerprints_of(missing, report)
    every = dict(chain(known, made))
    found: set[str] = set()
    for id_ in new:
        others = ((other, content) for other, content in every.items() if other != id_)
        found.update(related(every[id_], others))
    return Related(frozenset(found), made)


def compare_added(
    articles: Sequence[Article],
    new: Sequence[str],
    options: CompareOptions,
    report: Report = silent,
) -> Comparison:
    """Return what the articles with the `new` ids share with the other `articles` given.

    Pairs, clusters and wording only, among as few articles as have any of it; what the others
    share among themselves is left out. `a` is in the article that comes first.
    """
    from workbench.comparison.archive import added
    from workbench.comparison.clusters import clusters
    from workbench.comparison.order import oriented
    from workbench.comparison.wording import gather

    place = {article.id: index for index, article in enumerate(articles)}
    waiting = set(new)
    found = []
    for done, article in enumerate([one for one in articles if one.id in waiting]):
        report(done, len(new))
        waiting.remove(article.id)
        candidates = [one for one in articles if one.id not in waiting and one.id != article.id]
        found += [oriented(pair, place) for pair in added(article, candidates, options)]
    found.sort(
        key=lambda pair: (place[pair.a.article], place[pair.b.article], pair.a.span, pair.b.span)
    )
    pairs = tuple(replace(pair, id=f"p{number}") for number, pair in enumerate(found, 1))
    sharing = {id_ for pair in pairs for id_ in (pair.a.article, pair.b.article)}.union(new)
    shown = tuple(article for article in articles if article.id in sharing)
    return Comparison(shown, pairs, clusters(pairs, shown), gather(pairs))
