"""Archive: all pairs of passages in a great many articles, as they are found."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.comparison.linking import solved, survey
from workbench.comparison.options import CompareOptions
from workbench.comparison.order import canonical, oriented
from workbench.comparison.processes import processes
from workbench.model import silent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workbench.model import Article, PassagePair, Report


def overlaps(
    articles: Iterable[Article],
    options: CompareOptions = CompareOptions(),  # noqa: B008 - frozen
    jobs: int = 1,
    report: Report = silent,
) -> Iterator[PassagePair]:
    """Yield the pairs of all articles; `a` is in the article that comes first among them.

    The number of processes makes no difference, nor does the order of the articles but for which
    passage is `a`, and the order of the pairs is the same. Abandoning the iterator, or a `report`
    that raises Cancelled, ends the processes. Raises InputError where two articles have one id.
    """
    given = list(articles)
    place = {article.id: index for index, article in enumerate(given)}
    number = 0
    with processes(jobs) as each:
        ground = survey(canonical(given), options, report, each)
        for pairs in solved(ground, options, report, each):
            for pair in pairs:
                number += 1
                yield replace(oriented(pair, place), id=f"p{number}")
