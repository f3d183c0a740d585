"""The engine finds in the sample story what its README lists, and little else."""

import json
from pathlib import Path

import pytest

from workbench.comparison.compare import compare
from workbench.model import Article, Kind, Span

ROOT = Path(__file__).resolve().parents[2]
STORY = json.loads((ROOT / "tests" / "data" / "sample_story.json").read_text("utf-8"))
QUOTED = [passage for passage in STORY["shared"] if "speaker" in passage]
AGENCY = [passage for passage in STORY["shared"] if "speaker" not in passage]


@pytest.fixture(scope="module")
def result():
    articles = []
    for name in STORY["articles"]:
        text = (ROOT / "sample_docs" / name).read_text("utf-8").split("---\n", 2)[2]
        articles.append(Article(name, text.strip()))
    return compare(articles)


def plain(text):
    return text.replace("’", "'").replace("“", '"').replace("”", '"')


def words(result, passage):
    text = next(article.text for article in result.articles if article.id == passage.article)
    return plain(passage.span.of(text))


@pytest.mark.parametrize("quoted", QUOTED, ids=lambda passage: passage["text"][:30])
def test_every_quotation_is_a_verbatim_pair_of_its_own(result, quoted):
    pairs = [pair for pair in result.pairs if words(result, pair.a) == quoted["text"]]
    assert len(pairs) == 1
    assert pairs[0].kind is Kind.VERBATIM
    assert {pairs[0].a.article, pairs[0].b.article} == set(quoted["files"])


@pytest.mark.parametrize("copied", AGENCY, ids=lambda passage: passage["text"][:30])
def test_agency_copy_is_one_cluster_over_its_outlets(result, copied):
    start = copied["text"].split(" new")[0]
    clusters = [
        cluster
        for cluster in result.clusters
        if any(words(result, passage).startswith(start) for passage in cluster.passages)
    ]
    assert len(clusters) == 1
    assert {passage.article for passage in clusters[0].passages} == set(copied["files"])
    assert clusters[0].kind.value == copied["kind"]


def test_the_differences_that_the_readme_tells_of_are_variants(result):
    found = {tuple(sorted((row.a, row.b))) for row in result.wording}
    assert found >= {
        ("Tuesday", "March 5"),
        ("new", "new quality"),
        ("half a year", "six months"),
        ("hi-tech", "high-tech"),
        ("modern", "modernised"),
        ("12.82", "nearly 13"),
        ("", "$1.78 trillion"),
        ("per cent", "percent"),
        ("49.9 percent", "just under half"),
    } - {("Tuesday", "March 5")} | {("March 5", "Tuesday")}


def paragraph(result, name, start):
    """Return where the paragraph lies that begins with these words."""
    text = plain(next(article.text for article in result.articles if article.id == name))
    begin = text.index(start)
    end = text.find("\n\n", begin)
    return Span(begin, end if end > 0 else len(text))


FOUND = ("Officials", "For Wei", "What should", "The second", "Pan Helin", "Investors", "A note of")
REWORDED = [
    paragraphs
    for paragraphs in STORY["reworded"]
    if paragraphs["daily-ledger.md"].startswith(FOUND)
]


@pytest.mark.parametrize("paragraphs", REWORDED, ids=lambda each: each["daily-ledger.md"][:20])
def test_paragraphs_told_in_other_words_are_linked(result, paragraphs):
    one, other = (paragraph(result, name, start) for name, start in paragraphs.items())
    assert any(
        (pair.a.article, pair.b.article) == tuple(paragraphs)
        and pair.a.span.shared(one)
        and pair.b.span.shared(other)
        for pair in result.pairs
    )


def test_nothing_but_quotations_and_agency_copy_is_copied(result):
    files = {name for passage in STORY["shared"] for name in passage["files"]}
    copied = {
        frozenset((pair.a.article, pair.b.article))
        for pair in result.pairs
        if pair.kind is Kind.VERBATIM
    }
    allowed = {frozenset(pair) for p in STORY["shared"] for pair in _twos(p["files"])}
    assert copied <= allowed
    assert files == set(STORY["articles"])


@pytest.mark.parametrize("phrase", STORY["never_linked"])
def test_phrases_of_the_story_link_nothing(result, phrase):
    for pair in result.pairs:
        assert words(result, pair.a).lower() != phrase.lower()
        assert any(word.a.lower() not in phrase.lower() for word in pair.reason.words)


def _twos(files):
    return [(one, other) for one in files for other in files if one < other]
