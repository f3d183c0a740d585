"""Relink: the pairs that passages make which the analyst has set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from workbench.comparison.align import align
from workbench.comparison.classify import Stretch, similarity
from workbench.comparison.corpus import read_words
from workbench.comparison.correspond import correspond
from workbench.comparison.explain import explained
from workbench.comparison.extract import extract
from workbench.comparison.order import canonical, oriented
from workbench.comparison.rewording import evidence_of
from workbench.comparison.variants import variants
from workbench.comparison.vocabulary import read_vocabulary
from workbench.comparison.weight import weigh
from workbench.model import Kind, Link, Passage, PassagePair, Reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.comparison.corpus import Corpus
    from workbench.comparison.options import CompareOptions
    from workbench.comparison.rewording import Evidence, Words
    from workbench.comparison.vocabulary import Vocabulary
    from workbench.comparison.weight import Weights
    from workbench.model import Article


@dataclass(frozen=True, slots=True)
class _Ground:
    """All articles read: what the words of any two passages are measured by."""

    place: dict[str, int]
    corpus: Corpus
    weights: Weights
    vocabulary: Vocabulary
    evidence: Evidence


def relinked(
    links: Sequence[Link], articles: Sequence[Article], options: CompareOptions
) -> list[PassagePair]:
    """Return the pairs of these links, without ids, first that of the first link.

    Passages grow to whole words; a link of a passage without any word makes no pair. All articles
    are read, because how rare a word is depends on them.
    """
    if not links:
        return []
    place = {article.id: index for index, article in enumerate(articles)}
    ground = _read(articles)
    pairs = (_pair(link, ground, options) for link in links)
    return [oriented(pair, place) for pair in pairs if pair]


def _read(articles: Sequence[Article]) -> _Ground:
    ordered = canonical(articles)
    corpus = read_words(ordered)
    vocabulary = read_vocabulary(corpus, [article.language for article in ordered])
    return _Ground(
        {article.id: index for index, article in enumerate(ordered)},
        corpus,
        weigh(corpus),
        vocabulary,
        evidence_of(vocabulary),
    )


def _pair(link: Link, ground: _Ground, options: CompareOptions) -> PassagePair | None:
    """Measure a link as those that are found are: verbatim, edited, or else reworded."""
    one, other = sorted((link.a, link.b), key=lambda passage: ground.place[passage.article])
    a, b = _words(one, ground), _words(other, ground)
    if a[0] == a[1] or b[0] == b[1]:
        return None
    first, second = (extract(ground.corpus, ground.weights, *words) for words in (a, b))
    stretch = Stretch(tuple(align(first, second, ())))
    kind, reason, steps = stretch.kind, stretch.reason, stretch.steps
    alike = similarity(reason)
    if alike < options.similarity:
        kind = Kind.REWORDED
        steps = correspond(first, second).steps
        alike = round(ground.evidence.similarity(a, b), 4)
        reason = _reason(ground.evidence, a, b)
    pair = PassagePair(
        "",
        kind,
        alike,
        Passage(one.article, first.span(0, len(first.words))),
        Passage(other.article, second.span(0, len(second.words))),
        variants(steps, first, second),
        reason,
    )
    return explained(pair, ground.corpus, ground.vocabulary, ground.place)


def _words(passage: Passage, ground: _Ground) -> Words:
    """Return the words that a passage touches, by their places in the corpus."""
    corpus, article = ground.corpus, ground.place[passage.article]
    low, high = corpus.first[article : article + 2].tolist()
    start = np.searchsorted(corpus.ends[low:high], passage.span.start, side="right")
    end = np.searchsorted(corpus.starts[low:high], passage.span.end)
    return low + int(start), low + max(int(start), int(end))


def _reason(evidence: Evidence, a: Words, b: Words) -> Reason:
    """Count the words whose stems both passages have, in any order, and all the others."""
    one, other = evidence.counts(a), evidence.counts(b)
    shared = (one & other).total()
    return Reason(shared, one.total() + other.total() - 2 * shared)
