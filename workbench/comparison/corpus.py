"""Corpus: the words of all articles of a comparison, one after another in arrays."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from workbench.model import silent
from workbench.text.quotations import quoted
from workbench.text.sentences import breaks
from workbench.text.tokenize import BLOCK, token_arrays

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from workbench.comparison.processes import Each
    from workbench.model import Article, Report, Span

_Number = TypeVar("_Number", bound=np.generic)
_FIRST_SINGLE = 0x0E00
_APART = "\n\n"
_DIRECT_ENDS = ",.!?…，。！？"


@dataclass(frozen=True, slots=True)
class Corpus:
    """All words in a row: article by article, each word by its place in the row.

    `outlets` numbers the outlet of every article, 0 where it is not known. `first[k]` is the first
    word of article k, with the number of all words at the end; `starts`
    and `ends` are code points of the article; `breaks` the cut before the word; `quotes` the number
    of the quotation it stands in, from 1, or 0; `quote_words` and `direct` tell of each of these
    its first word and the one after its last, and whether it is an utterance or only a fragment.
    `capital` words begin with a capital, `single` ones are characters of scripts without spaces.
    """

    texts: tuple[str, ...]
    outlets: NDArray[np.int64]
    first: NDArray[np.int64]
    hashes: NDArray[np.uint64]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    breaks: NDArray[np.uint8]
    capital: NDArray[np.bool_]
    single: NDArray[np.bool_]
    quotes: NDArray[np.int32]
    quote_words: NDArray[np.int64]
    direct: NDArray[np.bool_]

    def article_of(self, words: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return which article each of these words stands in."""
        return np.searchsorted(self.first, words, side="right") - 1


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of one block of articles; its quotations are numbered and placed within it."""

    counts: NDArray[np.int64]
    hashes: NDArray[np.uint64]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    breaks: NDArray[np.uint8]
    capital: NDArray[np.bool_]
    single: NDArray[np.bool_]
    quotes: NDArray[np.int32]
    quote_words: NDArray[np.int64]
    direct: NDArray[np.bool_]


def read_words(articles: Sequence[Article], report: Report = silent, each: Each = map) -> Corpus:
    """Tokenize all articles, and find their sentences, clauses and quotations.

    Reports twice as many units as there are articles and stops half way; see `linking.tasks`.
    """
    texts = tuple(article.text for article in articles)
    blocks: list[_Words] = []
    done = 0
    for block in each(_block_words, _blocks(texts)):
        blocks.append(block)
        done += len(block.counts)
        report(done, 2 * len(texts))
    counts = _joined([block.counts for block in blocks])
    quotes, quote_words = _renumbered(blocks)
    return Corpus(
        texts,
        _numbered([article.outlet for article in articles]),
        np.concatenate([np.zeros(1, np.int64), np.cumsum(counts)]),
        _joined([block.hashes for block in blocks]),
        _joined([block.starts for block in blocks]),
        _joined([block.ends for block in blocks]),
        _joined([block.breaks for block in blocks]),
        _joined([block.capital for block in blocks]),
        _joined([block.single for block in blocks]),
        quotes,
        quote_words,
        _joined([block.direct for block in blocks]),
    )


def _joined(parts: list[NDArray[_Number]]) -> NDArray[_Number]:
    return np.concatenate(parts)


def _numbered(outlets: list[str]) -> NDArray[np.int64]:
    numbers = {outlet: number for number, outlet in enumerate(sorted({"", *outlets}))}
    return np.array([numbers[outlet] for outlet in outlets], np.int64)


def _renumbered(blocks: list[_Words]) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """Give the quotations of all blocks numbers in a row, and places in the corpus."""
    quotes, places = [], []
    number = words = 0
    for block in blocks:
        quotes.append(np.where(block.quotes, block.quotes + np.int32(number), np.int32(0)))
        places.append(block.quote_words + words)
        number += len(block.quote_words)
        words += len(block.hashes)
    return np.concatenate(quotes), np.concatenate(places)


def _blocks(texts: tuple[str, ...]) -> Iterator[list[str]]:
    """Gather texts until they are long enough to be tokenized together."""
    block: list[str] = []
    size = 0
    for text in texts:
        block.append(text)
        size += len(text)
        if size >= BLOCK:
            yield block
            block, size = [], 0
    yield block


def _block_words(texts: list[str]) -> _Words:
    text = _APART.join(texts)
    lengths = np.array([len(part) + len(_APART) for part in texts], np.int64)
    offsets = np.cumsum(lengths) - lengths
    tokens = token_arrays(text)
    words = np.flatnonzero(tokens.is_word)
    starts = tokens.starts[words]
    counts = np.diff(np.append(np.searchsorted(starts, offsets), len(words)))
    shift = np.repeat(offsets, counts).astype(np.int32)
    depth = breaks(text, tokens)
    if len(words):
        after = np.concatenate([np.zeros(1, np.int64), words[:-1] + 1])
        depth = np.maximum.reduceat(depth[: words[-1] + 1], after)
    inside = starts - shift
    return _Words(
        counts,
        tokens.hashes[words],
        inside,
        tokens.ends[words] - shift,
        depth[: len(words)],
        _capital(tokens.first[words]),
        (tokens.first[words] >= _FIRST_SINGLE) & (tokens.ends[words] - starts == 1),
        *_quotations(texts, np.concatenate([np.zeros(1, np.int64), np.cumsum(counts)]), inside),
    )


def _capital(first: NDArray[np.uint32]) -> NDArray[np.bool_]:
    codes = np.unique(first)
    capitals = [code for code in codes.tolist() if chr(code).isupper()]
    return np.isin(first, np.array(capitals, np.uint32))


def _quotations(
    texts: list[str], first: NDArray[np.int64], starts: NDArray[np.int32]
) -> tuple[NDArray[np.int32], NDArray[np.int64], NDArray[np.bool_]]:
    """Give all quotations numbers, and tell which words stand in which."""
    numbers = np.zeros(len(starts), np.int32)
    edges: list[tuple[int, int]] = []
    direct: list[bool] = []
    for text, low, high in zip(texts, first[:-1].tolist(), first[1:].tolist(), strict=True):
        spans = _outermost(quoted(text))
        places = np.array([(span.start, span.end) for span in spans], np.int32).reshape(-1, 2)
        words = low + np.searchsorted(starts[low:high], places)
        for span, (begin, end) in zip(spans, words.tolist(), strict=True):
            if begin < end:
                edges.append((begin, end))
                direct.append(_is_direct(text, span.start, span.end))
                numbers[begin:end] = len(edges)
    return numbers, np.array(edges, np.int64).reshape(-1, 2), np.array(direct, bool)


def _outermost(spans: Sequence[Span]) -> list[Span]:
    """Leave out quotations inside others."""
    result: list[Span] = []
    for span in spans:
        if not result or span.start >= result[-1].end:
            result.append(span)
    return result


def _is_direct(text: str, start: int, end: int) -> bool:
    """Tell an utterance from a fragment: it begins and ends as a sentence does."""
    ends = text[end - 1] in _DIRECT_ENDS or text[end + 1 : end + 2] in tuple(_DIRECT_ENDS)
    return ends and not text[start].islower()
