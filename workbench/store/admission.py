"""Admission: whether a file is a project, whole and of a schema that this program knows."""

from __future__ import annotations

import stat
from contextlib import contextmanager
from typing import TYPE_CHECKING

from workbench.model import ProjectError, ProjectProblem
from workbench.store.schema import APPLICATION_ID, SCHEMA, columns_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

_MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100
_JOURNAL_AT = 18
_SCHEMA_AT = slice(60, 64)
_APPLICATION_AT = slice(68, 72)
_LOGGED = 2  # the header's word for WAL


def require_file(path: Path) -> None:
    """Raise ProjectError where there is no file of that name."""
    with _as_opening(path):
        mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise ProjectError(str(path), ProjectProblem.FOLDER)
    if not stat.S_ISREG(mode):  # a pipe would never end
        raise ProjectError(str(path), ProjectProblem.NOT_A_PROJECT)


def read_header(path: Path) -> bytes:
    """Read the head of the file without SQLite, so that what is no project is not touched.

    Never while this process has the project open: closing a file drops all locks that the process
    has on it, SQLite's among them. Raises ProjectError.
    """
    with _as_opening(path), path.open("rb") as stream:
        return stream.read(_HEADER_BYTES)


def is_logged(header: bytes) -> bool:
    """Tell from the head of a file whether changes go to a log beside it first (WAL)."""
    return header[_JOURNAL_AT] == _LOGGED


def schema_of(header: bytes) -> int:
    """Return the schema that the head of a file names."""
    return int.from_bytes(header[_SCHEMA_AT], "big")


def is_of_old(header: bytes) -> bool:
    """Tell from the head of a file whether it is a project of an older schema."""
    return _is_project(header) and 0 < schema_of(header) < SCHEMA


def require_project(path: Path, header: bytes) -> None:
    """Raise ProjectError where the head of the file is not that of a project known here."""
    if not _is_project(header):
        raise ProjectError(str(path), ProjectProblem.NOT_A_PROJECT)
    _require_schema(path, schema_of(header))


def require_whole(path: Path, connection: sqlite3.Connection) -> int:
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


def _is_project(header: bytes) -> bool:
    application = int.from_bytes(header[_APPLICATION_AT], "big")
    return header.startswith(_MAGIC) and application == APPLICATION_ID


def _require_schema(path: Path, schema: int) -> None:
    if schema > SCHEMA:
        raise ProjectError(str(path), ProjectProblem.NEWER, str(schema))
    if schema < 1:
        raise ProjectError(str(path), ProjectProblem.DAMAGED)


@contextmanager
def _as_opening(path: Path) -> Iterator[None]:
    try:
        yield
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ProjectError(str(path), ProjectProblem.MISSING) from error
    except OSError as error:
        raise ProjectError(str(path), ProjectProblem.DENIED) from error
