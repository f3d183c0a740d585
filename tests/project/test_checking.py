"""Whether a project file is sound."""

import sqlite3
from contextlib import closing

import pytest

from workbench.comparison.options import CompareOptions
from workbench.model import AddArticles, Article, Comparison, ProjectError, ProjectProblem
from workbench.project.checking import CheckReport, Fault, Finding, check
from workbench.project.project import Project

ARTICLES = (Article("a1", "The ferry left at six."), Article("a2", "It left at seven."))


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "story.crossread"
    with Project.create(path, AddArticles(ARTICLES)) as project:
        project.keep_comparison(Comparison(ARTICLES), CompareOptions())
    return path


def test_a_sound_project(path):
    assert check(path) == CheckReport(2, 1, ())


def test_a_project_can_be_checked_while_it_is_open(path):
    with Project.open(path):
        assert check(path) == CheckReport(2, 1, ())


def test_a_changed_text_is_found(path):
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE articles SET text = 'It never left.' WHERE id = 'a2'")
    assert check(path).findings == (Finding(Fault.TEXT, "a2"),)
    Project.open(path).close()


def test_a_file_that_is_no_project(tmp_path):
    (tmp_path / "notes.txt").write_text("The ferry left at six.")
    with pytest.raises(ProjectError) as caught:
        check(tmp_path / "notes.txt")
    assert caught.value.problem is ProjectProblem.NOT_A_PROJECT
