"""Linking: the stages from articles to the pairs of each two of them, in turn."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from workbench.comparison.boilerplate import (
    boilerplate_stretches,
    named,
    places_of,
    touched,
)
from workbench.comparison.chain import Promise, candidates, promising
from workbench.comparison.classify import plausible
from workbench.comparison.corpus import Corpus, read_words
from workbench.comparison.order import canonical
from workbench.comparison.overlap import Runs, find_runs
from workbench.comparison.passages import extracts, link
from workbench.comparison.seeds import Seeds, paired, paired_with, rows, shared_seeds, without
from workbench.comparison.weight import Weights, weigh
from workbench.model import silent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from workbench.comparison.chain import Candidate
    from workbench.comparison.extract import Extract
    from workbench.comparison.options import CompareOptions
    from workbench.comparison.processes import Each
    from workbench.model import Article, Boilerplate, PassagePair, Report

PORTION = 3_000
"""Words that a process aligns at a time: some hundredths of a second of work."""


class Task(NamedTuple):
    """Two articles, by their ids, and all that may be a passage of both."""

    articles: tuple[str, str]
    candidates: list[tuple[Extract, Extract, Candidate]]


@dataclass(frozen=True, slots=True)
class Survey:
    """What is known of all articles together before any two of them are linked."""

    articles: tuple[Article, ...]
    corpus: Corpus
    weights: Weights
    runs: Runs
    promise: Promise
    boilerplate: tuple[Boilerplate, ...]


def survey(
    articles: Sequence[Article],
    options: CompareOptions,
    report: Report = silent,
    each: Each = map,
) -> Survey:
    """Read all articles and find what any two share, before words are aligned.

    Reports twice as many units as there are articles, and half of them as done.
    """
    size = options.seed_words
    corpus = read_words(articles, report, each)
    shared = shared_seeds(corpus, options)
    kept = places_of(corpus, shared, options.kept_boilerplate, size)
    stretches = boilerplate_stretches(corpus, shared, kept, options)
    shared = without(corpus, shared, touched(corpus, stretches, options))
    seeds = paired(corpus, shared, kept, options)
    texts = named(corpus, articles, stretches, size)
    return _surveyed(articles, corpus, seeds, texts, options)


def survey_around(
    article: Article, others: Sequence[Article], boilerplate: Iterable[str], options: CompareOptions
) -> Survey:
    """Find what an article shares with others, not what these share; `boilerplate` is left out."""
    articles = canonical([article, *others])
    size = options.seed_words
    corpus = read_words(articles)
    shared = shared_seeds(corpus, options)
    left_out = places_of(corpus, shared, boilerplate, size)
    left_out &= ~places_of(corpus, shared, options.kept_boilerplate, size)
    begin, end = rows(left_out[:-1])
    shared = without(corpus, shared, touched(corpus, (begin, end + size - 1), options))
    seeds = paired_with(corpus, shared, articles.index(article), options)
    return _surveyed(articles, corpus, seeds, (), options)


def _surveyed(
    articles: Sequence[Article],
    corpus: Corpus,
    seeds: Seeds,
    boilerplate: tuple[Boilerplate, ...],
    options: CompareOptions,
) -> Survey:
    weights = weigh(corpus)
    found = find_runs(corpus, seeds, options)
    runs, promise = promising(corpus, found, weights.values, options)
    return Survey(tuple(articles), corpus, weights, runs, promise, boilerplate)


def solved(
    ground: Survey, options: CompareOptions, report: Report = silent, each: Each = map
) -> Iterator[list[PassagePair]]:
    """Yield the pairs of every two articles that share something, some pairs at a time."""
    work = portions(tasks(ground, options, report))
    return each(partial(_solve_portion, options=options), work)


def tasks(ground: Survey, options: CompareOptions, report: Report = silent) -> Iterator[Task]:
    """Yield every two articles that may share something; reports the other half of the units."""
    articles, runs = ground.articles, ground.runs
    count = max(1, len(runs.a))
    done = 0
    for group in candidates(runs, ground.promise, len(articles), options):
        one, other = group[0].articles
        cut = [(*extracts(ground.corpus, ground.weights, each), each) for each in group]
        likely = [each for each in cut if plausible(each[0], each[1], options)]
        if likely:
            yield Task((articles[one].id, articles[other].id), likely)
        done += sum(len(candidate.runs) for candidate in group)
        report(len(articles) + len(articles) * done // count, 2 * len(articles))
    report(2 * len(articles), 2 * len(articles))


def portions(work: Iterable[Task]) -> Iterator[list[Task]]:
    """Gather tasks until there are enough words in them to be worth sending."""
    portion: list[Task] = []
    words = 0
    for task in work:
        portion.append(task)
        words += sum(len(one.words) + len(other.words) for one, other, _ in task.candidates)
        if words >= PORTION:
            yield portion
            portion, words = [], 0
    if portion:
        yield portion


def solve(task: Task, options: CompareOptions) -> list[PassagePair]:
    """Return the pairs of two articles."""
    return link(task.candidates, task.articles, options)


def _solve_portion(portion: list[Task], options: CompareOptions) -> list[PassagePair]:
    return [pair for task in portion for pair in solve(task, options)]
