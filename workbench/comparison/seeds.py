"""Seeds: a few words in a row that several articles have, brought together by one sort."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from workbench.comparison.grouping import changes, grouped

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from workbench.comparison.corpus import Corpus
    from workbench.comparison.options import CompareOptions

_MIX = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Shared:
    """Words with which a seed begins that several articles have; equal seeds lie together.

    `group` numbers the seeds, `rank` the places of one seed in one article, `spread` counts the
    articles that have the seed, `times` how often each of them has it on average.
    """

    words: NDArray[np.int64]
    group: NDArray[np.int64]
    articles: NDArray[np.int64]
    rank: NDArray[np.int64]
    spread: NDArray[np.int64]
    times: NDArray[np.float64]

    def only(self, which: NDArray[np.bool_]) -> Shared:
        """Return these of the places, as they were counted."""
        return Shared(
            self.words[which],
            self.group[which],
            self.articles[which],
            self.rank[which],
            self.spread[which],
            self.times[which],
        )


@dataclass(frozen=True, slots=True)
class Seeds:
    """Seeds that are to be paired; equal ones lie together up to `end`, hubs before the others.

    Two places of one seed make a pair if one of them is a hub. A seed of a few articles has only
    hubs; one of a great many has a single hub, so that the pairs are a star and no clique. `used`,
    `hub`, `repeated` and `often` have a value for each word of the corpus and one more; `repeated`
    are places that were left out because their article has the seed too often.
    """

    words: NDArray[np.int64]
    articles: NDArray[np.int64]
    end: NDArray[np.int64]
    used: NDArray[np.bool_]
    hub: NDArray[np.bool_]
    repeated: NDArray[np.bool_]
    often: NDArray[np.float32]


def shared_seeds(corpus: Corpus, options: CompareOptions) -> Shared:
    """Sort the n-grams of all articles and keep those that more than one of them has."""
    words = _seed_places(corpus, options.seed_words)
    key = seed_keys(corpus.hashes, words, options.seed_words)
    words, group = grouped(key, words, len(corpus.hashes))
    several = np.bincount(group, minlength=1)[group] > 1
    return _counted(corpus, words[several], group[several])


def without(corpus: Corpus, shared: Shared, words: NDArray[np.bool_]) -> Shared:
    """Leave out the places at these words of the corpus, and count the others anew."""
    if not words.any():
        return shared
    stay = ~words[shared.words]
    return _counted(corpus, shared.words[stay], shared.group[stay])


def paired(
    corpus: Corpus, shared: Shared, kept: NDArray[np.bool_], options: CompareOptions
) -> Seeds:
    """Choose the hubs, and leave out what is a mere phrase of a great many articles.

    What more than `seed_articles` have is a text of its own if enough such words stand in a row, or
    if the analyst wants it kept. Its hub is in the article that has most of such seeds, the first
    in the order of the corpus among several.
    """
    wide = shared.spread > options.seed_articles
    long = _in_long_rows(corpus, shared.words[wide], options) | kept[shared.words[wide]]
    stays = np.ones(len(wide), bool)
    stays[wide] = long
    chosen, wide = shared.only(stays), wide[stays]
    hub = ~wide
    hub[wide] = _first_of_most(chosen.only(wide), len(corpus.texts))
    return _arranged(corpus, chosen, hub, options.seed_repeats)


def paired_with(corpus: Corpus, shared: Shared, article: int, options: CompareOptions) -> Seeds:
    """Take every place in one article for a hub, and leave out what it does not have."""
    here = shared.articles == article
    has = np.zeros(int(shared.group.max(initial=0)) + 1, bool)
    has[shared.group[here]] = True
    stays = has[shared.group]
    return _arranged(corpus, shared.only(stays), here[stays], options.seed_repeats)


def seed_keys(
    hashes: NDArray[np.uint64], words: NDArray[np.int64], size: int
) -> NDArray[np.uint64]:
    """Hash `size` words from each of these on into one number."""
    key = np.zeros(len(words), np.uint64)
    for step in range(size):
        key = key * _MIX + hashes[words + step]
    key ^= key >> np.uint64(31)
    return key * _MIX


def rows(marked: NDArray[np.bool_]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return where rows of marked words begin and end."""
    edges = np.flatnonzero(np.diff(marked, prepend=False, append=False))
    return edges[::2], edges[1::2]


def _seed_places(corpus: Corpus, size: int) -> NDArray[np.int64]:
    """Return the words with which a seed can begin and still end in the same article."""
    whole = np.ones(len(corpus.hashes), bool)
    for step in range(1, size):
        last = corpus.first[1:] - step
        whole[last[last >= 0]] = False
    return np.flatnonzero(whole)


def _counted(corpus: Corpus, words: NDArray[np.int64], group: NDArray[np.int64]) -> Shared:
    """Count the articles of every seed, and keep the seeds that several have."""
    articles = corpus.article_of(words)
    first_here = changes(group) | changes(articles)
    places = np.arange(len(words))
    rank = places - np.maximum.accumulate(np.where(first_here, places, 0))
    spread = np.bincount(group[first_here], minlength=int(group.max(initial=0)) + 1)[group]
    times = np.bincount(group, minlength=1)[group] / spread
    return Shared(words, group, articles, rank, spread, times).only(spread > 1)


def _in_long_rows(
    corpus: Corpus, words: NDArray[np.int64], options: CompareOptions
) -> NDArray[np.bool_]:
    """Tell which of these seeds make, with their neighbours, a row of enough words."""
    marked = np.zeros(len(corpus.hashes), bool)
    marked[words] = True
    begin, end = rows(marked)
    long = end - begin + options.seed_words - 1 >= options.common_words
    marked[:] = False
    for low, high in zip(begin[long].tolist(), end[long].tolist(), strict=True):
        marked[low:high] = True
    return marked[words]


def _first_of_most(wide: Shared, articles: int) -> NDArray[np.bool_]:
    """Tell which place of each seed is the hub."""
    if not len(wide.words):
        return np.zeros(0, bool)
    has = np.bincount(wide.articles, minlength=articles)
    worth = has[wide.articles] * articles - wide.articles
    head = changes(wide.group)
    best = np.maximum.reduceat(worth, np.flatnonzero(head))
    result: NDArray[np.bool_] = (worth == best[np.cumsum(head) - 1]) & (wide.rank == 0)
    return result


def _arranged(corpus: Corpus, chosen: Shared, hub: NDArray[np.bool_], repeats: int) -> Seeds:
    few = chosen.rank < repeats
    count = len(corpus.hashes)
    used, hubs, repeated = (np.zeros(count + 1, bool) for _ in range(3))
    repeated[chosen.words[~few]] = True
    chosen, hub = chosen.only(few), hub[few]
    used[chosen.words] = True
    hubs[chosen.words[hub]] = True
    often = np.ones(count + 1, np.float32)
    often[chosen.words] = chosen.times
    order = slice(None) if hub.all() else np.lexsort((~hub, chosen.group))
    group = chosen.group[order]
    end = np.searchsorted(group, group, side="right")
    return Seeds(chosen.words[order], chosen.articles[order], end, used, hubs, repeated, often)
