"""Compare: everything that a handful of articles share, and where their wording differs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.comparison.clusters import clusters
from workbench.comparison.explain import explained
from workbench.comparison.linking import solved, survey
from workbench.comparison.only_here import only_here
from workbench.comparison.options import CompareOptions
from workbench.comparison.order import canonical, oriented
from workbench.comparison.processes import processes
from workbench.comparison.quoting import assign, quotations_of
from workbench.comparison.reworded import with_reworded
from workbench.comparison.terms import families
from workbench.comparison.vocabulary import read_vocabulary
from workbench.comparison.wording import gather
from workbench.model import Comparison, silent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model import Article, Report

MANY = 200
"""Articles from which other processes are worth the half second that they take to begin."""


def compare(
    articles: Sequence[Article],
    options: CompareOptions = CompareOptions(),  # noqa: B008 - frozen
    report: Report = silent,
    jobs: int = 1,
) -> Comparison:
    """Return the full comparison of these articles, in their order.

    Exchanging two articles exchanges `a` and `b` in their pairs and changes nothing else; nor does
    the number of processes, `jobs`, that work on a great many. `report` is called all along and may
    raise Cancelled. Raises InputError where two articles have one id.
    """
    place = {article.id: index for index, article in enumerate(articles)}
    linking, rewording, quoting = (_stage(report, at, len(articles)) for at in (0, 2, 3))
    with processes(jobs if len(articles) >= MANY else 1) as each:
        ground = survey(canonical(articles), options, linking, each)
        near = [pair for pairs in solved(ground, options, linking, each) for pair in pairs]
    words = read_vocabulary(ground.corpus, [article.language for article in ground.articles])
    number = {article.id: index for index, article in enumerate(ground.articles)}
    found = [
        oriented(explained(pair, ground.corpus, words, number), place)
        for pair in with_reworded(near, ground, words, options, rewording)
    ]
    found.sort(
        key=lambda pair: (place[pair.a.article], place[pair.b.article], pair.a.span, pair.b.span)
    )
    pairs = tuple(replace(pair, id=f"p{number}") for number, pair in enumerate(found, 1))
    quotations, mentions = quotations_of(articles, quoting)
    quotations, groups = assign(quotations, clusters(pairs, articles))
    return Comparison(
        tuple(articles),
        pairs,
        groups,
        gather(pairs, articles),
        only_here(articles, pairs, ground.boilerplate),
        quotations,
        mentions,
        families(articles, pairs, options, ground.corpus),
        ground.boilerplate,
    )


def _stage(report: Report, before: int, articles: int) -> Report:
    """Return the report of one stage: all of them have four units for each article together."""
    return lambda done, _: report(before * articles + done, 4 * articles)
