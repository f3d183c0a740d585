"""Opening: the way to a connection with a project file, from the lock to the journal."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from workbench.model import ProjectProblem
from workbench.store.admission import (
    is_logged,
    read_header,
    require_project,
    require_whole,
)
from workbench.store.backup import back_up, is_backup
from workbench.store.connection import choose_journal, connected, keep_to_oneself
from workbench.store.lock import NoLocksError, SessionLock
from workbench.store.remote import is_remote
from workbench.store.schema import SCHEMA, build

if TYPE_CHECKING:
    from contextlib import ExitStack


class Opened(NamedTuple):
    """A connection, and why nothing may be written through it, None where it may.

    One that is `fixed` does not see what other programs store later. `schema_before` is that of an
    older file, 0 where it has the present one.
    """

    connection: sqlite3.Connection
    why_read_only: ProjectProblem | None
    fixed: bool
    schema_before: int


def opened(path: Path, steps: ExitStack) -> Opened:
    """Connect to a project file until `steps` are closed, for writing where that can be.

    Raises ProjectError, sqlite3.Error.
    """
    real = real_path(path)
    why_read_only = _begin(real, steps)
    if why_read_only is not ProjectProblem.LOCKED:
        require_project(path, read_header(path))
    return connect(path, why_read_only, steps)


def connect(path: Path, why_read_only: ProjectProblem | None, steps: ExitStack) -> Opened:
    """Connect to a project file for reading, or where there is nothing against it, for writing.

    The lock must have been taken for that. Raises ProjectError, sqlite3.Error.
    """
    real = real_path(path)
    mode = _mode(real, why_read_only)
    connection = steps.enter_context(closing(connected(real, mode)))
    shared_by_computers = why_read_only is None and is_remote(real)
    if shared_by_computers:
        keep_to_oneself(connection)
    schema = require_whole(path, connection)
    before = schema if schema < SCHEMA else 0
    if before and why_read_only is None:
        why_read_only = _bring_up(real, connection, schema)
    if why_read_only is None:
        choose_journal(connection, is_remote=shared_by_computers)
        return Opened(connection, None, fixed=False, schema_before=before)
    if before:
        connection = _up_to_date_copy(connection, steps)
    connection.execute("PRAGMA query_only = ON")
    is_fixed = bool(before) or "immutable" in mode
    return Opened(connection, why_read_only, is_fixed, before)


def real_path(path: Path) -> Path:
    """Return the file itself: SQLite names the files beside it after this one."""
    return Path(os.path.realpath(path))


def identity(path: Path) -> tuple[int, int] | None:
    """Return what a file is known by as long as it exists, or None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def outside(path: Path) -> tuple[object, ...]:
    """Return what a folder shows of a project file that changes when it does."""
    return tuple(_dated(path.with_name(f"{path.name}{ending}")) for ending in ("", "-wal"))


def _dated(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _begin(path: Path, steps: ExitStack) -> ProjectProblem | None:
    """Take the project for writing until `steps` are closed, or tell why that cannot be."""
    if is_backup(path):
        return ProjectProblem.BACKUP
    try:
        lock = SessionLock.take(path)
    except NoLocksError:
        return ProjectProblem.NO_LOCKS
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
    One that is read-only and keeps a log is called immutable, for else SQLite would have to make
    files beside it; but not while changes wait in such a file already.
    """
    if why_read_only in {None, ProjectProblem.LOCKED}:
        return "rw"
    waiting = path.with_name(f"{path.name}-wal")
    is_waiting = waiting.exists() and waiting.stat().st_size > 0
    return "ro&immutable=1" if is_logged(read_header(path)) and not is_waiting else "ro"


def _bring_up(path: Path, connection: sqlite3.Connection, schema: int) -> ProjectProblem | None:
    """Bring a file to this schema, once there is a backup of it; else return why it is left."""
    try:
        back_up(path, connection, datetime.now(UTC), schema=schema)
    except (OSError, sqlite3.Error):
        return ProjectProblem.NO_BACKUP
    build(connection)
    return None


def _up_to_date_copy(connection: sqlite3.Connection, steps: ExitStack) -> sqlite3.Connection:
    """Return a connection to the content in this schema, in memory, closed with `steps`."""
    copy = steps.enter_context(closing(sqlite3.connect(":memory:", isolation_level=None)))
    connection.backup(copy)
    build(copy)
    return copy
