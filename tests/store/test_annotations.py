"""Annotations go into the file, come back, and are found by what they have."""

import pytest

from workbench.model import Annotation, Placing, Selector, Span, Tag, Target
from workbench.store import annotations
from workbench.store.annotations import (
    annotations_of,
    annotations_of_project,
    annotations_with,
    change_annotations,
    count_uses,
    read_annotations,
    read_taggings,
    waiting_annotations,
)
from workbench.store.articles import add_articles
from workbench.store.codebook import change_codebook

WORDS = Selector("a1", Span(4, 9), "ferry", "The ", " left")
DOUBTFUL = Selector("a2", Span(0, 4), "Gone", placing=Placing.DOUBTFUL)
KEPT = Selector("a2", Span(0, 4), "Gone", placing=Placing.KEPT)
EACH = (
    Annotation("n1", Target((WORDS,)), ("t1", "t2"), "memo", "Ada", "2024-02-01", "2024-02-03"),
    Annotation("n2", Target((WORDS, DOUBTFUL)), ("t1",), created="2024-02-02"),
    Annotation("n3", Target((), "a3"), ("t2",), created="2024-02-03"),
    Annotation("n4", Target(), ("t2",), created="2024-02-04"),
    Annotation("n5", Target((KEPT,)), (), created="2024-02-05"),
)


@pytest.fixture
def filled(file, articles):
    add_articles(file, articles, [article.id for article in articles])
    change_codebook(file, [Tag("t1", "one"), Tag("t2", "two"), Tag("t3", "three")], ())
    change_annotations(file, EACH, ())
    return file


def test_all_come_back_in_portions(filled, monkeypatch):
    monkeypatch.setattr(annotations, "PORTION", 2)
    portions = list(read_annotations(filled))
    assert [len(portion) for portion in portions] == [2, 2, 1]
    assert tuple(one for portion in portions for one in portion) == EACH


def test_those_with_any_of_some_tags_are_found(filled):
    assert [one.id for one in annotations_with(filled, ("t1", "t3"))] == ["n1", "n2"]


def test_those_of_articles_and_of_the_project_are_found(filled):
    assert [one.id for one in annotations_of(filled, ("a2", "a3"))] == ["n2", "n3", "n5"]
    assert annotations_of_project(filled) == (EACH[3],)


def test_those_that_wait_for_review_are_found(filled):
    assert waiting_annotations(filled) == (EACH[1],)


def test_waiting_ones_are_found_by_an_index(filled):
    with filled.reading() as connection:
        plan = connection.execute(
            "EXPLAIN QUERY PLAN SELECT annotation FROM selectors WHERE placing = 'doubtful'"
        ).fetchall()
    assert "selectors_waiting" in plan[0][-1]


def test_uses_are_counted_by_tag(filled):
    assert count_uses(filled) == {"t1": 2, "t2": 3}


def test_each_tag_comes_with_all_places_it_was_given_to(filled):
    (portion,) = read_taggings(filled)
    assert portion == [
        ("n1", "t1", "a1", 4, 9),
        ("n1", "t2", "a1", 4, 9),
        ("n2", "t1", "a1", 4, 9),
        ("n2", "t1", "a2", 0, 0),
        ("n3", "t2", "a3", 0, 0),
        ("n4", "t2", "", 0, 0),
    ]


def test_taggings_come_in_portions_too(filled, monkeypatch):
    (whole,) = read_taggings(filled)
    monkeypatch.setattr(annotations, "PORTION", 1)
    portions = list(read_taggings(filled))
    assert len(portions) == 5
    assert [row for portion in portions for row in portion] == whole
