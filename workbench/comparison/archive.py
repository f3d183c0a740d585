"""Archive: all pairs of passages in a great many articles, as they are found."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.comparison.linking import solved, survey, survey_around
from workbench.comparison.options import CompareOptions
from workbench.comparison.order import canonical, oriented
from workbench.comparison.processes import processes
from workbench.model import silent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from workbench.model import Article, Boilerplate, PassagePair, Report


def overlaps(
    articles: Iterable[Article],
    options: CompareOptions = CompareOptions(),  # noqa: B008 - frozen
    jobs: int = 1,
    report: Report = silent,
    left_out: Callable[[tuple[Boilerplate, ...]], None] | None = None,
) -> Iterator[PassagePair]:
    """Yield the pairs of all articles; `a` is in the article that comes first among them.

    A text that more than `seed_articles` articles have is linked from one of them to each of the
    others, not between every two: their pairs are a star, and its cluster is the same. Boilerplate
    is not compared; `left_out` is told of it before the first pair.

    The number of processes makes no difference, nor does the order of the articles but for which
    passage is `a`, and the order of the pairs is the same. Abandoning the iterator, or a `report`
    that raises Cancelled, ends the processes. Raises InputError where two articles have one id.
    """
    given = list(articles)
    place = {article.id: index for index, article in enumerate(given)}
    number = 0
    with processes(jobs) as each:
        ground = survey(canonical(given), options, report, each)
        if left_out is not None:
            left_out(ground.boilerplate)
        for pairs in solved(ground, options, report, each):
            for pair in pairs:
                number += 1
                yield replace(oriented(pair, place), id=f"p{number}")


def added(
    article: Article,
    candidates: Sequence[Article],
    options: CompareOptions = CompareOptions(),  # noqa: B008 - frozen
    boilerplate: Iterable[str] = (),
) -> list[PassagePair]:
    """Return the pairs of a new article with others that may share something with it.

    `a` is in the other article, and the pairs come in the order of the others. They are those that
    a run over the whole archive finds, with two differences: words are weighed by these articles
    alone, so that what weighs barely enough may be found in one and not in the other; and what more
    than `seed_articles` articles have is linked with each candidate. `boilerplate` are the texts
    that are known to be boilerplate. Raises InputError where two articles have one id.
    """
    ground = survey_around(article, candidates, boilerplate, options)
    place = {each.id: index for index, each in enumerate((*candidates, article))}
    found = [oriented(pair, place) for pairs in solved(ground, options) for pair in pairs]
    found.sort(key=lambda pair: (place[pair.a.article], pair.a.span, pair.b.span))
    return [replace(pair, id=f"p{number}") for number, pair in enumerate(found, 1)]
