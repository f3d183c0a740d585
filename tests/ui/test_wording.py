"""The words the window says about dates, counts and passages."""

from dataclasses import replace

import pytest

from workbench.model import Article, Cluster, Comparison, Kind, Passage, Span
from workbench.ui.desk import Desk
from workbench.ui.wording import (
    KINDS,
    called,
    count,
    facts,
    first_words,
    length_words,
    long_date,
    short_date,
)


@pytest.mark.parametrize(
    ("published", "long", "short"),
    [
        ("2024-02-21", "21 Feb 2024", "21 Feb"),
        ("2024-12-01T23:59:00+14:00", "1 Dec 2024", "1 Dec"),
        ("", "", ""),
        ("2024", "2024", "2024"),
        ("2024-02-31", "2024-02-31", "2024-02-31"),
        ("last week", "last week", "last week"),
    ],
)
def test_dates(published, long, short):
    assert (long_date(published), short_date(published)) == (long, short)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (count(0, "article"), "0 articles"),
        (count(1, "article"), "1 article"),
        (count(2, "article"), "2 articles"),
        (count(1234567, "word"), "1,234,567 words"),
        (count(1, "copy", "copies"), "1 copy"),
        (count(3, "copy", "copies"), "3 copies"),
    ],
)
def test_counts(said, expected):
    assert said == expected


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("", "0 words"),
        ("The ferry left.", "3 words"),
        ("Кораблі вийшли з порту", "4 words"),
        ("新质生产力。", "5 characters"),
        ("港", "1 character"),
        ("The 港 of the town", "5 words"),
        ("ท่าเรือเก่า", "11 characters"),
    ],
)
def test_a_length_is_told_in_words_or_where_there_are_none_in_characters(text, length):
    assert length_words(text) == length


def test_every_kind_has_words_of_its_own():
    assert set(KINDS) == set(Kind)
    assert len(set(KINDS.values())) == len(KINDS)


def test_facts_tell_sigla_kind_differences_and_who_was_first(desk):
    assert facts(desk.cluster("ferry"), desk) == (
        "A · B · C — edited, 2 differences — first seen 20 Feb, Morning Post — 7 words"
    )
    assert facts(desk.cluster("band"), desk) == "A · C — word for word — 6 words"


def test_facts_leave_out_an_outlet_that_is_not_known(qapp, articles, comparison):
    desk = Desk()
    desk.show_articles(replace(article, outlet="") for article in articles)
    desk.show_comparison(comparison)
    assert facts(desk.cluster("ferry"), desk).endswith("first seen 20 Feb — 7 words")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Short words.", "Short words."),
        ("Words\n\nin\tlines.", "Words in lines."),
        ("x" * 60, "x" * 60),
        ("x" * 61, "x" * 60 + "…"),
        ("word " * 30, "word word word word word word word word word word word word…"),
        ("The " + "y" * 70, "The…"),
    ],
)
def test_first_words_fit_in_a_line_and_cut_no_word_in_two(qapp, text, expected):
    desk = Desk()
    desk.show_articles([Article("a", text)])
    cluster = Cluster("c", Kind.EDITED, (Passage("a", Span(0, len(text))),), ())
    desk.show_comparison(Comparison(desk.articles, (), (cluster,)))
    assert first_words(cluster, desk) == expected


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        (Article("a", "Text.", headline="Ferry leaves"), "Ferry leaves"),
        (Article("a", "  The ferry left.\nMore."), "The ferry left."),
        (Article("a", "word " * 30), "word " * 15 + "word…"),
        (Article("a", " \n "), "Empty article"),
    ],
)
def test_an_article_without_a_headline_is_called_by_its_first_words(article, expected):
    assert called(article) == expected
