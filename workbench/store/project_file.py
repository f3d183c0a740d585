"""ProjectFile: one open project file, its connection and its transactions."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.model import ProjectError, ProjectProblem
from workbench.store.failures import as_project_error
from workbench.store.lock import SessionLock
from workbench.store.schema import APPLICATION_ID, SCHEMA, build, columns_of

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE = 1.0
"""Seconds to wait while another program writes: longer than a write takes, short enough to say."""

_MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100
_SCHEMA_AT = slice(60, 64)
_APPLICATION_AT = slice(68, 72)


class ProjectFile:
    """An open project file; made by `open_file`, for one thread.

    `why_read_only` is None where it may be written, else READ_ONLY or, while another program has
    it open for writing, LOCKED.
    """

    def __init__(
        self,
        path: Path,
        connection: sqlite3.Connection,
        why_read_only: ProjectProblem | None,
        closing_steps: ExitStack,
    ) -> None:
        self.path = path
        self.why_read_only = why_read_only
        self._connection = connection
        self._closing_steps = closing_steps

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Lend the connection for reading; raises ProjectError."""
        with as_project_error(self.path):
            yield self._connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Lend the connection for one transaction, durable at the end; raises ProjectError.

        Where the block raises, nothing of it is kept. Within such a block another one is part of
        the same transaction.
        """
        if self.why_read_only is not None:
            raise ProjectError(str(self.path), self.why_read_only)
        with as_project_error(self.path):
            if self._connection.in_transaction:
                yield self._connection
                return
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            finally:
                self._connection.rollback()  # does nothing once all is committed

    def copy_to(self, path: Path) -> None:
        """Write all that is stored, as it stands at this moment, to a new file.

        Raises ProjectError, or OSError where no file can be made there.
        """
        path.touch(exist_ok=False)  # the system says better than SQLite why it cannot
        with self.reading() as connection, closing(_connected(path, "rw")) as copy:
            connection.backup(copy)

    def close(self) -> None:
        """Put everything into the one file and let others write it; a second call does nothing."""
        self._closing_steps.close()


def create_file(path: Path) -> None:
    """Make a new, empty project file; raises ProjectError, or OSError where none can be made."""
    path.touch(exist_ok=False)  # the system says better than SQLite why it cannot
    with as_project_error(path), closing(_connected(path, "rw")) as connection:
        build(connection)
        connection.execute("PRAGMA journal_mode = WAL")


def open_file(path: Path) -> ProjectFile:
    """Open a project file; raises ProjectError.

    A file of an older schema is brought to this one, or where it may not be written, a copy of it
    in memory. One that is no project, of a newer schema or damaged is left as it is, byte for byte.
    """
    real = Path(os.path.realpath(path))  # SQLite names the files beside it after this one
    _require_file(path)
    with ExitStack() as steps, as_project_error(path):
        why_read_only = _begin_session(real, steps)
        if why_read_only is not ProjectProblem.LOCKED:
            _require_project(path, _header(path))
        connection = steps.enter_context(closing(_connected(real, _mode(real, why_read_only))))
        if _require_whole(path, connection) < SCHEMA:
            connection = _of_this_schema(connection, why_read_only, steps)
        if why_read_only is not None:
            connection.execute("PRAGMA query_only = ON")
        return ProjectFile(path, connection, why_read_only, steps.pop_all())


def make_way(path: Path) -> None:
    """Let a new file take the place of `path`: clear away what SQLite once left beside it.

    Raises ProjectError where a program has that project open, OSError where nothing can be written.
    """
    real = Path(os.path.realpath(path))
    lock = SessionLock.take(real)
    if lock is None:
        raise ProjectError(str(path), ProjectProblem.LOCKED)
    try:
        for ending in ("-wal", "-shm"):
            real.with_name(f"{real.name}{ending}").unlink(missing_ok=True)
    finally:
        lock.release()


def _connected(path: Path, mode: str) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=PATIENCE)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    return connection


def _require_file(path: Path) -> None:
    with _as_opening(path):
        mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise ProjectError(str(path), ProjectProblem.FOLDER)
    if not stat.S_ISREG(mode):  # a pipe would never end
        raise ProjectError(str(path), ProjectProblem.NOT_A_PROJECT)


def _header(path: Path) -> bytes:
    """Read the head of the file without SQLite, so that what is no project is not touched.

    Never while this process has the project open: closing a file drops all locks that the process
    has on it, SQLite's among them.
    """
    with _as_opening(path), path.open("rb") as stream:
        return stream.read(_HEADER_BYTES)


@contextmanager
def _as_opening(path: Path) -> Iterator[None]:
    try:
        yield
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ProjectError(str(path), ProjectProblem.MISSING) from error
    except OSError as error:
        raise ProjectError(str(path), ProjectProblem.DENIED) from error


def _require_project(path: Path, header: bytes) -> None:
    application = int.from_bytes(header[_APPLICATION_AT], "big")
    if not header.startswith(_MAGIC) or application != APPLICATION_ID:
        raise ProjectError(str(path), ProjectProblem.NOT_A_PROJECT)
    _require_schema(path, int.from_bytes(header[_SCHEMA_AT], "big"))


def _require_schema(path: Path, schema: int) -> None:
    if schema > SCHEMA:
        raise ProjectError(str(path), ProjectProblem.NEWER, str(schema))
    if schema < 1:
        raise ProjectError(str(path), ProjectProblem.DAMAGED)


def _begin_session(path: Path, steps: ExitStack) -> ProjectProblem | None:
    """Take the project for writing until `steps` are closed, or tell why that cannot be."""
    try:
        lock = SessionLock.take(path)
    except OSError:
        return ProjectProblem.READ_ONLY  # nor could SQLite make its own files in such a folder
    if lock is None:
        return ProjectProblem.LOCKED
    try:
        path.open("r+b").close()
    except OSError:
        lock.release()
        return ProjectProblem.READ_ONLY
    steps.callback(lock.release)
    return None


def _mode(path: Path, why_read_only: ProjectProblem | None) -> str:
    """How SQLite is to open the file.

    One that is locked is opened for writing, for only then is SQLite able to tidy up at the end.
    One that is read-only is called immutable, for else SQLite would have to make files beside it;
    but not while changes wait in such a file already.
    """
    if why_read_only is not ProjectProblem.READ_ONLY:
        return "rw"
    waiting = path.with_name(f"{path.name}-wal")
    is_waiting = waiting.exists() and waiting.stat().st_size > 0
    return "ro" if is_waiting else "ro&immutable=1"


def _of_this_schema(
    connection: sqlite3.Connection, why_read_only: ProjectProblem | None, steps: ExitStack
) -> sqlite3.Connection:
    """Return a connection to the content in this schema, closed with `steps`."""
    if why_read_only is not None:
        copy = steps.enter_context(closing(sqlite3.connect(":memory:", isolation_level=None)))
        connection.backup(copy)
        connection = copy
    build(connection)
    return connection


def _require_whole(path: Path, connection: sqlite3.Connection) -> int:
    """Return the schema; raises ProjectError where it is a newer one, or something is broken."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise ProjectError(str(path), ProjectProblem.NOT_A_PROJECT)
    schema = int(connection.execute("PRAGMA user_version").fetchone()[0])
    _require_schema(path, schema)
    present = connection.execute(
        "SELECT t.name, c.name FROM sqlite_schema AS t JOIN pragma_table_info(t.name) AS c"
        " WHERE t.type = 'table'"
    )
    if not columns_of(schema).issubset(present.fetchall()):
        raise ProjectError(str(path), ProjectProblem.DAMAGED)
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise ProjectError(str(path), ProjectProblem.DAMAGED)
    return schema
