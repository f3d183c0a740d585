"""Steps are undone and done again in turn, also on another day."""

import pytest

from workbench.model import (
    AddArticles,
    Article,
    Change,
    InputError,
    InputProblem,
    ProjectError,
    SetSetting,
    Step,
)
from workbench.project.project import Project


@pytest.fixture
def path(tmp_path):
    return tmp_path / "story.crossread"


@pytest.fixture
def project(path):
    with Project.create(path, AddArticles((Article("a1", "The ferry left."),))) as made:
        made.apply(SetSetting("story", "Ferries"), "name the story")
        made.apply(SetSetting("story", "Piers"), "name it anew")
        yield made


def test_what_has_no_name_is_no_step(project):
    project.apply(SetSetting("width", "80"))
    assert project.steps() == (Step(1, "name the story"), Step(2, "name it anew"))


def test_steps_are_taken_back_and_done_again_in_turn(project):
    assert project.undo().changes == {Change.SETTINGS}
    assert project.setting("story") == "Ferries"
    assert project.steps() == (Step(1, "name the story"), Step(2, "name it anew", is_undone=True))
    project.undo()
    assert project.setting("story") == ""
    assert project.undo() is None
    project.redo()
    assert project.setting("story") == "Ferries"
    project.redo()
    assert project.setting("story") == "Piers"
    assert project.redo() is None


def test_steps_are_taken_back_after_the_project_was_closed(project, path):
    project.undo()
    project.close()
    with Project.open(path) as again:
        assert [step.is_undone for step in again.steps()] == [False, True]
        again.redo()
        assert again.setting("story") == "Piers"
        again.undo()
        again.undo()
        assert again.setting("story") == ""


def test_a_new_step_takes_the_place_of_those_that_were_undone(project):
    project.undo()
    project.apply(SetSetting("story", "Gates"), "name it otherwise")
    assert [step.words for step in project.steps()] == ["name the story", "name it otherwise"]
    assert project.redo() is None


def test_a_step_that_does_not_fit_any_more_is_forgotten(project):
    project.apply(AddArticles((Article("a2", "Another."),)), "import 1 article")
    project.undo()
    project.apply(AddArticles((Article("a2", "Yet another."),)))
    with pytest.raises(InputError) as caught:
        project.redo()
    assert caught.value.problem is InputProblem.STALE_STEP
    assert caught.value.detail == "import 1 article"
    assert [step.words for step in project.steps()] == ["name the story", "name it anew"]
    assert project.article("a2").text == "Yet another."


def test_who_only_reads_takes_nothing_back(project, path):
    with Project.open(path) as second, pytest.raises(ProjectError):
        second.undo()
    assert project.setting("story") == "Piers"


def test_what_another_program_has_changed_is_read_after_a_refresh(project, path):
    with Project.open(path) as second:
        assert len(second.articles()) == 1
        project.apply(AddArticles((Article("a2", "Another."),)), "import 1 article")
        second.follow()
        assert len(second.articles()) == 2
