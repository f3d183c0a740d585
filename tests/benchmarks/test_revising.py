"""How long annotations take to follow a revised text, and how many of them arrive."""

import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

import pytest

LENGTH = 100_000  # code points
SELECTORS = 2_000
HERE = Path(__file__).parent


def written(writer):
    """Return an invented article."""
    sentences, length = [], 0
    while length < LENGTH:
        sentences.append(f"{' '.join(writer.sentence()).capitalize()}. ")
        length += len(sentences[-1])
    return "".join(sentences)[:LENGTH]


def selectors_of(text, random):
    from workbench.model import Span, select
    from workbench.text.tokenize import tokenize

    words = tokenize(text)
    chosen = []
    for _ in range(SELECTORS):
        size = random.choice((1, 2, 3, 5, 8, 15, 25, 40))
        first = random.randrange(len(words) - size)
        span = Span(words[first].span.start, words[first + size - 1].span.end)
        chosen.append(select("a1", text, span))
    return chosen


def revisions(text, writer):
    """Yield what was done to the text, and the text that came of it."""
    random = writer.random
    words, sentences = text.split(" "), text.split(". ")
    for share in (0.01, 0.05):
        changed = [random.choice(writer.words) if random.random() < share else w for w in words]
        yield f"{share:.0%} of the words changed", " ".join(changed)
    yield "one paragraph more", f"{written(writer)[:900]}\n\n{text}"
    yield "all sentences moved", ". ".join(random.sample(sentences, len(sentences)))
    yield "all new", written(writer)
    yield "one word", "word " * (LENGTH // 5)
    yield "nothing", ""


@pytest.mark.benchmark
@pytest.mark.timeout(600)
def test_annotations_follow_a_long_text(monkeypatch):
    monkeypatch.syspath_prepend(str(HERE))
    from corpus import Writer

    from workbench.text.anchor import carry

    writer = Writer(3)
    text = written(writer)
    chosen = selectors_of(text, Random(4))
    carry(chosen[:9], text, f"New. {text}", 1)  # the first run loads what is needed
    print(f"\n{SELECTORS:,} annotations of {LENGTH:,} code points, bar 1 s for the first of them")
    for name, later in revisions(text, writer):
        begun = time.perf_counter()
        placed = Counter(one.placing for one in carry(chosen, text, later, 1))
        seconds = time.perf_counter() - begun
        told = ", ".join(f"{placing} {count:,}" for placing, count in sorted(placed.items()))
        print(f"{name:28} {seconds:6.2f} s  {told}")


@pytest.mark.benchmark
def test_share_carried(monkeypatch):
    monkeypatch.syspath_prepend(str(HERE.parent / "text"))
    monkeypatch.delitem(sys.modules, "test_anchor_revised", raising=False)
    from test_anchor_revised import CASES, judge

    counts = Counter(
        how.partition(":")[0] for case in CASES for how in judge(*case.values).values()
    )
    total = counts.total()
    print(f"\n{total} annotations in {len(CASES)} revised texts")
    for how in ("right", "wrong", "review", "review, rightly"):
        print(f"{how:16} {counts[how]:4} {counts[how] / total:6.1%}")
