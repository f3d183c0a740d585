"""Linking: the stages from articles to the pairs of each two of them, in turn."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workbench.comparison.chain import candidates, promising
from workbench.comparison.classify import plausible
from workbench.comparison.corpus import read_words
from workbench.comparison.overlap import find_runs
from workbench.comparison.passages import excerpts, link
from workbench.comparison.weight import weigh

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.comparison.chain import Candidate
    from workbench.comparison.excerpt import Excerpt
    from workbench.comparison.options import CompareOptions
    from workbench.model import Article, PassagePair, Report


class Task(NamedTuple):
    """Two articles, by their ids, and all that may be a passage of both."""

    articles: tuple[str, str]
    candidates: list[tuple[Excerpt, Excerpt, Candidate]]


def tasks(articles: Sequence[Article], options: CompareOptions, report: Report) -> Iterator[Task]:
    """Yield every two articles that may share something.

    Reports twice as many units as there are articles: one half for reading, the other for linking.
    """
    corpus = read_words(articles, report)
    weights = weigh(corpus)
    runs, promise = promising(corpus, find_runs(corpus, options), weights.values, options)
    count = max(1, len(runs.a))
    done = 0
    for group in candidates(runs, promise, len(articles), options):
        one, other = group[0].articles
        cut = [(*excerpts(corpus, weights, candidate), candidate) for candidate in group]
        likely = [each for each in cut if plausible(each[0], each[1], options)]
        if likely:
            yield Task((articles[one].id, articles[other].id), likely)
        done += sum(len(candidate.runs) for candidate in group)
        report(len(articles) + len(articles) * done // count, 2 * len(articles))
    report(2 * len(articles), 2 * len(articles))


def solve(task: Task, options: CompareOptions) -> list[PassagePair]:
    """Return the pairs of two articles."""
    return link(task.candidates, task.articles, options)
