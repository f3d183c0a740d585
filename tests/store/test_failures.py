"""What SQLite complains about becomes the problem that the user can act on."""

import sqlite3

import pytest

from workbench.model import ProjectError, ProjectProblem
from workbench.store.failures import as_project_error, problem_of


def sqlite_error(code):
    error = sqlite3.OperationalError()
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        (sqlite3.SQLITE_BUSY_SNAPSHOT, ProjectProblem.LOCKED),
        (sqlite3.SQLITE_CORRUPT_INDEX, ProjectProblem.DAMAGED),
        (sqlite3.SQLITE_IOERR_READ, ProjectProblem.DAMAGED),
        (sqlite3.SQLITE_IOERR_SHORT_READ, ProjectProblem.DAMAGED),
        (sqlite3.SQLITE_IOERR_WRITE, ProjectProblem.FULL),
        (sqlite3.SQLITE_IOERR_FSYNC, ProjectProblem.FULL),
        (sqlite3.SQLITE_FULL, ProjectProblem.FULL),
        (sqlite3.SQLITE_IOERR_LOCK, ProjectProblem.NO_LOCKS),
        (sqlite3.SQLITE_IOERR_SHMMAP, ProjectProblem.NO_LOCKS),
        (sqlite3.SQLITE_PROTOCOL, ProjectProblem.LOCKED),
        (sqlite3.SQLITE_READONLY_DIRECTORY, ProjectProblem.READ_ONLY),
        (sqlite3.SQLITE_CANTOPEN, ProjectProblem.DENIED),
        (sqlite3.SQLITE_ERROR, None),
        (sqlite3.SQLITE_CONSTRAINT_UNIQUE, None),
    ],
)
def test_codes(code, problem):
    assert problem_of(sqlite_error(code)) is problem


def test_a_misuse_by_this_program_is_a_bug():
    assert problem_of(sqlite3.ProgrammingError()) is None
    with pytest.raises(sqlite3.OperationalError), as_project_error("p.crossread"):
        sqlite3.connect(":memory:").execute("SELECT * FROM nowhere")


def test_the_error_names_the_file():
    with pytest.raises(ProjectError) as caught, as_project_error("p.crossread"):
        raise sqlite_error(sqlite3.SQLITE_FULL)
    assert caught.value.path == "p.crossread"


def test_what_is_no_text_is_damage():
    with pytest.raises(ProjectError) as caught, as_project_error("p.crossread"):
        raise UnicodeDecodeError("utf-8", b"near \xcf", 5, 6, "invalid continuation byte")
    assert caught.value.problem is ProjectProblem.DAMAGED
