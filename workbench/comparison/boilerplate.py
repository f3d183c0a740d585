"""Boilerplate: what an outlet prints in a great many articles, whatever they are about."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from workbench.comparison.seeds import rows, seed_keys
from workbench.model import Boilerplate, Passage, Span
from workbench.text.sentences import SENTENCE
from workbench.text.tokenize import token_arrays

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from workbench.comparison.corpus import Corpus
    from workbench.comparison.options import CompareOptions
    from workbench.comparison.seeds import Shared
    from workbench.model import Article

    Stretches = tuple[NDArray[np.int64], NDArray[np.int64]]
    """Where stretches of words begin and end in a corpus; each lies in one article."""

MOSTLY = 0.5
"""Share of an article's words from which it is boilerplate as a whole: a list of prices."""

LOOKED_AT = 64
"""Seeds of a stretch that tell which boilerplate it is; bounds the work where it is long."""


def boilerplate_stretches(
    corpus: Corpus, shared: Shared, kept: NDArray[np.bool_], options: CompareOptions
) -> Stretches:
    """Return the stretches of boilerplate, in the order of the corpus.

    It is whole sentences that more than `boilerplate_articles` articles of one outlet have, copies
    of one article counted once; or nearly the whole of an article that mostly consists of such
    words. Articles whose outlet is not known count as those of one outlet, with the higher limit
    `seed_articles`, and are never boilerplate as a whole: that may be wire copy.
    """
    marked = np.zeros(len(corpus.hashes), bool)
    limit = options.boilerplate_articles
    if limit is not None:
        marked[_of_one_outlet(corpus, shared, limit, options.seed_articles)] = True
        marked &= ~kept[:-1]
    if not marked.any():
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    begin, end = rows(marked)
    end += options.seed_words - 1
    mostly = _mostly(corpus, (begin, end), options)
    single = ~mostly[corpus.article_of(begin)]
    low, high = _sentences(corpus, (begin[single], end[single]))
    enough = high - low >= options.seed_words
    whole_low, whole_high = _hulls(corpus, (begin, end), mostly & (corpus.outlets > 0))
    low, high = np.append(low[enough], whole_low), np.append(high[enough], whole_high)
    order = np.argsort(low)
    return low[order], high[order]


def _sentences(corpus: Corpus, stretches: Stretches) -> Stretches:
    """Cut stretches down to whole sentences; where there are none, they end before they begin."""
    heads = np.append(np.flatnonzero(corpus.breaks >= SENTENCE), len(corpus.hashes))
    low = heads[np.searchsorted(heads, stretches[0])]
    high = heads[np.searchsorted(heads, stretches[1], side="right") - 1]
    return low, high


def touched(corpus: Corpus, stretches: Stretches, options: CompareOptions) -> NDArray[np.bool_]:
    """Tell with which words of the corpus a seed begins that has a word of a stretch."""
    steps = np.zeros(len(corpus.hashes) + 1, np.int64)
    np.add.at(steps, np.maximum(stretches[0] - options.seed_words + 1, 0), 1)
    np.add.at(steps, stretches[1], -1)
    return np.cumsum(steps[:-1]) > 0


def places_of(corpus: Corpus, shared: Shared, texts: Iterable[str], size: int) -> NDArray[np.bool_]:
    """Tell for each word of the corpus, and one more, if a seed of these texts begins with it."""
    found = np.zeros(len(corpus.hashes) + 1, bool)
    words = [_words(text) for text in texts]
    if words:
        wanted = [seed_keys(each, np.arange(max(0, len(each) - size + 1)), size) for each in words]
        keys = seed_keys(corpus.hashes, shared.words, size)
        found[shared.words[np.isin(keys, np.concatenate(wanted))]] = True
    return found


def _words(text: str) -> NDArray[np.uint64]:
    tokens = token_arrays(text)
    return tokens.hashes[tokens.is_word]


