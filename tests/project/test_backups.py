"""Backups of a project are made, listed, restored, and go with a draft."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from workbench.model import (
    AddArticles,
    Annotation,
    Article,
    Change,
    ChangeAnnotations,
    OutputError,
    OutputProblem,
    ProjectError,
    ProjectProblem,
    SetSetting,
    Target,
)
from workbench.project.backups import (
    BackupFacts,
    back_up,
    backups,
    folder_of,
    made_at,
    original_of,
    recover,
    restore_copy,
)
from workbench.project.drafts import Drafts
from workbench.project.project import Project

OLD = Path(__file__).parents[1] / "store" / "data" / "schema-2.crossread"
ARTICLES = (Article("a1", "The ferry left at six."), Article("a2", "It left at seven."))
NOTE = Annotation("n1", Target(article="a1"), (), "Which?")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "story.crossread"


@pytest.fixture
def project(path):
    with Project.create(path, AddArticles(ARTICLES)) as project:
        project.apply(ChangeAnnotations((NOTE,)), "annotate")
        yield project


def test_a_project_that_is_open_is_backed_up_once_for_each_state(project, path):
    told = []
    made = back_up(path, lambda done, total: told.append((done, total)))
    assert told == [(0, 1)]
    assert back_up(path) is None
    (facts,) = backups(path)
    assert facts == BackupFacts(made, made_at(made), 2, 1)
    assert datetime.now(UTC) - facts.made < timedelta(minutes=1)
    assert original_of(made) == path


def test_a_link_to_a_project_leads_to_the_same_backups(project, path, tmp_path):
    link = tmp_path / "link.crossread"
    link.symlink_to(path)
    made = back_up(link)
    assert [facts.path for facts in backups(link)] == [made]
    assert made.parent == folder_of(path)


def test_a_damaged_backup_is_listed_without_numbers(project, path):
    made = back_up(path)
    made.write_bytes(b"nothing")
    assert list(backups(path)) == [BackupFacts(made, made_at(made), None, None)]


def test_what_is_no_backup_has_no_project_and_no_date(path):
    assert original_of(path) is None
    assert made_at(path) is None


def test_a_project_goes_back_and_what_it_was_is_a_backup_too(project, path):
    made = back_up(path)
    project.apply(SetSetting("story", "Ferry"), "name the story")
    made = made.rename(made.with_name("story 2026-11-01 12.00.00 UTC.crossread"))
    project.restore(made)
    assert project.setting("story") == ""
    assert [step.words for step in project.steps()] == ["annotate"]
    assert len(list(backups(path))) == 2
    newest = next(backups(path)).path
    with Project.open(newest) as latest:
        assert latest.setting("story") == "Ferry"
    project.restore(newest)
    assert project.setting("story") == "Ferry"
    assert project.articles() == ARTICLES


def test_without_a_backup_of_the_present_nothing_goes_back(project, path, tmp_path):
    made = back_up(path).rename(tmp_path / "kept.crossread")
    shutil.rmtree(folder_of(path))
    folder_of(path).write_text("in the way")
    project.apply(SetSetting("story", "Ferry"), "name the story")
    with pytest.raises(OutputError) as caught:
        project.restore(made)
    assert caught.value.problem is OutputProblem.FAILED
    assert project.setting("story") == "Ferry"


def test_a_backup_that_cannot_be_made_is_told_with_its_folder(project, path):
    folder_of(path).write_text("in the way")
    with pytest.raises(OutputError) as caught:
        back_up(path)
    assert caught.value.path == str(folder_of(path))


def test_a_project_that_has_gone_is_not_backed_up(path):
    with pytest.raises(ProjectError):
        back_up(path)
    assert not path.exists()


def test_a_backup_is_restored_as_a_project_of_its_own(project, path, tmp_path):
    copy = tmp_path / "copy.crossread"
    restore_copy(back_up(path), copy)
    with Project.open(copy) as other:
        assert other.why_read_only is None
        assert other.articles() == ARTICLES
        assert other.annotations(["n1"]) == (NOTE,)


def test_an_old_project_says_what_it_was_and_can_go_back_to_it(tmp_path):
    path = tmp_path / "old.crossread"
    shutil.copy(OLD, path)
    with Project.open(path) as project:
        assert project.schema_before == 2
        (facts,) = backups(path)
        assert (facts.articles, facts.annotations, facts.is_of_old) == (3, 0, True)
        project.apply(SetSetting("story", "Later"), "name the story")
        project.restore(facts.path)
        assert project.setting("story") == "The ferry"
        assert project.steps() == ()
    with Project.open(path) as project:
        assert project.schema_before == 0


def test_what_another_program_does_is_followed_until_it_has_gone(project, path):
    with Project.open(path) as second:
        assert second.articles() == ARTICLES
        assert second.follow() == set()
        project.apply(AddArticles((Article("a3", "It came back."),)), "import")
        assert second.follow() == {Change.ARTICLES, Change.ANNOTATIONS}
        assert len(second.articles()) == 3
        assert not second.take_over()
        project.close()
        assert second.take_over()
        second.apply(SetSetting("story", "Mine"), "name the story")
        assert second.why_read_only is None
        assert not second.is_remote


def test_the_backups_of_a_draft_go_with_it(tmp_path):
    drafts = Drafts(tmp_path / "drafts")
    with drafts.new() as draft:
        draft.apply(AddArticles(ARTICLES))
        back_up(draft.path)
        assert drafts.latest() is None
    assert drafts.latest() == draft.path
    drafts.discard(draft.path)
    assert list((tmp_path / "drafts").iterdir()) == []


def test_a_new_draft_has_no_backups_of_one_before(tmp_path):
    drafts = Drafts(tmp_path / "drafts")
    with drafts.new() as draft:
        draft.apply(AddArticles(ARTICLES))
        back_up(draft.path)
    draft.path.unlink()
    with drafts.new() as again:
        assert again.path == draft.path
        assert list(backups(again.path)) == []
        with pytest.raises(ProjectError) as caught:
            Project.create(again.path)
    assert caught.value.problem is ProjectProblem.EXISTS


def test_a_project_whose_file_was_deleted_is_saved_under_another_name(project, path, tmp_path):
    other = tmp_path / "other.crossread"
    Project.create(other).close()
    path.unlink()
    with pytest.raises(ProjectError) as caught:
        project.apply(SetSetting("story", "Ferry"), "name the story")
    assert caught.value.problem is ProjectProblem.MOVED
    project.save_copy(other)
    with Project.open(other) as saved:
        assert saved.articles() == ARTICLES


def test_a_broken_project_gives_way_to_a_backup_and_is_kept(project, path, tmp_path):
    made = back_up(path)
    project.close()
    for name in ("story (damaged).crossread", "story (damaged2).crossread"):
        path.write_bytes(b"broken")
        path.with_name("story.crossread-wal").write_bytes(b"left")
        assert recover(made, path) == tmp_path / name
        assert (tmp_path / name).read_bytes() == b"broken"
        assert (tmp_path / f"{name}-wal").read_bytes() == b"left"
        with Project.open(path) as again:
            assert again.articles() == ARTICLES
    path.unlink()
    assert recover(made, path) is None
    with Project.open(path) as again:
        assert again.why_read_only is None


def test_a_broken_project_stays_where_there_can_be_no_copy(project, path, monkeypatch):
    made = back_up(path)
    project.close()

    def refuse(_, path):
        raise OutputError(str(path), OutputProblem.FULL)

    monkeypatch.setattr(Project, "save_copy", refuse)
    path.write_bytes(b"broken")
    with pytest.raises(OutputError):
        recover(made, path)
    assert path.read_bytes() == b"broken"
    path.unlink()
    with pytest.raises(OutputError):
        recover(made, path)
    assert not path.exists()
