"""A program follows what another one stores, and takes its place when it has gone."""

import errno
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from workbench.model import Article, Change, Outlet, ProjectError, ProjectProblem, Tag
from workbench.store import connection as connecting
from workbench.store import lock as locking
from workbench.store import opening
from workbench.store import project_file as projects
from workbench.store.annotations import change_annotations
from workbench.store.articles import (
    add_articles,
    read_articles,
    read_setting,
    remove_articles,
    write_setting,
)
from workbench.store.backup import backups_of, folder_of
from workbench.store.codebook import change_codebook
from workbench.store.comparisons import keep_comparison
from workbench.store.history import add_step, turn_step
from workbench.store.lock import SessionLock
from workbench.store.outlets import keep_outlets
from workbench.store.project_file import create_file, open_file

DATA = Path(__file__).parent / "data"


@pytest.fixture
def both(annotated, path):
    """The file open twice: by who writes, and by who reads."""
    with closing(open_file(path)) as second:
        yield annotated, second


def pragma(file, name):
    with file.reading() as connection:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]


def test_the_second_sees_what_the_first_has_stored(both, comparison):
    first, second = both
    assert second.changes() == set()
    write_setting(first, "story", "Ferry")
    assert second.changes() == {Change.SETTINGS}
    assert second.changes() == set()
    assert read_setting(second, "story") == "Ferry"
    for _ in keep_comparison(first, "key", 1, "{}", comparison):
        assert second.changes() == set()  # it is computed, and no reason to read all again
    assert first.changes() == set()


@pytest.mark.parametrize(
    ("change", "kinds"),
    [
        (lambda file: remove_articles(file, ["a3"]), {Change.ARTICLES}),
        (lambda file: change_codebook(file, [Tag("t9", "Piers")], []), {Change.CODEBOOK}),
        (lambda file: change_codebook(file, [Tag("t3", "Later")], []), {Change.CODEBOOK}),
        (lambda file: keep_outlets(file, [Outlet("Daily Ledger", "DL")]), {Change.OUTLETS}),
        (lambda file: change_annotations(file, [], ["n5"]), {Change.ANNOTATIONS}),
        (lambda file: add_step(file, "step", "{}"), {Change.ANNOTATIONS}),
        (lambda file: turn_step(file, 1, "{}", is_undone=True), {Change.ANNOTATIONS}),
    ],
)
def test_the_second_knows_what_kind_of_thing_has_changed(both, change, kinds):
    first, second = both
    change_annotations(first, [], ["n4"])
    assert second.changes() == {Change.ANNOTATIONS}
    change(first)
    assert second.changes() == kinds


def test_the_second_takes_over_when_the_first_has_gone(both, path):
    first, second = both
    assert not second.take_over()
    write_setting(first, "story", "Ferry")
    first.close()
    assert second.take_over()
    assert second.why_read_only is None
    assert read_setting(second, "story") == "Ferry"
    write_setting(second, "story", "Later")
    assert not second.take_over()
    with closing(open_file(path)) as third:
        assert third.why_read_only is ProjectProblem.LOCKED
        assert read_setting(third, "story") == "Later"
    second.close()
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_who_is_reading_reads_on_when_the_file_is_taken_over(both):
    first, second = both
    with second.reading() as connection:
        reader = connection.execute("SELECT id FROM articles ORDER BY id")
        assert next(reader) == ("a1",)
        first.close()
        assert second.take_over()
        write_setting(second, "story", "Mine")
        assert len(list(reader)) == 2


WRITE_AND_WAIT = """
import sys
from pathlib import Path
from workbench.store.articles import write_setting
from workbench.store.project_file import open_file
file = open_file(Path(sys.argv[1]))
write_setting(file, "story", "confirmed")
print(file.why_read_only, flush=True)
sys.stdin.readline()
"""