def named(
    corpus: Corpus, articles: Sequence[Article], stretches: Stretches, size: int
) -> tuple[Boilerplate, ...]:
    """Gather stretches that are the same text, or nearly so, the commonest text first.

    `size` is the number of words of a seed: stretches that share one are the same boilerplate.
    """
    places: dict[bytes, list[tuple[int, int]]] = {}
    for low, high in zip(stretches[0].tolist(), stretches[1].tolist(), strict=True):
        places.setdefault(corpus.hashes[low:high].tobytes(), []).append((low, high))
    owner: dict[bytes, int] = {}
    gathered: list[list[tuple[int, int]]] = []
    for words, found in sorted(places.items(), key=lambda item: (-len(item[1]), item[1][0])):
        seeds = [words[8 * at : 8 * (at + size)] for at in range(_seed_count(words, size))]
        known = Counter(owner[seed] for seed in seeds if seed in owner).most_common(1)
        number = known[0][0] if known else len(gathered)
        if not known:
            gathered.append([])
        gathered[number] += found
        for seed in seeds:
            owner.setdefault(seed, number)
    return tuple(_boilerplate(corpus, articles, found) for found in gathered)


def _seed_count(words: bytes, size: int) -> int:
    return min(LOOKED_AT, len(words) // 8 - size + 1)


def _boilerplate(
    corpus: Corpus, articles: Sequence[Article], found: list[tuple[int, int]]
) -> Boilerplate:
    """Return one boilerplate; the first place is one of its commonest text."""
    holders = corpus.article_of(np.array([low for low, _ in found])).tolist()
    passages = [
        Passage(articles[holder].id, Span(int(corpus.starts[low]), int(corpus.ends[high - 1])))
        for holder, (low, high) in zip(holders, found, strict=True)
    ]
    outlets = {articles[holder].outlet for holder in holders}
    text = passages[0].span.of(corpus.texts[holders[0]])
    return Boilerplate(text, outlets.pop() if len(outlets) == 1 else "", tuple(passages))


def _of_one_outlet(corpus: Corpus, shared: Shared, known: int, unknown: int) -> NDArray[np.int64]:
    """Return the words with which a seed begins that too many articles of its outlet have.

    `known` and `unknown` are how many are allowed where the outlet is known and where it is not.
    """
    many = shared.only(shared.spread > min(known, unknown))
    if not len(many.words):
        return many.words
    outlet = corpus.outlets[many.articles]
    cell = many.group * (int(corpus.outlets.max()) + 1) + outlet
    texts = len(corpus.texts)
    distinct = np.unique(cell * texts + _twins(corpus)[many.articles])
    cells, counts = np.unique(distinct // texts, return_counts=True)
    allowed = np.where(outlet > 0, known, unknown)
    return many.words[counts[np.searchsorted(cells, cell)] > allowed]


def _twins(corpus: Corpus) -> NDArray[np.int64]:
    """Return for every article the first one with the same text."""
    first: dict[str, int] = {}
    return np.array([first.setdefault(text, at) for at, text in enumerate(corpus.texts)], np.int64)


def _mostly(corpus: Corpus, stretches: Stretches, options: CompareOptions) -> NDArray[np.bool_]:
    """Tell which articles consist mostly of stretches that are no mere phrase."""
    covered = np.zeros(len(corpus.texts))
    begin, end = stretches
    length = end - begin
    length[length < options.words] = 0
    np.add.at(covered, corpus.article_of(begin), length)
    result: NDArray[np.bool_] = covered > MOSTLY * np.diff(corpus.first)
    return result


def _hulls(corpus: Corpus, stretches: Stretches, mostly: NDArray[np.bool_]) -> Stretches:
    """Return what lies between the first and the last stretch of each of these articles.

    It is cut down to whole sentences unless little were left.
    """
    begin, end = stretches
    article = corpus.article_of(begin)
    inside = mostly[article]
    begin, end, article = begin[inside], end[inside], article[inside]
    head = np.flatnonzero(np.diff(article, prepend=-1))
    tail = np.append(head[1:], len(article))[: len(head)] - 1
    begin, end = begin[head], end[tail]
    low, high = _sentences(corpus, (begin, end))
    cut = high - low > MOSTLY * (end - begin)
    return np.where(cut, low, begin), np.where(cut, high, end)
