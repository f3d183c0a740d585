"""Failures: what SQLite complains about, put as the problem that the user can act on."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from workbench.model import ProjectError, ProjectProblem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PRIMARY = 0xFF  # SQLite's extended codes keep the primary one in their lowest byte

_READING = frozenset(
    (sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ, sqlite3.SQLITE_IOERR_CORRUPTFS)
)
_LOCKING = frozenset(
    (
        sqlite3.SQLITE_IOERR_LOCK,
        sqlite3.SQLITE_IOERR_UNLOCK,
        sqlite3.SQLITE_IOERR_RDLOCK,
        sqlite3.SQLITE_IOERR_CHECKRESERVEDLOCK,
        sqlite3.SQLITE_IOERR_SHMOPEN,
        sqlite3.SQLITE_IOERR_SHMMAP,
        sqlite3.SQLITE_IOERR_SHMLOCK,
    )
)
_PROBLEMS = {
    sqlite3.SQLITE_PERM: ProjectProblem.DENIED,
    sqlite3.SQLITE_BUSY: ProjectProblem.LOCKED,
    sqlite3.SQLITE_LOCKED: ProjectProblem.LOCKED,
    sqlite3.SQLITE_PROTOCOL: ProjectProblem.LOCKED,
    sqlite3.SQLITE_READONLY: ProjectProblem.READ_ONLY,
    sqlite3.SQLITE_IOERR: ProjectProblem.FULL,
    sqlite3.SQLITE_CORRUPT: ProjectProblem.DAMAGED,
    sqlite3.SQLITE_FULL: ProjectProblem.FULL,
    sqlite3.SQLITE_CANTOPEN: ProjectProblem.DENIED,
    sqlite3.SQLITE_NOTADB: ProjectProblem.NOT_A_PROJECT,
}


def problem_of(error: sqlite3.Error) -> ProjectProblem | None:
    """Return what the user can act on, or None where the error is a bug of ours.

    An error without a code comes from Python: a text that is not UTF-8.
    """
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        is_text = isinstance(error, sqlite3.OperationalError)
        return ProjectProblem.DAMAGED if is_text else None
    if code in _READING:
        return ProjectProblem.DAMAGED
    if code in _LOCKING:
        return ProjectProblem.NO_LOCKS
    return _PROBLEMS.get(code & _PRIMARY)


@contextmanager
def as_project_error(path: Path) -> Iterator[None]:
    """Turn what SQLite raises in the block into a ProjectError that names `path`."""
    try:
        yield
    except sqlite3.Error as error:
        problem = problem_of(error)
        if problem is None:
            raise
        raise ProjectError(str(path), problem) from error
    except UnicodeDecodeError as error:  # SQLite quotes from a damaged file what is no UTF-8
        raise ProjectError(str(path), ProjectProblem.DAMAGED) from error
