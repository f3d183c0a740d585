"""What each edit of texts, annotations, tags and outlets does, and which do not fit."""

from dataclasses import replace

import pytest

from workbench.model import (
    AddArticles,
    Annotation,
    Article,
    Change,
    ChangeAnnotations,
    ChangeCodebook,
    ChangeMetadata,
    ChangeOutlets,
    EditGroup,
    InputError,
    InputProblem,
    Outlet,
    Placing,
    RemoveArticles,
    ReviseArticle,
    SetSetting,
    Span,
    Tag,
    TakeBackRevision,
    Target,
    select,
)
from workbench.project.annotating import words_of
from workbench.project.project import Project

FERRY = Article("a1", "The ferry left at six.", "Harbour Post", headline="Sailing")
LATE = Article("a2", "The ferry left at seven.", "Daily Ledger")
LATER = replace(FERRY, text="The old ferry left at six.", headline="Sailing after all")
TIME = Tag("t1", "Time")
NOTE = Annotation("n1", words_of(FERRY, Span(4, 9)), ("t1",), "Which one?", "me", "2026-01-01")
ABOUT = Annotation("n2", Target((), "a1"), (), "Local paper", "me", "2026-01-02")
BOTH = Annotation(
    "n3",
    Target((select("a1", FERRY.text, Span(4, 9)), select("a2", LATE.text, Span(4, 9)))),
    created="2026-01-03",
)


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "story.crossread", AddArticles((FERRY, LATE))) as made:
        made.apply(ChangeCodebook((TIME,)))
        made.apply(ChangeAnnotations((NOTE, ABOUT, BOTH)))
        yield made


def every(project):
    return tuple(one for portion in project.reading_annotations() for one in portion)


def content(project):
    revisions = {article.id: project.revisions(article.id) for article in project.articles()}
    return (project.articles(), revisions, project.codebook().by_id, every(project))


def test_annotations_are_read_as_they_were_put_in(project):
    assert every(project) == (NOTE, ABOUT, BOTH)
    assert project.annotations(["n2", "n9"]) == (ABOUT,)
    assert project.annotations_of(["a2"]) == (BOTH,)
    assert project.annotations_of(["a1", "a2"]) == (NOTE, ABOUT, BOTH)


def test_an_annotation_takes_the_place_of_the_one_with_its_id(project):
    changed = replace(NOTE, memo="The old one", tags=(), target=words_of(FERRY, Span(0, 9)))
    applied = project.apply(ChangeAnnotations((changed,), ("n2",)))
    assert applied.changes == {Change.ANNOTATIONS}
    assert every(project) == (changed, BOTH)
    project.apply(applied.inverse)
    assert every(project) == (NOTE, ABOUT, BOTH)


def test_lone_surrogates_of_a_memo_are_replaced(project):
    project.apply(ChangeAnnotations((replace(ABOUT, memo="\ud800!"),)))
    assert project.annotations(["n2"])[0].memo == "\ufffd!"


@pytest.mark.parametrize(
    ("wrong", "problem"),
    [
        (replace(NOTE, tags=("t9",)), InputProblem.UNKNOWN_TAG),
        (replace(NOTE, target=Target((), "a9")), InputProblem.UNKNOWN_ID),
        (replace(NOTE, target=words_of(LATER, Span(4, 7))), InputProblem.WRONG_PLACE),
        (replace(NOTE, target=words_of(FERRY, Span(4, 4))), InputProblem.WRONG_PLACE),
        (
            replace(NOTE, target=Target((select("a1", FERRY.text, Span(4, 9), 1),))),
            InputProblem.WRONG_PLACE,
        ),
        (
            replace(
                NOTE,
                target=Target(
                    (replace(NOTE.target.selectors[0], revision=1, placing=Placing.DOUBTFUL),)
                ),
            ),
            InputProblem.WRONG_PLACE,
        ),
        (
            replace(NOTE, target=Target((replace(NOTE.target.selectors[0], span=Span(4, 99)),))),
            InputProblem.WRONG_PLACE,
        ),
    ],
)
def test_an_annotation_that_does_not_fit_changes_nothing(project, wrong, problem):
    before = content(project)
    with pytest.raises(InputError) as caught:
        project.apply(ChangeAnnotations((replace(ABOUT, memo="Changed"), wrong)), "annotate")
    assert caught.value.problem is problem
    assert content(project) == before
    assert project.steps() == ()


def test_articles_go_with_what_is_said_of_them_alone(project):
    applied = project.apply(RemoveArticles(("a1",)))
    assert applied.changes == {Change.ARTICLES, Change.ANNOTATIONS}
    left = replace(BOTH, target=Target(BOTH.target.selectors[1:]))
    assert every(project) == (left,)
    project.apply(applied.inverse)
    assert every(project) == (NOTE, ABOUT, BOTH)
    assert project.articles() == (FERRY, LATE)


