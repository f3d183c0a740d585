"""Files that hold many articles: what is gathered, and what is set aside."""

from pathlib import Path

import pytest

from workbench.formats import collection
from workbench.formats.collection import collected, set_aside
from workbench.model import Article, Cancelled, FileError, FileProblem, silent

PATH = Path("x.rss")


def test_what_has_no_text_is_set_aside_under_its_name():
    blank = Article("", " \n", headline="Ferry")
    nameless = Article("", "", url="https://lamp.example/f")
    reading = collected(PATH, "feed", [Article("", "It left."), blank, nameless], silent)
    assert [article.text for article in reading.articles] == ["It left."]
    assert [(e.problem, e.place, e.headline) for e in reading.skipped] == [
        (FileProblem.NO_TEXT, 2, "Ferry"),
        (FileProblem.NO_TEXT, 3, "https://lamp.example/f"),
    ]


def test_nothing_found_is_told():
    (error,) = collected(PATH, "feed", [], silent).skipped
    assert error.problem is FileProblem.NO_TEXT


def test_articles_are_bounded(monkeypatch):
    monkeypatch.setattr(collection, "MAX_ARTICLES", 1)
    with pytest.raises(FileError) as caught:
        collected(PATH, "feed", [Article("", "It left.")] * 2, silent)
    assert (caught.value.problem, caught.value.detail) == (FileProblem.TOO_LARGE, "1 articles")


def test_each_article_is_reported_so_that_reading_can_be_cancelled():
    def report(done, _total):
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        collected(PATH, "feed", [Article("", "It left.")] * 2, report)


@pytest.mark.parametrize(
    ("problem", "told"),
    [
        (FileProblem.MISSING, FileProblem.MISSING),
        (FileProblem.NO_TEXT, FileProblem.NO_TEXT),
        (FileProblem.TOO_LARGE, FileProblem.TOO_LARGE),
        (FileProblem.UNREADABLE, FileProblem.DAMAGED),
    ],
)
def test_an_article_set_aside_is_told_in_words_that_fit_an_article(problem, told):
    error = set_aside(PATH, 4, problem, raw=" x" * 200_000)
    assert (error.problem, error.place, len(error.raw)) == (told, 4, 100_000)
