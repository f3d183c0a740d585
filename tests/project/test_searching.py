"""Searching a project: what is found, in which order, and where the words stand."""

import pytest

from workbench.model import (
    AddArticles,
    Annotation,
    Article,
    ChangeAnnotations,
    ChangeCodebook,
    ChangeMetadata,
    QueryError,
    Span,
    Tag,
    Target,
    select,
)
from workbench.project.project import Project
from workbench.project.searching import MOST_NOTES, Found, Order, hits, looking, search
from workbench.text.query import parse

FERRY = "The ferry left the old pier at six. 新质生产力 is what they call it."
STORM = "Nothing left: the pier is old, and the storm came over the old pier."
ARTICLES = (
    Article("a1", FERRY, "Harbour Post", "Ferry sails", "Ines Vale", "2024-02-21", "", "en-GB"),
    Article("a2", STORM, "Daily Ledger", "Storm over pier", "", "2024-03-01T08:00", language="de"),
    Article("a3", "Elsewhere.", "", "", "", "", language="zh"),
)  # fmt: skip


def on(article, start, end):
    return Target((select(article.id, article.text, Span(start, end)),))


NOTES = (
    Annotation("n1", on(ARTICLES[0], 4, 9), ("blame",), "A wrong ferry", "Anna"),
    Annotation("n2", Target(), (), "On the project and its pier", "Bo"),
    Annotation("n3", Target(article="a3"), ("framing",), "", "Bo"),
)


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "story.crossread", AddArticles(ARTICLES)) as made:
        made.apply(ChangeCodebook((Tag("framing", "Framing"), Tag("blame", "Blame", "framing"))))
        made.apply(ChangeAnnotations(NOTES))
        yield made


def told(project, query, order=Order.RELEVANCE):
    """Return the ids of what is found, each article with its annotations."""
    _, found = search(project, query, order)
    return {
        hit.article.id if hit.article else "": [note.annotation.id for note in hit.notes]
        for hit in found
    }


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {}),
        ("pier", {"a1": [], "a2": [], "": ["n2"]}),
        ('"the old pier"', {"a1": [], "a2": []}),
        ("新质", {"a1": []}),
        ("vale", {"a1": []}),
        ("ferry", {"a1": ["n1"]}),
        ("outlet:harbour", {"a1": []}),
        ("outlet:harb*", {"a1": []}),
        ("outlet:a NEAR outlet:b", {}),
        ("outlet:harbour NEAR outlet:post", {"a1": []}),
        ("outlet:post memo:wrong", {"a1": ["n1"]}),
        ("outlet:ledger memo:wrong", {}),
        ("after:2024-02-22", {"a2": []}),
        ("after:2024-03-01", {"a2": []}),
        ("before:2024-03-01", {"a1": []}),
        ("before:2024-03", {"a1": []}),
        ("language:en", {"a1": []}),
        ("language:German", {"a2": []}),
        ("language:en-U*", {}),
        ("language:z*", {"a3": []}),
        ("language:a NEAR language:b", {}),
        ("byline:vale", {"a1": []}),
        ("headline:pier", {"a2": []}),
        ("tag:framing", {"a1": ["n1"], "a3": ["n3"]}),
        ("tag:blame ferry", {"a1": ["n1"]}),
        ("blame", {"a1": ["n1"]}),
        ("author:bo", {"": ["n2"], "a3": ["n3"]}),
        ("pier -storm", {"a1": [], "": ["n2"]}),
        ("pier -tag:framing", {"a2": [], "": ["n2"]}),
        ("-pier", {"a3": []}),
        ("(ferry OR outlet:ledger) -elsewhere", {"a1": ["n1"], "a2": []}),
        ("-author:anna -outlet:ledger", {"a3": []}),
        ("storm OR after:2024-03", {"a2": []}),
        ("(storm OR -pier) before:2025", {"a2": []}),
    ],
)
def test_a_query_finds(project, query, found):
    assert told(project, query) == found


def test_what_fits_best_comes_first(project):
    assert list(told(project, "pier"))[-1] == "a1"  # it has the word in its text once
    assert list(told(project, "pier", Order.DATE)) == ["a1", "a2", ""]
    assert list(told(project, "pier", Order.OUTLET)) == ["a2", "a1", ""]
    assert list(told(project, "-nowhere", Order.DATE)) == ["a1", "a2", "a3"]
    assert list(told(project, "-nowhere", Order.OUTLET)) == ["a2", "a1", "a3"]


def test_the_places_of_the_words_are_told(project):
    total, (hit,) = search(project, 'ferry "old pier" vale headline:sails -storm')
    assert total == 1
    assert [span.of(FERRY) for span in hit.places] == ["ferry", "old pier"]
    assert [span.of("Ferry sails") for span in hit.headline] == ["Ferry", "sails"]
    assert [span.of("Ines Vale") for span in hit.byline] == ["Vale"]
    _, (hit,) = search(project, "memo:ferry")
    assert hit.article == ARTICLES[0]
    assert [span.of("A wrong ferry") for span in hit.notes[0].places] == ["ferry"]
    _, (hit,) = search(project, "blame")
    assert hit.places == ()  # the article itself is not found
    _, (hit,) = search(project, "memo:project")
    assert hit.article is None


def test_some_of_what_is_found_are_told(project):
    total, found = search(project, "pier", Order.DATE, start=1, most=1)
    assert (total, [hit.article.id for hit in found]) == (3, ["a2"])


def test_of_many_annotations_some_are_told(project):
    many = [
        Annotation(f"m{number}", on(ARTICLES[1], 0, 7), (), "crowd")
        for number in range(MOST_NOTES + 2)
    ]
    project.apply(ChangeAnnotations(tuple(many)))
    _, (hit,) = search(project, "crowd")
    assert (len(hit.notes), hit.more_notes) == (MOST_NOTES, 2)


def test_an_annotation_that_has_gone_meanwhile_is_passed_over(project):
    for _ in project.index.filling():
        pass
    steps = looking(project.index, parse("wrong"))
    found = result(steps)
    project.apply(ChangeAnnotations(removed=("n1",)))
    assert found.annotations == {"a1": ("n1",)}
    assert hits(project.index, found)[0].notes == ()


def test_a_query_that_is_not_whole_is_told(project):
    with pytest.raises(QueryError):
        search(project, '"open')


def test_what_has_changed_is_found_anew(project):
    told(project, "pier")
    project.apply(ChangeMetadata((Article("a3", "Elsewhere.", headline="The pier"),)))
    assert "a3" in told(project, "pier")


def test_nothing_looked_for_finds_nothing(project):
    assert result(looking(project.index, None)) == Found()


def result(steps):
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value
