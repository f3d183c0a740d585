"""ProjectFile: one open project file, its connection and its transactions."""

from __future__ import annotations

import sqlite3
from contextlib import ExitStack, closing, contextmanager, suppress
from typing import TYPE_CHECKING

from workbench.model import Change, ProjectError, ProjectProblem
from workbench.store.admission import require_file
from workbench.store.backup import back_up
from workbench.store.connection import choose_journal, connected
from workbench.store.failures import as_project_error
from workbench.store.lock import SessionLock
from workbench.store.mark import mark_of
from workbench.store.opening import Opened, connect, identity, opened, outside, real_path
from workbench.store.remote import is_remote
from workbench.store.schema import build

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime
    from pathlib import Path


class ProjectFile:
    """An open project file; made by `open_file`, for one thread."""

    def __init__(self, path: Path, session: Opened, closing_steps: ExitStack) -> None:
        self.path = path
        self._session = session
        self._real = real_path(path)
        self._identity = identity(self._real)
        self._closing_steps = closing_steps
        self._before = ExitStack()
        self._looks = self._look()
        self._mark: Mapping[Change, str] = (
            mark_of(session.connection) if session.why_read_only else {}
        )

    @property
    def why_read_only(self) -> ProjectProblem | None:
        """None where the file may be written; LOCKED while another program has it open for that.

        Else READ_ONLY, BACKUP, or NO_LOCKS or NO_BACKUP where writing would not be safe.
        """
        return self._session.why_read_only

    @property
    def is_remote(self) -> bool:
        """Whether the file lies on another computer, as far as the system says."""
        return is_remote(self.path)

    @property
    def schema_before(self) -> int:
        """The schema that the file had when it was opened, 0 where it was the present one."""
        return self._session.schema_before

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Lend the connection for reading; raises ProjectError."""
        with as_project_error(self.path):
            yield self._session.connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Lend the connection for one transaction, durable at the end; raises ProjectError.

        Where the block raises, nothing of it is kept. Within such a block another one is part of
        the same transaction.
        """
        with self._writable() as connection:
            if connection.in_transaction:
                yield connection
                return
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            finally:
                connection.rollback()  # does nothing once all is committed

    def changes(self) -> frozenset[Change]:
        """Return what the file has other than when it was opened, or when this was asked last.

        Only of a file that may not be written here, and quick where nothing was stored by others.
        A file that is not whole at this moment, for somebody is writing it, is looked at again
        the next time.
        """
        looks = self._look()
        if looks == self._looks:
            return frozenset()
        try:
            if self._session.fixed:
                self._reopen(None)
            with self.reading() as connection:
                before, self._mark = self._mark, mark_of(connection)
        except ProjectError:
            return frozenset()
        self._looks = looks
        return frozenset(kind for kind, mark in self._mark.items() if before.get(kind) != mark)

    def take_over(self) -> bool:
        """Open the file for writing where the program that had it has gone; tell whether it has.

        Raises ProjectError where that program left it such that it cannot be used here.
        """
        if self.why_read_only is not ProjectProblem.LOCKED:
            return False
        lock = None
        with suppress(OSError):
            lock = SessionLock.take(self._real)
        if lock is None:
            return False
        self._reopen(lock)
        return True

    def restore(self, backup: Path, now: datetime) -> None:
        """Let all be as in another project file, in one transaction; what is now is backed up.

        Raises ProjectError, or OSError where there can be no backup; nothing has changed then.
        """
        with (
            self._writable(),  # through a connection of its own: this one may be in use
            closing(connected(self._real, "rw")) as connection,
            closing(open_file(backup)) as other,
            other.reading() as source,
        ):
            self.back_up(now)  # which may be the one too many that lets the other one go
            source.backup(connection, progress=self._require_way)

    def back_up(self, now: datetime) -> Path | None:
        """Make a verified backup beside the file; None where nothing has changed since the last.

        Raises ProjectError, or OSError where no file can be made.
        """
        with self.reading() as connection:
            return back_up(self._real, connection, now)

    def copy_to(self, path: Path) -> None:
        """Write all that is stored, as it stands at this moment, to a new file.

        Raises ProjectError, or OSError where no file can be made there.
        """
        path.touch(exist_ok=False)  # the system says better than SQLite why it cannot
        with self.reading() as connection, closing(connected(path, "rw")) as copy:
            connection.backup(copy)

    def close(self) -> None:
        """Put everything into the one file and let others write it; a second call does nothing."""
        self._before.close()
        self._closing_steps.close()

    def _require_way(self, status: int, _remaining: int, _total: int) -> None:
        """Give up where others keep SQLite from writing: it would try for ever."""
        if status not in {sqlite3.SQLITE_OK, sqlite3.SQLITE_DONE}:
            raise ProjectError(str(self.path), ProjectProblem.LOCKED)

    @contextmanager
    def _writable(self) -> Iterator[sqlite3.Connection]:
        if self.why_read_only is not None:
            raise ProjectError(str(self.path), self.why_read_only)
        if not self._is_in_place():  # SQLite would go on writing to what has gone
            raise ProjectError(str(self.path), ProjectProblem.MOVED)
        with as_project_error(self.path):
            yield self._session.connection

    def _is_in_place(self) -> bool:
        """Tell whether the file is still the one that was opened; far ones change their numbers."""
        found = identity(self._real)
        return found == self._identity or (found is not None and self.is_remote)

    def _look(self) -> object:
        """Return what is another thing once somebody else has stored something."""
        if self._session.fixed:
            return outside(self._real)
        with self.reading() as connection:
            return connection.execute("PRAGMA data_version").fetchone()[0]

    def _reopen(self, lock: SessionLock | None) -> None:
        """Connect anew, for writing with the lock; where that fails all stays as it was.

        The connection before stays as well until the next one: somebody may be reading by it.
        """
        with ExitStack() as steps, as_project_error(self.path):
            if lock is not None:
                steps.callback(lock.release)
            self._session = connect(self.path, None if lock else self.why_read_only, steps)
            self._before.close()
            self._before, self._closing_steps = self._closing_steps, steps.pop_all()
        self._looks = self._look()


def create_file(path: Path) -> None:
    """Make a new, empty project file; raises ProjectError, or OSError where none can be made."""
    path.touch(exist_ok=False)  # the system says better than SQLite why it cannot
    with as_project_error(path), closing(connected(path, "rw")) as connection:
        build(connection)
        choose_journal(connection, is_remote=is_remote(path))


def open_file(path: Path) -> ProjectFile:
    """Open a project file; raises ProjectError.

    A file of an older schema is brought to this one once there is a backup of it, or where it may
    not be written, a copy of it in memory. One that is no project, of a newer schema or damaged is
    left as it is, byte for byte.
    """
    require_file(path)
    steps = ExitStack()
    try:
        with as_project_error(path):
            return ProjectFile(path, opened(path, steps), steps)
    except BaseException:
        steps.close()
        raise


def make_way(path: Path) -> None:
    """Let a new file take the place of `path`: clear away what SQLite once left beside it.

    Raises ProjectError where a program has that project open, OSError where nothing can be written.
    """
    real = real_path(path)
    lock = SessionLock.take(real)
    if lock is None:
        raise ProjectError(str(path), ProjectProblem.LOCKED)
    try:
        for ending in ("-wal", "-shm", "-journal"):
            real.with_name(f"{real.name}{ending}").unlink(missing_ok=True)
    finally:
        lock.release()
