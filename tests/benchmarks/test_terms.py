"""How long it takes to discover rival terms, and how much memory."""

import resource
import time
from dataclasses import replace

import pytest

from workbench.comparison.terms import families

RIVALS = ("The new harbour toll is near. ", "The new deep harbour toll is near. ")


@pytest.mark.benchmark
def test_terms_of_few_and_of_many_articles(monkeypatch):
    from pathlib import Path

    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    from corpus import make_archive

    print("\narticles  words  seconds  MB at most")
    for articles, words in ((8, 1_000), (1_000, 500), (10_000, 500)):
        given = [
            replace(article, text=RIVALS[number % 2] + article.text, outlet=f"o{number % 4}")
            for number, article in enumerate(make_archive(articles, words).articles)
        ]
        begun = time.perf_counter()
        found = families(given, ())
        seconds = time.perf_counter() - begun
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{articles:8}  {words:5}  {seconds:7.3f}  {peak:10}")
        assert [len(family.terms) for family in found] == [2]
