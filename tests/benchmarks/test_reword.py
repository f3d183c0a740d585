"""How long rewording takes over a story that a great many outlets tell."""

import time
from collections import Counter
from pathlib import Path

import pytest

from workbench.comparison.linking import solved, survey
from workbench.comparison.options import CompareOptions
from workbench.comparison.order import canonical
from workbench.comparison.reworded import with_reworded
from workbench.comparison.vocabulary import read_vocabulary
from workbench.model import Kind


@pytest.mark.benchmark
@pytest.mark.timeout(600)
def test_rewording_over_one_story(monkeypatch):
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    from story import make_story

    options = CompareOptions()
    print("\narticles  sentences  seconds  reworded pairs")
    for articles in (8, 100, 1_000):
        ground = survey(canonical(make_story(articles)), options)
        near = [pair for pairs in solved(ground, options) for pair in pairs]
        begun = time.perf_counter()
        words = read_vocabulary(ground.corpus, [article.language for article in ground.articles])
        found = with_reworded(near, ground, words, options)
        seconds = time.perf_counter() - begun
        kinds = Counter(pair.kind for pair in found)
        print(f"{articles:8}  {len(words.heads) - 1:9}  {seconds:7.2f}  {kinds[Kind.REWORDED]:14}")
        assert articles < 1_000 or kinds[Kind.REWORDED] > articles