def revision(*annotations):
    return EditGroup((ReviseArticle(LATER), ChangeAnnotations(annotations)))


def carried(annotation, span):
    first = select("a1", LATER.text, span, 1)
    return replace(annotation, target=Target((first, *annotation.target.selectors[1:])))


MOVED = carried(NOTE, Span(8, 13)), carried(BOTH, Span(8, 13))


def test_a_revised_article_keeps_its_earlier_text(project):
    before = content(project)
    applied = project.apply(revision(*MOVED))
    assert applied.changes == {Change.ARTICLES, Change.ANNOTATIONS}
    assert project.article("a1") == replace(LATER, revision=1)
    (earlier,) = project.revisions("a1")
    assert earlier.article == FERRY
    assert earlier.added.endswith("Z")
    after = content(project)
    again = project.apply(applied.inverse)
    assert content(project) == before
    project.apply(again.inverse)
    assert content(project) == after


def test_a_text_comes_back_with_its_earlier_ones_when_its_removal_is_undone(project):
    project.apply(revision(*MOVED))
    before = content(project)
    removed = project.apply(RemoveArticles(("a1",)))
    assert project.revisions("a1") == ()
    project.apply(removed.inverse)
    assert content(project) == before


def test_no_text_is_revised_under_annotations_that_are_left_behind(project):
    before = content(project)
    with pytest.raises(InputError) as caught:
        project.apply(ReviseArticle(LATER))
    assert caught.value.problem is InputProblem.WRONG_PLACE
    assert content(project) == before


def test_words_may_wait_with_the_text_that_they_stood_in(project):
    waiting = [
        replace(one, target=Target((replace(first, placing=Placing.DOUBTFUL), *others)))
        for one in (NOTE, BOTH)
        for first, *others in [one.target.selectors]
    ]
    project.apply(revision(*waiting))
    assert project.annotations(["n1", "n3"]) == tuple(waiting)


def test_metadata_do_not_number_revisions(project):
    project.apply(revision(*MOVED))
    project.apply(ChangeMetadata((replace(LATER, byline="Ines Vale"),)))
    assert project.article("a1").revision == 1


@pytest.mark.parametrize(
    ("edit", "problem"),
    [
        (ReviseArticle(Article("a9", "None")), InputProblem.UNKNOWN_ID),
        (TakeBackRevision("a9"), InputProblem.UNKNOWN_ID),
        (TakeBackRevision("a1"), InputProblem.NO_REVISION),
        (ChangeCodebook((), ("t1",)), InputProblem.TAG_IN_USE),
        (ChangeCodebook((), ("t9",)), InputProblem.UNKNOWN_TAG),
        (ChangeCodebook((Tag("t2", "Lost", "t9"),)), InputProblem.UNKNOWN_TAG),
        (ChangeCodebook((Tag("t2", "Hen", "t2"),)), InputProblem.UNKNOWN_TAG),
    ],
)
def test_what_does_not_fit_changes_nothing(project, edit, problem):
    before = content(project)
    with pytest.raises(InputError) as caught:
        project.apply(EditGroup((SetSetting("story", "Ferries"), edit)))
    assert caught.value.problem is problem
    assert content(project) == before
    assert project.setting("story") == ""


def test_a_tag_is_made_changed_and_taken_out(project):
    below = Tag("t2", "Hour", "t1", "#112233", "When?", "“at six”", "h", 3)
    made = project.apply(ChangeCodebook((below, replace(TIME, name="Times"))))
    assert made.changes == {Change.CODEBOOK}
    assert project.codebook().path("t2") == (replace(TIME, name="Times"), below)
    project.apply(made.inverse)
    assert project.codebook().tags == (TIME,)


def test_an_outlet_outlives_its_articles_as_long_as_something_is_known_of_it(project):
    post = Outlet("Harbour Post", "HP", "Utopia", "Harbour Group", "#aabbcc")
    applied = project.apply(ChangeOutlets((post,)))
    assert applied.changes == {Change.OUTLETS}
    assert project.outlets() == (Outlet("Daily Ledger"), post)
    project.apply(RemoveArticles(("a1", "a2")))
    assert project.outlets() == (post,)
    project.apply(applied.inverse)
    assert project.outlets() == ()


def test_a_group_is_one_step_and_is_taken_back_in_turn(project):
    group = EditGroup(
        (
            ChangeCodebook((Tag("t2", "Hour", "t1"),)),
            ChangeAnnotations((replace(ABOUT, tags=("t2",)),)),
        )
    )
    before = content(project)
    applied = project.apply(group, "tag")
    assert applied.changes == {Change.CODEBOOK, Change.ANNOTATIONS}
    assert project.annotations(["n2"])[0].tags == ("t2",)
    assert len(project.steps()) == 1
    assert project.undo().changes == applied.changes
    assert content(project) == before
