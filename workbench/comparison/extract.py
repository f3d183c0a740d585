"""Extract: the words of one stretch of one article, as plain lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from workbench.model import Span
from workbench.text.sentences import PARAGRAPH

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from workbench.comparison.corpus import Corpus
    from workbench.comparison.weight import Weights


@dataclass(frozen=True, slots=True)
class Quote:
    """The words `[start, end)` of an extract that stand in quotation marks."""

    start: int
    end: int
    direct: bool


@dataclass(frozen=True, slots=True)
class Extract:
    """Words of an article from word `offset` of the corpus on.

    `breaks` has one more than the words: the cut after the last. `text` begins at code point
    `origin` of the article; `starts` and `ends` are code points of the article.
    """

    offset: int
    words: list[int]
    starts: list[int]
    ends: list[int]
    breaks: list[int]
    weights: list[float]
    function: list[bool]
    capital: list[bool]
    quotes: tuple[Quote, ...]
    text: str
    origin: int

    def span(self, start: int, end: int) -> Span:
        """Return where the words `[start, end)`, at least one, stand in the article."""
        return Span(self.starts[start], self.ends[end - 1])

    def surface(self, span: Span) -> str:
        """Return the text at a span that `span` has given."""
        return self.text[span.start - self.origin : span.end - self.origin]


def extract(corpus: Corpus, weights: Weights, low: int, high: int) -> Extract:
    """Take the words `[low, high)` of one article out of the corpus; there is at least one."""
    article = int(np.searchsorted(corpus.first, low, side="right")) - 1
    part = slice(low, high)
    starts, ends = corpus.starts[part].tolist(), corpus.ends[part].tolist()
    last = high == int(corpus.first[article + 1])
    after = PARAGRAPH if last else int(corpus.breaks[high])
    return Extract(
        low,
        corpus.hashes[part].tolist(),
        starts,
        ends,
        [*corpus.breaks[part].tolist(), after],
        weights.values[part].tolist(),
        weights.function[part].tolist(),
        corpus.capital[part].tolist(),
        _quotes(corpus, low, high),
        corpus.texts[article][starts[0] : ends[-1]],
        starts[0],
    )


def _quotes(corpus: Corpus, low: int, high: int) -> tuple[Quote, ...]:
    """Return the quotations that lie wholly between two words."""
    numbers: NDArray[np.int32] = corpus.quotes[low:high]
    found = []
    for number in sorted({number for number in numbers.tolist() if number}):
        start, end = corpus.quote_words[number - 1].tolist()
        if low <= start and end <= high:
            found.append(Quote(start - low, end - low, bool(corpus.direct[number - 1])))
    return tuple(found)
