"""Articles and settings go into the file and come back."""

from dataclasses import replace

import pytest

from workbench.model import Article
from workbench.store.articles import (
    add_articles,
    read_articles,
    read_setting,
    remove_articles,
    storable,
    storable_article,
    write_setting,
)
from workbench.store.project_file import open_file


def ids(file):
    return [article.id for article in read_articles(file)]


def positions(file):
    with file.reading() as connection:
        return dict(connection.execute("SELECT id, position FROM articles"))


def test_articles_come_back_equal_after_closing(file, path, articles):
    add_articles(file, articles, [article.id for article in articles])
    file.close()
    again = open_file(path)
    assert read_articles(again) == articles
    again.close()


@pytest.mark.parametrize("text", ["", "\0", "a\0b", "\ufeff", "\u2028\r\n", "😀e\u0301", "\uffff"])
def test_any_text_comes_back_as_it_was(file, text):
    article = Article("a1", text, outlet=text, headline=text)
    add_articles(file, [article], ["a1"])
    assert read_articles(file) == (article,)


def test_lone_surrogates_are_replaced_one_by_one():
    assert storable("a\ud83d\ude00b\udfff") == "a\ufffd\ufffdb\ufffd"
    assert storable("😀") == "😀"
    article = Article("a1", "x\ud800", path="caf\udce9.txt")
    assert storable_article(article) == Article("a1", "x\ufffd", path="caf\ufffd.txt")


def test_an_outlet_is_stored_once_and_goes_with_its_last_article(file, articles):
    twice = (*articles, replace(articles[0], id="a4"))
    add_articles(file, twice, [article.id for article in twice])

    def outlets():
        with file.reading() as connection:
            return [
                name for (name,) in connection.execute("SELECT name FROM outlets ORDER BY name")
            ]

    assert outlets() == ["Daily Ledger", "Harbour Post"]
    remove_articles(file, ["a1", "a2"])
    assert outlets() == ["Harbour Post"]
    remove_articles(file, ["a3", "a4"])
    assert outlets() == []


def test_an_article_goes_back_to_its_gap_without_moving_others(file, articles):
    add_articles(file, articles, ["a1", "a2", "a3"])
    remove_articles(file, ["a2"])
    before = positions(file)
    add_articles(file, [articles[1]], ["a1", "a2", "a3"])
    assert ids(file) == ["a1", "a2", "a3"]
    assert positions(file) == {**before, "a2": 1}


def test_articles_make_room_where_there_is_no_gap(file, articles):
    add_articles(file, articles[:2], ["a1", "a2"])
    add_articles(file, articles[2:], ["a3", "a1", "a2"])
    assert ids(file) == ["a3", "a1", "a2"]


def test_settings_are_written_replaced_and_forgotten(file):
    assert read_setting(file, "story") is None
    write_setting(file, "story", "Ferry")
    write_setting(file, "story", "")
    assert read_setting(file, "story") == ""
    write_setting(file, "story", None)
    assert read_setting(file, "story") is None
