"""Projects without a name are kept until they have one."""

import pytest

from workbench.model import AddArticles, Article, OutputError, OutputProblem
from workbench.project.drafts import Drafts
from workbench.project.project import Project

EDIT = AddArticles((Article("a1", "The ferry left at six."),))


@pytest.fixture
def drafts(tmp_path):
    return Drafts(tmp_path / "state" / "drafts")


def names(tmp_path):
    return sorted(path.name for path in (tmp_path / "state" / "drafts").iterdir())


def keep(drafts, edit=None):
    with drafts.new() as project:
        if edit:
            project.apply(edit)
        return project.path


def test_drafts_are_numbered_and_the_newest_with_articles_is_the_latest(drafts, tmp_path):
    assert drafts.latest() is None
    for number in range(1, 11):
        path = keep(drafts, EDIT)
        assert path.name == f"draft-{number}.crossread"
    keep(drafts)
    assert drafts.latest() == tmp_path / "state" / "drafts" / "draft-10.crossread"


def test_empty_drafts_go_and_others_stay(drafts, tmp_path):
    keep(drafts)
    keep(drafts, EDIT)
    keep(drafts)
    with drafts.new():
        drafts.discard_empty()
        assert "draft-4.crossread" in names(tmp_path)
    assert names(tmp_path) == ["draft-2.crossread", "draft-4.crossread"]


def test_a_draft_that_is_open_elsewhere_is_not_the_latest(drafts):
    first = keep(drafts, EDIT)
    with drafts.new() as second:
        second.apply(EDIT)
        assert drafts.latest() == first


def test_what_is_no_draft_or_damaged_is_left_alone(drafts, tmp_path):
    keep(drafts)
    folder = tmp_path / "state" / "drafts"
    (folder / "draft-2.crossread").write_bytes(b"damaged")
    (folder / "draft-notes.txt").write_bytes(b"mine")
    assert drafts.latest() is None
    drafts.discard_empty()
    assert names(tmp_path) == ["draft-2.crossread", "draft-notes.txt"]


def test_a_draft_is_told_from_a_project_with_a_name(drafts, tmp_path):
    draft = keep(drafts, EDIT)
    named = tmp_path / "story.crossread"
    Project.create(named).close()
    assert drafts.holds(draft)
    assert not drafts.holds(named)
    drafts.discard(named)
    drafts.discard(draft)
    drafts.discard(draft)
    assert named.exists()
    assert names(tmp_path) == []


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "state").write_bytes(b"")
    with pytest.raises(OutputError) as caught:
        Drafts(tmp_path / "state" / "drafts").new()
    assert caught.value.problem is OutputProblem.NO_FOLDER
