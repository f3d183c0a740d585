"""A project file is opened whole, read-only or not at all, and never harmed."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager

import pytest

from workbench.model import ProjectError, ProjectProblem
from workbench.store.articles import add_articles, read_articles, read_setting, write_setting
from workbench.store.lock import SessionLock
from workbench.store.project_file import create_file, make_way, open_file

SCHEMA_AT, APPLICATION_AT = 60, 68  # where SQLite's header keeps user_version and application_id


DURABLE = {
    "journal_mode": "wal",
    "synchronous": 2,
    "fullfsync": 1,
    "foreign_keys": 1,
    "trusted_schema": 0,
}


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def problem_of(action, *arguments):
    with pytest.raises(ProjectError) as caught:
        action(*arguments)
    return caught.value.problem


def opening(path):
    """Return the problem that opening gives, having seen that it leaves the file as it is."""
    before = path.read_bytes()
    problem = problem_of(open_file, path)
    assert path.read_bytes() == before
    return problem


@pytest.fixture
def made(path, articles):
    create_file(path)
    file = open_file(path)
    add_articles(file, articles, [article.id for article in articles])
    file.close()
    return path


@contextmanager
def opened(path):
    file = open_file(path)
    try:
        yield file
    finally:
        file.close()


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


def test_a_second_program_reads_what_the_first_writes(made, articles):
    with opened(made) as first, opened(made) as second:
        assert second.why_read_only is ProjectProblem.LOCKED
        write_setting(first, "story", "Ferry")
        assert read_setting(second, "story") == "Ferry"
        assert read_articles(second) == articles
        assert problem_of(write_setting, second, "story", "") is ProjectProblem.LOCKED
        first.close()
    assert names(made.parent) == [made.name]
    with opened(made) as third:
        assert third.why_read_only is None
        assert read_setting(third, "story") == "Ferry"


def test_a_link_to_a_project_is_the_same_project(made, tmp_path):
    link = tmp_path / "link.crossread"
    link.symlink_to(made)
    with opened(made), opened(link) as second:
        assert second.why_read_only is ProjectProblem.LOCKED


def test_a_foreign_program_that_writes_locks_for_a_while(made):
    with opened(made) as file, closing(sqlite3.connect(made, isolation_level=None)) as foreign:
        foreign.execute("BEGIN IMMEDIATE")
        assert problem_of(write_setting, file, "story", "Ferry") is ProjectProblem.LOCKED
        foreign.execute("ROLLBACK")
        write_setting(file, "story", "Ferry")
        assert read_setting(file, "story") == "Ferry"


def test_a_foreign_program_that_keeps_all_others_out_locks(made):
    with closing(sqlite3.connect(made, isolation_level=None)) as foreign:
        foreign.execute("PRAGMA locking_mode = EXCLUSIVE")
        foreign.execute("DELETE FROM settings")
        assert problem_of(open_file, made) is ProjectProblem.LOCKED
    assert names(made.parent) == [made.name]


OPEN_AND_CLOSE = """
import sys
from pathlib import Path
from workbench.store.project_file import open_file
open_file(Path(sys.argv[1])).close()
"""


def test_looking_twice_does_not_let_another_program_tidy_up(made):
    with opened(made) as file:
        opened_again = open_file(made)
        opened_again.close()
        write_setting(file, "story", "Ferry")
        subprocess.run([sys.executable, "-c", OPEN_AND_CLOSE, str(made)], check=True)
        assert made.with_name(f"{made.name}-wal").exists()
        write_setting(file, "story", "Later")
    with opened(made) as file:
        assert read_setting(file, "story") == "Later"


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


def test_a_transaction_that_fails_leaves_nothing(made, articles):
    def write_half(file):
        with file.writing() as connection:
            connection.execute("DELETE FROM articles")
            raise KeyboardInterrupt

    with opened(made) as file:
        with pytest.raises(KeyboardInterrupt):
            write_half(file)
        assert read_articles(file) == articles
        write_setting(file, "story", "Ferry")


def test_a_full_disk_loses_nothing(made, articles):
    with opened(made) as file:
        with file.reading() as connection:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count = {pages}")
        assert problem_of(write_setting, file, "story", "x" * 100_000) is ProjectProblem.FULL
        assert read_articles(file) == articles
    with opened(made) as file:
        assert read_articles(file) == articles
        assert read_setting(file, "story") is None


FULL = """
import resource, sys
from pathlib import Path
from workbench.model import ProjectError
from workbench.store.articles import read_setting, write_setting
from workbench.store.project_file import open_file
file = open_file(Path(sys.argv[1]))
write_setting(file, "before", "kept")
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
try:
    write_setting(file, "story", "x" * 500_000)
except ProjectError as error:
    print(error.problem.value, read_setting(file, "before"), read_setting(file, "story"))
file.close()
"""

KILLED = """
import os, signal, sys
from pathlib import Path
from workbench.store.articles import write_setting
from workbench.store.project_file import open_file
file = open_file(Path(sys.argv[1]))
write_setting(file, "story", "confirmed")
with file.writing() as connection:
    connection.execute("DELETE FROM articles")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_file_that_may_not_grow_is_full_and_loses_nothing(made):
    result = subprocess.run(
        [sys.executable, "-c", FULL, str(made)], capture_output=True, text=True, check=True
    )
    assert result.stdout.split() == ["full", "kept", "None"]
    with opened(made) as file:
        assert read_setting(file, "before") == "kept"


def test_a_kill_in_the_middle_of_an_edit_loses_nothing_confirmed(made, articles):
    subprocess.run([sys.executable, "-c", KILLED, str(made)], check=False)
    assert len(names(made.parent)) > 1
    with opened(made) as file:
        assert file.why_read_only is None
        assert read_setting(file, "story") == "confirmed"
        assert read_articles(file) == articles
    assert names(made.parent) == [made.name]


def test_a_copy_holds_what_is_stored_at_that_moment(made, tmp_path, articles):
    copy = tmp_path / "copy.crossread"
    with opened(made) as file:
        write_setting(file, "story", "Ferry")
        file.copy_to(copy)
        write_setting(file, "story", "Later")
    assert names(tmp_path) == sorted([copy.name, made.name])
    with opened(copy) as file:
        assert read_setting(file, "story") == "Ferry"
        assert read_articles(file) == articles


def test_what_a_crash_left_beside_a_file_goes_before_a_new_one_comes(made):
    for ending in ("-wal", "-shm"):
        made.with_name(made.name + ending).write_bytes(b"left")
    make_way(made)
    assert names(made.parent) == [made.name]


def test_no_file_takes_the_place_of_one_that_is_open(made):
    with opened(made):
        assert problem_of(make_way, made) is ProjectProblem.LOCKED


@pytest.mark.skipif(sys.platform == "win32", reason="an open file stays in its place there")
@pytest.mark.parametrize("is_replaced", [True, False])
def test_nothing_is_written_to_a_file_that_has_gone(made, tmp_path, articles, is_replaced):
    aside = tmp_path / "aside.crossread"
    with opened(made) as file:
        made.rename(aside)
        if is_replaced:
            made.write_bytes(b"another")
        assert problem_of(write_setting, file, "story", "Ferry") is ProjectProblem.MOVED
        assert read_articles(file) == articles
        file.copy_to(tmp_path / "saved.crossread")
        made.unlink(missing_ok=True)
        aside.rename(made)
        write_setting(file, "story", "Ferry")
    with opened(tmp_path / "saved.crossread") as saved:
        assert read_articles(saved) == articles
