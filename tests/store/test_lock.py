"""One program at a time has a project open for writing."""

import pytest

from workbench.store.lock import SessionLock


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
