"""How long a search takes in a project of 10,000 articles and as many annotations, and the index.

Measured with the contexts of the first page, as the window shows them.
"""

import time
from pathlib import Path
from statistics import median

import pytest

ARTICLES = 10_000
TIMES = 5
WIDTH = 60  # code points of context on each side

QUERIES = (
    ("a rare word", "{rare}"),
    ("two words", "{usual} {other}"),
    ("a phrase", '"{usual} {other}"'),
    ("a beginning", "{usual}*"),
    ("either of two", "{usual} OR {other}"),
    ("near", "{usual} NEAR/5 {other}"),
    ("outlet and date", "{usual} outlet:north after:2024-02 before:2024-03"),
    ("in memos", "memo:{usual}"),
    ("by a tag", "tag:framing {usual}"),
    ("worst: a word in all", "the"),
    ("worst: all three", "the of and"),
    ("worst: near in all", "the NEAR/5 of"),
    ("worst: one letter", "a*"),
    ("worst: all of a tag", "tag:blame"),
    ("worst: all but", "-{rare}"),
)


def make_project(path, archive, writer):
    from dataclasses import replace

    from workbench.model import (
        AddArticles,
        Annotation,
        ChangeAnnotations,
        ChangeCodebook,
        Span,
        Tag,
        Target,
        select,
    )
    from workbench.project.project import Project

    outlets = ("Morning Post", "Evening Star", "Northern Echo")
    articles = tuple(
        replace(
            article,
            outlet=outlets[place % 3],
            headline=" ".join(writer.sentence()[:7]),
            published=f"2024-{1 + place % 12:02d}-{1 + place % 28:02d}",
        )
        for place, article in enumerate(archive.articles)
    )
    project = Project.create(path, AddArticles(articles))
    project.apply(ChangeCodebook((Tag("t1", "Framing"), Tag("t2", "Blame"))))
    annotations = tuple(
        Annotation(
            f"n{place}",
            Target((select(article.id, article.text, Span(0, 40)),)),
            ("t2", "t1") if place % 10 == 0 else ("t2",),
            " ".join(writer.sentence()[:9]),
        )
        for place, article in enumerate(articles)
    )
    project.apply(ChangeAnnotations(annotations))
    return project


def filled(index):
    """Fill the index and return how long each step took."""
    steps, begun = [], time.perf_counter()
    for _ in index.filling():
        steps.append(time.perf_counter() - begun)
        begun = time.perf_counter()
    return steps


def searched(index, query):
    """Search and return how long it took, the longest step, and how many articles were found."""
    from workbench.project.searching import hits, looking
    from workbench.text.context import in_context
    from workbench.text.query import parse

    begun = last = time.perf_counter()
    longest = 0.0
    steps = looking(index, parse(query))
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found = end.value
            break
        longest = max(longest, time.perf_counter() - last)
        last = time.perf_counter()
    for hit in hits(index, found):
        for span in hit.places[:3]:
            in_context(hit.article, span, WIDTH)
    now = time.perf_counter()
    return now - begun, max(longest, now - last), len(found.articles)


@pytest.mark.benchmark
@pytest.mark.timeout(600)
def test_searching_many_articles(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    from corpus import Writer, make_archive

    writer = Writer(11)
    words = {"usual": writer.words[300], "other": writer.words[420], "rare": writer.words[9_000]}
    path = tmp_path / "many.crossread"
    with make_project(path, make_archive(ARTICLES), writer) as project:
        steps = filled(project.index)
        print(
            f"\nindex of {ARTICLES:,} articles and annotations: {sum(steps):.1f} s,"
            f" step {median(steps) * 1000:.0f} ms, longest {max(steps) * 1000:.0f} ms"
        )
        for name, query in QUERIES:
            runs = [searched(project.index, query.format(**words)) for _ in range(TIMES)]
            total = median(run[0] for run in runs)
            longest = median(run[1] for run in runs)
            print(
                f"search, {name:22} {total * 1000:6.1f} ms, bar 50 ms"
                f" (longest step {longest * 1000:.0f} ms, {runs[0][2]:,} found)"
            )
