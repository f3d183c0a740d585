"""Two texts made into extracts, for the stages that work on those."""

from itertools import pairwise

import pytest

from workbench.comparison.corpus import read_words
from workbench.comparison.extract import extract
from workbench.comparison.weight import weigh
from workbench.model import Article, silent


@pytest.fixture
def sides():
    """Return a function that makes extracts, of all their words, out of two texts."""

    def cut(*texts):
        articles = [Article(f"a{number}", text) for number, text in enumerate(texts, 1)]
        corpus = read_words(articles, silent)
        weights = weigh(corpus)
        edges = corpus.first.tolist()
        return tuple(extract(corpus, weights, low, high) for low, high in pairwise(edges))

    return cut
