"""What is known of articles and outlets is told for many at once, and taken back in one step."""

import pytest

from workbench.model import AddArticles, Article, ChangeMetadata, ChangeOutlets, Outlet
from workbench.project.describing import (
    FIELDS,
    as_colour,
    as_described,
    common_values,
    describe,
    describe_outlet,
    join_outlets,
    rename_outlet,
)
from workbench.project.project import Project
from workbench.project.recorded import recorded

ARTICLES = (
    Article("a1", "The ferry left.", "Post", "Ferry leaves", published="2024-02-21"),
    Article("a2", "The ferry came.", "The Post", "Ferry comes", published="2024-02-21"),
    Article("a3", "Nobody waved.", "Star", published="2024-02-22"),
    Article("a4", "The crane stood still."),
)
POST = Outlet("Post", "P", "", "Harbour Group", "")
THE_POST = Outlet("The Post", "TP", "Utopia", "", "#aabbcc")


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "story.crossread", AddArticles(ARTICLES)) as made:
        made.apply(ChangeOutlets((POST, THE_POST)))
        yield made


def outlets_of(project):
    return [article.outlet for article in project.articles()]


@pytest.mark.parametrize(
    ("field", "words", "stored"),
    [
        ("headline", "  Two\n ferries ", "Two ferries"),
        ("outlet", "", ""),
        ("published", "3 March 2024", "2024-03-03"),
        ("published", "2024-03-03T08:30", "2024-03-03T08:30:00"),
        ("published", "yesterday", None),
        ("published", "03/04/2024", None),
        ("published", "", ""),
        ("retrieved", "4 March 2024, 10:15", "2024-03-04"),
        ("retrieved", "soon", None),
        ("language", "German", "de"),
        ("language", "de_AT", "de-AT"),
        ("language", "", ""),
        ("language", "no such tongue", None),
        ("url", "https://post.example/ferry?id=3", "https://post.example/ferry?id=3"),
        ("url", "page three", None),
        ("record", " 00-17 ", "00-17"),
    ],
)
def test_words_are_stored_as_their_field_wants_them(field, words, stored):
    assert as_described(field, words) == stored


def test_the_language_of_articles_tells_how_a_date_is_written():
    assert as_described("published", "03/04/2024", "en-US") == "2024-03-04"
    assert as_described("published", "03/04/2024", "en-GB") == "2024-04-03"


def test_every_field_that_can_be_told_is_one_of_an_article():
    assert set(FIELDS) <= set(Article.__dataclass_fields__)


def test_what_articles_have_in_common_is_told_and_the_rest_is_open():
    found = common_values(ARTICLES[:2])
    assert list(found) == list(FIELDS)
    assert (found["published"], found["outlet"], found["section"]) == ("2024-02-21", None, "")


def test_only_what_is_told_changes_and_only_where_it_differs():
    edit = describe(ARTICLES, {"outlet": "Post", "section": ""})
    assert [article.id for article in edit.articles] == ["a2", "a3", "a4"]
    assert {article.outlet for article in edit.articles} == {"Post"}
    assert edit.articles[0].headline == "Ferry comes"
    assert describe(ARTICLES[:1], {"outlet": "Post"}) == ChangeMetadata(())


@pytest.mark.parametrize(
    ("words", "colour"),
    [(" #AABBCC ", "#aabbcc"), ("", ""), ("red", None), ("#12345", None), ("#12345g", None)],
)
def test_a_colour_is_six_digits_or_none(words, colour):
    assert as_colour(words) == colour


def test_something_is_said_of_an_outlet():
    assert describe_outlet(POST, "short", " HP ") == ChangeOutlets(
        (Outlet("Post", "HP", "", "Harbour Group", ""),)
    )
    assert describe_outlet(POST, "colour", "#AABBCC") == ChangeOutlets(
        (Outlet("Post", "P", "", "Harbour Group", "#aabbcc"),)
    )
    assert describe_outlet(POST, "colour", "greenish") is None


def test_an_outlet_that_is_renamed_keeps_its_details(project):
    before = project.outlets()
    project.apply(rename_outlet(project.articles(), POST, "Harbour Post"), "rename")
    assert outlets_of(project) == ["Harbour Post", "The Post", "Star", ""]
    assert project.outlets() == (
        Outlet("Harbour Post", "P", "", "Harbour Group"),
        Outlet("Star"),
        THE_POST,
    )
    project.undo()
    assert outlets_of(project) == ["Post", "The Post", "Star", ""]
    assert project.outlets() == before


def test_an_outlet_of_which_nothing_is_known_is_renamed_as_well(project):
    before = project.outlets()
    project.apply(rename_outlet(project.articles(), Outlet("Star"), "Evening Star"), "rename")
    assert Outlet("Evening Star") in project.outlets()
    assert Outlet("Star") not in project.outlets()
    project.undo()
    assert project.outlets() == before


def test_outlets_are_joined_with_all_that_is_known_of_them(project):
    before = project.outlets()
    star = Outlet("Star")
    edit = join_outlets(project.articles(), POST, (star, THE_POST))
    project.apply(edit, "join")
    assert outlets_of(project) == ["Post", "Post", "Post", ""]
    assert project.outlets() == (Outlet("Post", "P", "Utopia", "Harbour Group", "#aabbcc"),)
    project.undo()
    assert outlets_of(project) == ["Post", "The Post", "Star", ""]
    assert project.outlets() == before
    project.redo()
    assert outlets_of(project) == ["Post", "Post", "Post", ""]


def test_what_takes_it_back_holds_no_text_once_more(project):
    applied = project.apply(describe(ARTICLES, {"section": "Business"}), "set section")
    assert not any(article.text in recorded(applied.inverse) for article in ARTICLES)
    project.undo()
    assert project.articles() == ARTICLES
