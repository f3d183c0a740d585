"""Every stage that needs no dictionary, on short articles in scripts unlike the Latin one."""

from pathlib import Path

import pytest
import yaml

from workbench.comparison.collate import collate
from workbench.comparison.compare import compare
from workbench.model import Article, Kind
from workbench.text.language import recognise
from workbench.text.quotations import quoted
from workbench.text.sentences import sentences

STORIES = [
    yaml.safe_load(path.read_text("utf-8"))
    for path in sorted((Path(__file__).parent / "data" / "scripts").glob("*.yaml"))
]
BY_LANGUAGE = pytest.mark.parametrize("story", STORIES, ids=[each["language"] for each in STORIES])


@pytest.fixture
def result(story):
    return compare(
        [
            Article(name, text, language=story["language"])
            for name, text in story["articles"].items()
        ]
    )


def words(story, passage):
    return passage.span.of(story["articles"][passage.article])


@BY_LANGUAGE
def test_language(story):
    assert recognise(" ".join(story["articles"].values())) == story["language"]


@BY_LANGUAGE
def test_sentences(story):
    found = {name: len(sentences(text)) for name, text in story["articles"].items()}
    assert found == story["sentences"]


@BY_LANGUAGE
def test_what_is_repeated_is_verbatim(story, result):
    verbatim = [words(story, pair.a) for pair in result.pairs if pair.kind is Kind.VERBATIM]
    for text in story["verbatim"]:
        assert [found for found in verbatim if text in found]


@BY_LANGUAGE
def test_what_was_edited_is_one_pair_with_its_variant(story, result):
    for text in story["edited"]:
        (pair,) = [pair for pair in result.pairs if text in words(story, pair.a)]
        assert pair.kind is not Kind.VERBATIM
        readings = [(variant.a.text, variant.b.text) for variant in pair.variants]
        assert tuple(story["wording"]) in readings
    assert (story["wording"][0], story["wording"][1]) in [(row.a, row.b) for row in result.wording]


@BY_LANGUAGE
def test_other_articles_share_nothing(story, result):
    assert {(pair.a.article, pair.b.article) for pair in result.pairs} == {("a", "b")}


@BY_LANGUAGE
def test_sentences_only_here(story, result):
    for name in ("a", "b"):
        only = [words(story, passage) for passage in result.only_here if passage.article == name]
        assert only == story["only_here"][name]


@BY_LANGUAGE
def test_quotation(story):
    text = story["articles"]["a"]
    assert [span.of(text) for span in quoted(text)] == [story["quoted"]]


@BY_LANGUAGE
def test_rows_of_a_collation_give_the_texts_back(story):
    texts = [story["articles"]["a"], story["articles"]["b"]]
    table = collate(texts).table
    assert ["".join("".join(cell) for cell in row) for row in table] == texts
    columns = [
        tuple("".join(cell).strip() for cell in column) for column in zip(*table, strict=True)
    ]
    one, other = story["wording"]
    assert any(first and first in one and second and second in other for first, second in columns)
