"""A project file is opened whole, read-only or not at all, and never harmed."""

import os
import shutil
import sqlite3
from contextlib import closing

import pytest
from project_files import names, opened, problem_of

from workbench.model import ProjectError, ProjectProblem
from workbench.store.articles import read_articles
from workbench.store.lock import SessionLock
from workbench.store.project_file import open_file

SCHEMA_AT = 60  # where SQLite's header keeps user_version

DURABLE = {
    "journal_mode": "wal",
    "synchronous": 2,
    "fullfsync": 1,
    "foreign_keys": 1,
    "trusted_schema": 0,
}


def opening(path):
    """Return the problem that opening gives, having seen that it leaves the file as it is."""
    before = path.read_bytes()
    problem = problem_of(open_file, path)
    assert path.read_bytes() == before
    return problem


def patch(path, at, content):
    with path.open("r+b") as stream:
        stream.seek(at)
        stream.write(content)


def test_closed_a_project_is_one_file(made):
    assert names(made.parent) == [made.name]


def test_closing_twice_does_nothing(made):
    file = open_file(made)
    file.close()
    file.close()


def test_every_connection_is_durable_and_keeps_to_the_rules(made):
    with opened(made) as file, file.reading() as connection:
        pragmas = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in DURABLE}
    assert pragmas == DURABLE


@pytest.mark.parametrize(
    "content", [b"", b"SQLite format 3\0", b"The ferry left at six.\n" * 20, b"\0" * 4096]
)
def test_a_file_of_another_kind_is_no_project(tmp_path, content):
    path = tmp_path / "notes.crossread"
    path.write_bytes(content)
    assert opening(path) is ProjectProblem.NOT_A_PROJECT


def test_the_database_of_another_program_is_no_project(tmp_path):
    path = tmp_path / "other.crossread"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE articles (id)")
    assert opening(path) is ProjectProblem.NOT_A_PROJECT


def test_a_pipe_is_no_project_and_does_not_block(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert problem_of(open_file, tmp_path / "pipe") is ProjectProblem.NOT_A_PROJECT


def test_a_missing_file_is_not_made(tmp_path):
    assert problem_of(open_file, tmp_path / "none") is ProjectProblem.MISSING
    assert problem_of(open_file, tmp_path / "none" / "none") is ProjectProblem.MISSING
    assert names(tmp_path) == []


def test_a_folder_is_named_as_such(tmp_path):
    assert problem_of(open_file, tmp_path) is ProjectProblem.FOLDER


def test_a_project_from_the_future_is_refused_with_its_schema(made):
    patch(made, SCHEMA_AT, (99).to_bytes(4, "big"))
    before = made.read_bytes()
    with pytest.raises(ProjectError) as caught:
        open_file(made)
    assert caught.value.problem is ProjectProblem.NEWER
    assert caught.value.detail == "99"
    assert made.read_bytes() == before
    assert names(made.parent) == [made.name]


def test_a_project_without_a_schema_is_damaged(made):
    patch(made, SCHEMA_AT, bytes(4))
    assert opening(made) is ProjectProblem.DAMAGED


def test_a_newer_schema_that_waits_beside_the_file_is_refused(made, tmp_path):
    writer = sqlite3.connect(made)
    writer.execute("PRAGMA user_version = 99")
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    for name in (made.name, f"{made.name}-wal"):
        shutil.copy(tmp_path / name, crashed)
    writer.close()
    assert problem_of(open_file, crashed / made.name) is ProjectProblem.NEWER


def test_a_project_cut_short_is_damaged(made):
    content = made.read_bytes()
    made.write_bytes(content[: len(content) // 2])
    assert opening(made) is ProjectProblem.DAMAGED


def test_a_project_with_a_broken_page_is_damaged(made):
    content = made.read_bytes()
    place = content.index(b"harbour master")
    patch(made, place - place % 4096, b"\xff" * 4096)
    assert opening(made) is ProjectProblem.DAMAGED


def test_a_project_without_one_of_its_tables_is_damaged(made):
    with closing(sqlite3.connect(made)) as connection:
        connection.execute("DROP TABLE settings")
    assert opening(made) is ProjectProblem.DAMAGED


def test_a_text_that_is_not_utf_8_is_damage(made):
    content = made.read_bytes()
    patch(made, content.index(b"harbour master"), b"\xff\xfe")
    with opened(made) as file:
        assert problem_of(read_articles, file) is ProjectProblem.DAMAGED


def test_a_file_that_is_locked_but_no_project_is_none(tmp_path):
    path = tmp_path / "other.crossread"
    path.write_bytes(b"The ferry left at six.\n" * 20)
    lock = SessionLock.take(path)
    assert opening(path) is ProjectProblem.NOT_A_PROJECT
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE articles (id)")
    assert opening(path) is ProjectProblem.NOT_A_PROJECT
    lock.release()
