"""One program at a time has a project open for writing."""

import errno
import os

import pytest

from workbench.store import lock as locking
from workbench.store.lock import NoLocksError, SessionLock


def test_the_second_finds_the_project_taken_until_the_first_lets_go(tmp_path):
    first = SessionLock.take(tmp_path / "p.crossread")
    assert SessionLock.take(tmp_path / "p.crossread") is None
    first.release()
    assert list(tmp_path.iterdir()) == []
    SessionLock.take(tmp_path / "p.crossread").release()


def test_a_file_left_behind_does_no_harm(tmp_path):
    (tmp_path / "p.crossread-lock").write_bytes(b"")
    SessionLock.take(tmp_path / "p.crossread").release()


def test_another_project_is_another_lock(tmp_path):
    first = SessionLock.take(tmp_path / "p.crossread")
    second = SessionLock.take(tmp_path / "q.crossread")
    first.release()
    second.release()


def test_where_no_file_can_be_made_there_is_no_lock(tmp_path):
    with pytest.raises(FileNotFoundError):
        SessionLock.take(tmp_path / "missing" / "p.crossread")


@pytest.mark.parametrize("code", [errno.ENOLCK, errno.EOPNOTSUPP, errno.EINVAL])
def test_where_nothing_can_be_locked_that_is_said_and_nothing_is_left(tmp_path, monkeypatch, code):
    def refuse(_):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(locking, "_lock", refuse)
    with pytest.raises(NoLocksError):
        SessionLock.take(tmp_path / "p.crossread")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("is_made_anew", [True, False])
def test_a_lock_file_that_was_deleted_just_before_it_was_locked_does_not_count(
    tmp_path, monkeypatch, is_made_anew
):
    def delete_and_lock(descriptor):
        (tmp_path / "p.crossread-lock").unlink()
        if is_made_anew:
            (tmp_path / "p.crossread-lock").touch()

    monkeypatch.setattr(locking, "_lock", delete_and_lock)
    assert SessionLock.take(tmp_path / "p.crossread") is None
