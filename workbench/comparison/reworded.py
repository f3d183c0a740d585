"""Reworded: the pairs of all articles, with what is linked only in other words among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from workbench.comparison.align import align
from workbench.comparison.classify import Stretch, similarity
from workbench.comparison.correspond import correspond
from workbench.comparison.extract import extract
from workbench.comparison.resemblance import likely_sentences
from workbench.comparison.reword import KEPT, Link, Told, absorbed, hull, reword
from workbench.comparison.rewording import Evidence, Words, evidence_of
from workbench.comparison.trim import TELLING
from workbench.comparison.variants import variants
from workbench.model import Kind, Passage, PassagePair, Reason, silent
from workbench.text.sentences import CLAUSE, SENTENCE

ALMOST = 0.99
"""The most that reworded passages are alike: the same words in another order are not the same."""

OPENING = 3
"""Words at the beginning of a sentence that go with a stretch: "First put forward by …"."""

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.comparison.corpus import Corpus
    from workbench.comparison.linking import Survey
    from workbench.comparison.options import CompareOptions
    from workbench.comparison.vocabulary import Vocabulary
    from workbench.model import Report


def with_reworded(
    pairs: Iterable[PassagePair],
    ground: Survey,
    vocabulary: Vocabulary,
    options: CompareOptions,
    report: Report = silent,
) -> list[PassagePair]:
    """Return the pairs, and those of sentences that say the same in other words.

    Pairs go by the order of the articles of `ground`. A small edited one gives way to a reworded
    one around it. Boilerplate is left out. Reports as many units as there are articles.
    """
    corpus = ground.corpus
    place = {article.id: number for number, article in enumerate(ground.articles)}
    by_articles: dict[tuple[int, int], list[PassagePair]] = {}
    for pair in pairs:
        by_articles.setdefault((place[pair.a.article], place[pair.b.article]), []).append(pair)
    told = Told(evidence_of(vocabulary), vocabulary.heads.tolist(), options)
    for passage in (passage for text in ground.boilerplate for passage in text.passages):
        start, end = _words(passage, place[passage.article], corpus)
        told.evidence.taken[start:end] = KEPT * (end - start)
    likely = likely_sentences(corpus, vocabulary, options)
    result: list[PassagePair] = []
    every = sorted(by_articles.keys() | likely.keys())
    for done, two in enumerate(every, 1):
        linked = [(_link(pair, two, corpus), pair) for pair in by_articles.get(two, [])]
        near = sorted(likely.get(two, []))
        loose = [link for link, pair in linked if pair.kind is not Kind.VERBATIM]
        dropped = absorbed(told, loose, near)
        kept = [link for link, _ in linked if link not in dropped]
        bounds = _bounds(two[0], corpus), _bounds(two[1], corpus)
        found = [_with_absorbed(link, dropped) for link in reword(told, bounds, kept, near)]
        replaced = {link for link in dropped if any(hull(link, each) == each for each in found)}
        result += [pair for link, pair in linked if link not in replaced]
        result += [_pair(link, two, ground, told) for link in found]
        report(len(place) * done // len(every), len(place))
    return result


def _with_absorbed(link: Link, dropped: Iterable[Link]) -> Link:
    """Take in what is left of the small edited stretches that lie mostly in a reworded one."""
    for other in sorted(dropped):
        if all(
            2 * (min(part[1], whole[1]) - max(part[0], whole[0])) >= part[1] - part[0]
            for part, whole in zip(other, link, strict=True)
        ):
            link = hull(link, other)
    return link


def _bounds(article: int, corpus: Corpus) -> Words:
    return int(corpus.first[article]), int(corpus.first[article + 1])


def _link(pair: PassagePair, two: tuple[int, int], corpus: Corpus) -> Link:
    a, b = (
        _words(passage, article, corpus)
        for passage, article in zip((pair.a, pair.b), two, strict=True)
    )
    return a, b


def _words(passage: Passage, article: int, corpus: Corpus) -> Words:
    low, high = _bounds(article, corpus)
    edges = np.searchsorted(corpus.starts[low:high], (passage.span.start, passage.span.end))
    return low + int(edges[0]), low + int(edges[1])


def _pair(
    link: Link,
    two: tuple[int, int],
    ground: Survey,
    told: Told,
) -> PassagePair:
    """Make the pair: edited or even verbatim where its words are alike enough in their order."""
    a, b = _to_clauses(link, ground.corpus)
    first, second = (extract(ground.corpus, ground.weights, *words) for words in (a, b))
    stretch = Stretch(tuple(align(first, second, ())))
    kind, reason, alike = stretch.kind, stretch.reason, similarity(stretch.reason)
    steps = stretch.steps
    if alike < told.options.similarity:
        kind = Kind.REWORDED
        if len(ground.articles) <= told.options.closely_articles:
            steps = correspond(first, second).steps
        alike = min(ALMOST, round(told.evidence.similarity(a, b), 4))
        reason = _reason(told.evidence, a, b)
    return PassagePair(
        "",
        kind,
        alike,
        Passage(ground.articles[two[0]].id, first.span(0, len(first.words))),
        Passage(ground.articles[two[1]].id, second.span(0, len(second.words))),
        variants(steps, first, second),
        reason,
    )


def _reason(evidence: Evidence, a: Words, b: Words) -> Reason:
    """Count the words whose stems both passages have, in any order, and all the others."""
    one, other = evidence.counts(a), evidence.counts(b)
    shared = (one & other).total()
    return Reason(shared, one.total() + other.total() - 2 * shared)


def _to_clauses(link: Link, corpus: Corpus) -> Link:
    """Take in the few words up to the edges of clauses, where both articles have one so near."""
    (a, a_end), (b, b_end) = link
    starts = _edge(corpus, a, -1), _edge(corpus, b, -1)
    ends = _edge(corpus, a_end, 1), _edge(corpus, b_end, 1)
    if starts[0] is not None and starts[1] is not None:
        a, b = starts[0], starts[1]
    if ends[0] is not None and ends[1] is not None:
        a_end, b_end = ends[0], ends[1]
    return (_to_sentence(corpus, a), a_end), (_to_sentence(corpus, b), b_end)


def _to_sentence(corpus: Corpus, word: int) -> int:
    """Take in the few words before a stretch with which its sentence begins."""
    for place in range(word, max(-1, word - OPENING - 1), -1):
        if corpus.breaks[place] >= SENTENCE:
            return place
    return word


def _edge(corpus: Corpus, word: int, step: int) -> int | None:
    """Return the nearest word in one direction before which a clause is cut off, if it is near."""
    for place in range(word, word + step * (TELLING + 1), step):
        if place == len(corpus.breaks) or corpus.breaks[place] >= CLAUSE:
            return place
    return None