def test_the_second_takes_over_after_a_crash_with_all_that_was_stored(annotated, path):
    annotated.close()
    command = [sys.executable, "-c", WRITE_AND_WAIT, str(path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout.readline() == "None\n"
        with closing(open_file(path)) as here:
            assert here.why_read_only is ProjectProblem.LOCKED
            assert not here.take_over()
            os.kill(other.pid, signal.SIGKILL)
            other.wait()
            assert here.take_over()
            assert read_setting(here, "story") == "confirmed"
            write_setting(here, "story", "mine")


def test_what_cannot_be_taken_over_stays_open_for_reading(both, path):
    first, second = both
    with first.writing() as connection:
        connection.execute("PRAGMA user_version = 99")
    first.close()
    with pytest.raises(ProjectError) as caught:
        second.take_over()
    assert caught.value.problem is ProjectProblem.NEWER
    assert second.why_read_only is ProjectProblem.LOCKED
    assert len(read_articles(second)) == 3
    SessionLock.take(path).release()


def test_where_the_folder_can_no_longer_be_written_nobody_takes_over(both, monkeypatch):
    first, second = both
    first.close()

    def refuse(_):
        raise PermissionError(errno.EACCES, "denied")

    monkeypatch.setattr(projects.SessionLock, "take", refuse)
    assert not second.take_over()
    assert second.why_read_only is ProjectProblem.LOCKED


def test_a_file_of_an_older_schema_is_brought_up_to_date_when_it_is_taken_over(path, tmp_path):
    shutil.copy(DATA / "schema-2.crossread", path)
    lock = SessionLock.take(path)
    with closing(open_file(path)) as second:
        assert second.schema_before == 2
        with closing(sqlite3.connect(path)) as other, other:
            other.execute("UPDATE settings SET value = 'By an older program'")
        assert second.changes()
        assert read_setting(second, "story") == "By an older program"
        assert backups_of(path) == ()
        lock.release()
        assert second.take_over()
        (backup,) = backups_of(path)
        assert backup.schema == 2
        write_setting(second, "story", "Mine")


def test_without_room_for_a_backup_an_old_file_is_shown_and_left_as_it_is(path):
    shutil.copy(DATA / "schema-1.crossread", path)
    folder_of(path).write_text("in the way")
    before = path.read_bytes()
    with closing(open_file(path)) as file:
        assert file.why_read_only is ProjectProblem.NO_BACKUP
        assert file.schema_before == 1
        assert len(read_articles(file)) == 3
    assert path.read_bytes() == before


@pytest.fixture
def guarded(unprivileged, articles):
    """A project in a folder where permissions count."""
    path = unprivileged / "p.crossread"
    create_file(path)
    with closing(open_file(path)) as file:
        add_articles(file, articles, [article.id for article in articles])
    return path


def test_who_may_only_read_sees_what_others_store_all_the_same(guarded):
    guarded.chmod(0o400)
    with closing(open_file(guarded)) as reader:
        guarded.chmod(0o600)
        with closing(open_file(guarded)) as writer:
            write_setting(writer, "story", "Ferry")
            assert reader.changes()
            assert read_setting(reader, "story") == "Ferry"
        assert reader.why_read_only is ProjectProblem.READ_ONLY
        assert not reader.take_over()


def test_a_file_that_is_being_replaced_is_looked_at_again_later(guarded):
    guarded.chmod(0o400)
    whole = guarded.read_bytes()
    with closing(open_file(guarded)) as reader:
        guarded.chmod(0o600)
        guarded.write_bytes(whole[:5000])
        assert not reader.changes()
        with closing(sqlite3.connect(guarded.with_name("other"))) as other:
            other.executescript("CREATE TABLE more (id)")
        guarded.write_bytes(whole)
        with closing(open_file(guarded)) as writer:
            write_setting(writer, "story", "Ferry")
        assert reader.changes()
        assert read_setting(reader, "story") == "Ferry"


def test_where_files_cannot_be_locked_a_project_is_only_read(annotated, path, monkeypatch):
    annotated.close()

    def refuse(_):
        raise OSError(errno.ENOLCK, "no locks available")

    monkeypatch.setattr(locking, "_lock", refuse)
    with closing(open_file(path)) as file:
        assert file.why_read_only is ProjectProblem.NO_LOCKS
        assert len(read_articles(file)) == 3
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.fixture
def remote(monkeypatch):
    """Let all folders be on another computer."""
    for module in (projects, opening):
        monkeypatch.setattr(module, "is_remote", lambda _: True)


def test_on_another_computer_no_memory_is_shared(annotated, path, articles, monkeypatch, remote):
    annotated.close()
    with closing(open_file(path)) as file:
        assert file.is_remote
        assert pragma(file, "journal_mode") == "delete"
        assert pragma(file, "synchronous") == 3
        assert pragma(file, "busy_timeout") == connecting.LONG_PATIENCE * 1000
        with closing(open_file(path)) as second:
            assert second.why_read_only is ProjectProblem.LOCKED
            write_setting(file, "story", "Ferry")
            assert second.changes()
            assert read_setting(second, "story") == "Ferry"
            file.close()
            assert second.take_over()
            write_setting(second, "story", "Later")
            assert pragma(second, "journal_mode") == "delete"
            assert not path.with_name(f"{path.name}-shm").exists()
    monkeypatch.undo()
    with closing(open_file(path)) as file:
        assert not file.is_remote
        assert pragma(file, "journal_mode") == "wal"
        assert read_setting(file, "story") == "Later"


def test_what_a_crash_left_in_a_log_is_taken_in_where_no_memory_is_shared(
    annotated, path, tmp_path, remote
):
    write_setting(annotated, "story", "in the log")
    crashed = tmp_path / "crashed.crossread"
    for ending in ("", "-wal"):
        shutil.copy(f"{path}{ending}", f"{crashed}{ending}")
    with closing(open_file(crashed)) as file:
        assert read_setting(file, "story") == "in the log"
        write_setting(file, "story", "Ferry")
    assert not crashed.with_name("crashed.crossread-wal").exists()


def test_a_new_file_on_another_computer_keeps_no_log(tmp_path, remote):
    path = tmp_path / "new.crossread"
    create_file(path)
    with closing(open_file(path)) as file:
        add_articles(file, [Article("a1", "The ferry.")], ["a1"])
        assert pragma(file, "journal_mode") == "delete"


def test_far_files_may_change_their_numbers_but_not_go(annotated, path, monkeypatch, remote):
    monkeypatch.setattr(projects, "identity", lambda _: (1, 2))
    write_setting(annotated, "story", "Ferry")
    monkeypatch.setattr(projects, "identity", lambda _: None)
    with pytest.raises(ProjectError) as caught:
        write_setting(annotated, "story", "Later")
    assert caught.value.problem is ProjectProblem.MOVED


def test_a_network_file_that_may_only_be_read_is_followed_through_its_own_locks(guarded, remote):
    with closing(open_file(guarded)) as file:
        write_setting(file, "story", "Ferry")
    guarded.chmod(0o400)
    with closing(open_file(guarded)) as reader:
        assert reader.why_read_only is ProjectProblem.READ_ONLY
        guarded.chmod(0o600)
        with closing(open_file(guarded)) as writer:
            write_setting(writer, "story", "Later")
        assert reader.changes()
        assert read_setting(reader, "story") == "Later"
