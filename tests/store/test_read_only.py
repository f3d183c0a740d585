"""A project that may only be read is read, as it is, and says so."""

import shutil

import pytest
from project_files import opened

from workbench.model import ProjectError, ProjectProblem
from workbench.store.articles import add_articles, read_articles, read_setting, write_setting
from workbench.store.project_file import create_file, open_file


@pytest.fixture
def guarded(unprivileged, articles):
    """A project in a folder where permissions count."""
    path = unprivileged / "p.crossread"
    create_file(path)
    with opened(path) as file:
        add_articles(file, articles, [article.id for article in articles])
    return path


def test_a_read_only_file_is_read(guarded, articles):
    guarded.chmod(0o400)
    with opened(guarded) as file:
        assert file.why_read_only is ProjectProblem.READ_ONLY
        assert read_articles(file) == articles
        with pytest.raises(ProjectError) as caught:
            write_setting(file, "story", "")
        assert caught.value.problem is ProjectProblem.READ_ONLY
        assert list(guarded.parent.iterdir()) == [guarded]
    assert list(guarded.parent.iterdir()) == [guarded]


def test_a_project_in_a_read_only_folder_is_read(guarded, articles):
    guarded.parent.chmod(0o500)
    with opened(guarded) as file:
        assert file.why_read_only is ProjectProblem.READ_ONLY
        assert read_articles(file) == articles


def test_a_read_only_project_shows_what_waits_beside_it(guarded):
    crashed = guarded.with_name("crashed.crossread")
    with opened(guarded) as file:
        write_setting(file, "story", "Ferry")
        for ending in ("", "-wal"):
            shutil.copy(f"{guarded}{ending}", f"{crashed}{ending}")
    crashed.chmod(0o400)
    with opened(crashed) as file:
        assert file.why_read_only is ProjectProblem.READ_ONLY
        assert read_setting(file, "story") == "Ferry"


def test_a_read_only_file_stays_free_for_others_to_read(guarded):
    guarded.chmod(0o400)
    with opened(guarded), opened(guarded) as second:
        assert second.why_read_only is ProjectProblem.READ_ONLY


def test_a_project_that_may_not_be_read_is_denied(guarded):
    guarded.chmod(0)
    with pytest.raises(ProjectError) as caught:
        open_file(guarded)
    assert caught.value.problem is ProjectProblem.DENIED
