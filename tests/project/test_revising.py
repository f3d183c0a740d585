"""A later text of an article, and what becomes of the annotations of the earlier one."""

from dataclasses import replace

from workbench.model import (
    AddArticles,
    Annotation,
    Article,
    ChangeAnnotations,
    EditGroup,
    Placing,
    ReviseArticle,
    Span,
    Target,
    select,
)
from workbench.project.project import Project
from workbench.project.revising import candidates, differences, revise, settle, waiting
from workbench.text.revised import DifferenceKind

TEXT = (
    "The ferry left the old pier at six on Monday with ninety people on board. Nobody was hurt "
    "when it touched the northern breakwater in thick fog. It was the third accident since March."
)
LAST = "It was the third accident since March."
FERRY = Article("a1", TEXT, "Harbour Post", "Ferry aground", "Ann Lee", published="2024-02-21")
OTHER = Article("a2", "Ninety people were on board of the ferry.", "Daily Ledger")
LATER = Article(
    "", TEXT.replace("ninety", "ninety-two").replace(LAST, "The mayor is sorry."), "Harbour Post"
)


def words(quote, article=FERRY):
    start = article.text.index(quote)
    return select(article.id, article.text, Span(start, start + len(quote)), article.revision)


PEOPLE = Annotation("n1", Target((words("ninety people"), words("Ninety people", OTHER))))
THIRD = Annotation("n2", Target((words(LAST),)), ("t1",), "Really?")
WHOLE = Annotation("n3", Target((), "a1"))
ELSEWHERE = Annotation("n4", Target((words("the ferry", OTHER),)))
ALL = (PEOPLE, THIRD, WHOLE, ELSEWHERE)


def revised(article, later, annotations, texts=None):
    """Return the new article and the annotations that change, by their ids."""
    edit = revise(article, later, annotations, texts)
    revising, change = edit.edits
    assert isinstance(revising, ReviseArticle)
    assert isinstance(change, ChangeAnnotations)
    assert change.removed == ()
    return revising.article, {one.id: one for one in change.put}


def test_the_article_keeps_what_the_later_text_does_not_tell():
    later = replace(LATER, headline="Ferry back", url="example")
    article, _ = revised(FERRY, later, ALL)
    assert article == replace(
        FERRY, text=LATER.text, headline="Ferry back", url="example", revision=1
    )


def test_annotations_follow_their_words_or_wait():
    article, put = revised(FERRY, LATER, ALL)
    assert set(put) == {"n1", "n2"}
    moved, still = put["n1"].target.selectors
    assert moved.quote == moved.span.of(article.text) == "ninety-two people"
    assert (moved.revision, moved.placing) == (1, Placing.PLACED)
    assert 0 < moved.confidence < 1
    assert still == PEOPLE.target.selectors[1]
    (third,) = put["n2"].target.selectors
    assert third == replace(THIRD.target.selectors[0], placing=Placing.DOUBTFUL)
    assert put["n2"].memo == "Really?"
    assert waiting(put.values()) == (put["n2"],)


def test_an_article_without_annotations_is_only_revised():
    assert isinstance(revise(FERRY, LATER, (WHOLE, ELSEWHERE)), ReviseArticle)


def test_what_waited_is_tried_again_from_its_own_text():
    article, put = revised(FERRY, LATER, ALL)
    now = tuple({**{one.id: one for one in ALL}, **put}.values())
    again = replace(LATER, text=TEXT.replace("ninety", "eighty-nine"))
    result, later_put = revised(article, again, now, {0: TEXT})
    (third,) = later_put["n2"].target.selectors
    assert (third.placing, third.revision) == (Placing.PLACED, 2)
    assert third.span.of(result.text) == LAST
    _, without = revised(article, again, now)
    assert set(without) == {"n1"}


def test_the_analyst_settles_what_waits():
    article, put = revised(FERRY, LATER, ALL)
    (waits,) = waiting(put.values())
    start = article.text.index("The mayor")
    placed = settle(waits, 0, Span(start, len(article.text)), article)
    assert placed.target.selectors == (words("The mayor is sorry.", article),)
    kept = settle(waits, 0, None, article)
    assert kept.target.selectors[0] == replace(waits.target.selectors[0], placing=Placing.KEPT)
    assert waiting((placed, kept)) == ()
    again = replace(LATER, text=TEXT)
    assert "n2" not in revised(article, again, (kept, put["n1"]), {0: TEXT})[1]


def test_candidates_and_differences_are_of_both_texts():
    article, _ = revised(FERRY, LATER, ALL)
    best = candidates(words("ninety people"), TEXT, article)[0]
    assert best.span.of(article.text) == "ninety-two people"
    kinds = [one.kind for one in differences(TEXT, article.text)]
    assert kinds == [DifferenceKind.REPLACED, DifferenceKind.REPLACED]


def test_the_project_takes_the_edit_and_takes_it_back(tmp_path):
    with Project.create(tmp_path / "one.crossread", AddArticles((FERRY, OTHER))) as project:
        annotations = (PEOPLE, replace(THIRD, tags=()), WHOLE, ELSEWHERE)
        project.apply(ChangeAnnotations(annotations))
        before = project.annotations_of(["a1", "a2"])
        edit = revise(FERRY, LATER, before)
        assert isinstance(edit, EditGroup)
        applied = project.apply(edit)
        assert project.article("a1").text == LATER.text
        assert [one.id for one in project.waiting_annotations()] == ["n2"]
        assert project.revisions("a1")[0].article.text == TEXT
        project.apply(applied.inverse)
        assert project.article("a1") == FERRY
        assert project.annotations_of(["a1", "a2"]) == before
