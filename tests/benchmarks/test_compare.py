"""How long a full comparison takes in process."""

import time

import pytest

from workbench.comparison.compare import compare


@pytest.mark.benchmark
def test_comparison_of_a_few_articles(monkeypatch):
    from pathlib import Path

    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    from corpus import make_archive

    print("\narticles  words  seconds")
    for articles, words in ((2, 1_000), (8, 1_000), (8, 10_000)):
        given = make_archive(articles, words).articles
        compare(given)
        begun = time.perf_counter()
        result = compare(given)
        print(f"{articles:8}  {words:5}  {time.perf_counter() - begun:7.3f}")
        assert result.pairs
