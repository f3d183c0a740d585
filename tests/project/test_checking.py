"""Whether a project file is sound, and what can be mended of one that is not."""

import sqlite3
from contextlib import closing

import pytest

from workbench.comparison.options import CompareOptions
from workbench.model import (
    AddArticles,
    Annotation,
    Article,
    ChangeAnnotations,
    Comparison,
    OutputError,
    OutputProblem,
    ProjectError,
    ProjectProblem,
    Span,
    Target,
    select,
)
from workbench.project.checking import CheckReport, Cure, Fault, Finding, Repair, check, mend
from workbench.project.project import Project

FERRY = "The ferry left at six."
ARTICLES = (Article("a1", FERRY), Article("a2", "It left at seven."))
NOTE = Annotation("n1", Target((select("a1", FERRY, Span(4, 9)),)), (), "Which?")


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "story.crossread"
    with Project.create(path, AddArticles(ARTICLES)) as project:
        project.keep_comparison(Comparison(ARTICLES), CompareOptions())
        project.apply(ChangeAnnotations((NOTE,)), "annotate")
    return path


def spoil(path, statement):
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)


def backups(path):
    return list(path.with_name(f"{path.name}-backups").glob("*"))


def test_a_sound_project(path):
    assert check(path) == CheckReport(2, 1, 1, ())
    assert mend(path) == CheckReport(2, 1, 1, ())


def test_a_project_can_be_checked_but_not_mended_while_it_is_open(path):
    with Project.open(path):
        assert check(path) == CheckReport(2, 1, 1, ())
        with pytest.raises(ProjectError) as caught:
            mend(path)
    assert caught.value.problem is ProjectProblem.LOCKED
    assert backups(path) == []


def test_a_changed_text_is_found_and_not_mended(path):
    spoil(path, "UPDATE articles SET text = 'It never left.' WHERE id = 'a2'")
    assert check(path).findings == (Finding(Fault.TEXT, "a2"),)
    assert mend(path) == CheckReport(2, 1, 1, (Finding(Fault.TEXT, "a2"),))
    Project.open(path).close()


def test_what_can_be_mended_is_and_before_it_a_backup_is_made(path):
    spoil(path, "UPDATE selectors SET start = 3")
    mended = mend(path)
    assert mended == CheckReport(2, 1, 1, (), (Repair(Cure.QUOTE, "annotation n1.0: a1"),))
    (backup,) = backups(path)
    assert check(backup).findings == (Finding(Fault.QUOTE, "annotation n1.0: a1 [3, 9)"),)
    with Project.open(path) as project:
        assert project.annotations(["n1"]) == (NOTE,)


@pytest.mark.parametrize("record", ["{}", "no JSON", "[" * 100_000])
def test_a_step_whose_record_cannot_be_read_is_found_and_forgotten(path, record):
    spoil(path, f"UPDATE history SET edit = '{record}'")
    assert check(path).findings == (Finding(Fault.HISTORY, "annotate"),)
    assert mend(path).repairs == (Repair(Cure.HISTORY, "1"),)
    with Project.open(path) as project:
        assert project.steps() == ()


def test_without_a_backup_nothing_is_mended(path):
    spoil(path, "UPDATE selectors SET start = 3")
    path.with_name(f"{path.name}-backups").write_text("a file in the way")
    with pytest.raises(OutputError) as caught:
        mend(path)
    assert caught.value.problem is OutputProblem.FAILED
    assert check(path).findings == (Finding(Fault.QUOTE, "annotation n1.0: a1 [3, 9)"),)


def test_a_file_that_is_no_project(tmp_path):
    (tmp_path / "notes.txt").write_text("The ferry left at six.")
    with pytest.raises(ProjectError) as caught:
        check(tmp_path / "notes.txt")
    assert caught.value.problem is ProjectProblem.NOT_A_PROJECT
