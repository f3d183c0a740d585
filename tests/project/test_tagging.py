"""The codebook changes, and all uses of its tags stay true."""

import pytest

from workbench.model import (
    AddArticles,
    Annotation,
    Article,
    ChangeAnnotations,
    ChangeCodebook,
    Codebook,
    InputError,
    InputProblem,
    Tag,
    Target,
)
from workbench.project.project import Project
from workbench.project.tagging import (
    COLOURS,
    change_tag,
    changed_codebook,
    delete_tags,
    join_tags,
    move_tags,
    new_tag,
    split_tag,
)

ACTORS = Tag("t1", "actors", definition="Who acts", examples="“he”", place=0)
STATE = Tag("t2", "state", "t1", definition="The state", place=0)
POLICE = Tag("t3", "police", "t2")
FRAMING = Tag("t4", "framing", place=1)
CODEBOOK = Codebook((ACTORS, STATE, POLICE, FRAMING))
USES = (
    Annotation("n1", Target(), ("t1", "t2")),
    Annotation("n2", Target(), ("t2", "t4"), "a memo"),
    Annotation("n3", Target(), ("t3",)),
)


@pytest.fixture
def project(tmp_path):
    """Return a project that has the codebook and its uses."""
    with Project.create(tmp_path / "p.crossread", AddArticles((Article("a1", "Text."),))) as made:
        made.apply(ChangeCodebook(CODEBOOK.tags))
        made.apply(ChangeAnnotations(USES))
        yield made


def tree(codebook):
    return [" / ".join(each.name for each in codebook.path(tag.id)) for tag in codebook.branch()]


def given(project):
    return {one.id: one.tags for one in project.annotations(("n1", "n2", "n3"))}


def using(project, *tags):
    return project.annotations_with(tags)


def test_a_new_tag_stands_last_in_a_colour_that_is_used_least():
    coloured = Codebook((Tag("t1", "a", colour=COLOURS[0]), Tag("t2", "b", colour=COLOURS[1])))
    made = new_tag(coloured, "  two   words ", "t9")
    assert (made.name, made.place, made.colour) == ("two words", 1, COLOURS[2])
    assert new_tag(CODEBOOK, "x", "t9", "t4").place == 0


def test_a_tag_is_changed(project):
    project.apply(change_tag(Tag("t4", "frames", key="f")))
    assert project.codebook().by_id["t4"] == Tag("t4", "frames", key="f")


def test_tags_are_moved_in_their_order(project):
    project.apply(move_tags(CODEBOOK, ("t3", "t2"), "t4", 0))
    assert tree(project.codebook()) == [
        "actors",
        "framing",
        "framing / police",
        "framing / state",
    ]


def test_a_tag_is_moved_before_the_one_that_stands_there(project):
    project.apply(move_tags(CODEBOOK, ("t4",), "", 0))
    assert tree(project.codebook())[0] == "framing"
    project.apply(move_tags(project.codebook(), ("t4",), "", 2))
    assert tree(project.codebook())[-1] == "framing"


def test_a_tag_that_stays_where_it_is_changes_nothing():
    assert move_tags(CODEBOOK, ("t1",), "", 0) == ChangeCodebook()
    assert move_tags(CODEBOOK, ("t1",), "", 1) == ChangeCodebook()


def test_no_tag_comes_below_itself_or_one_that_is_not_there(project):
    for edit in (move_tags(CODEBOOK, ("t1",), "t3", 0), ChangeCodebook((Tag("t9", "x", "t8"),))):
        with pytest.raises(InputError) as caught:
            project.apply(edit)
        assert caught.value.problem is InputProblem.UNKNOWN_TAG
    assert project.codebook().branch() == CODEBOOK.branch()


def test_a_tag_that_is_not_there_cannot_go():
    with pytest.raises(InputError):
        changed_codebook(CODEBOOK, ChangeCodebook((), ("t9",)))


def test_joined_tags_leave_their_uses_meanings_and_branches_to_one(project):
    project.apply(join_tags(CODEBOOK, "t4", ("t4", "t1", "t2"), using(project, "t1", "t2")))
    assert given(project) == {"n1": ("t4",), "n2": ("t4",), "n3": ("t3",)}
    assert tree(project.codebook()) == ["framing", "framing / police"]
    joined = project.codebook().by_id["t4"]
    assert joined.definition == "Who acts\nThe state"
    assert joined.examples == "“he”"


def test_a_tag_that_is_joined_with_those_above_it_moves_up(project):
    project.apply(join_tags(CODEBOOK, "t3", ("t1", "t2"), using(project, "t1", "t2")))
    assert tree(project.codebook()) == ["police", "framing"]
    assert given(project)["n1"] == ("t3",)


def test_joining_is_undone_in_one_step(project):
    project.apply(join_tags(CODEBOOK, "t4", ("t1",), using(project, "t1")), "join")
    project.undo()
    assert project.codebook().branch() == CODEBOOK.branch()
    assert given(project) == {one.id: one.tags for one in USES}


def test_deleted_tags_leave_their_annotations_and_what_stood_below(project):
    project.apply(delete_tags(CODEBOOK, ("t1", "t2"), using(project, "t1", "t2")), "delete")
    assert given(project) == {"n1": (), "n2": ("t4",), "n3": ("t3",)}
    assert project.annotations(("n2",))[0].memo == "a memo"
    assert tree(project.codebook()) == ["police", "framing"]
    project.undo()
    assert project.codebook().branch() == CODEBOOK.branch()


def test_a_tag_in_use_cannot_go_alone(project):
    with pytest.raises(InputError) as caught:
        project.apply(ChangeCodebook((), ("t4",)))
    assert caught.value.problem is InputProblem.TAG_IN_USE


def test_a_split_tag_gives_some_uses_away(project):
    part = Tag("t9", "law", "t1")
    project.apply(split_tag(STATE, (part,), [(USES[1], "t9")]))
    assert given(project) == {"n1": ("t1", "t2"), "n2": ("t9", "t4"), "n3": ("t3",)}
    assert "actors / law" in tree(project.codebook())
