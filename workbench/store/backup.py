"""Backup: verified copies of a project in a folder beside it, kept in number by one rule.

They lie beside the project because a project that may be written lies in a folder that may be
written, because every way to open it finds them there without being told, and because they go
where the folder goes. They are no help when a disk is lost.
"""

from __future__ import annotations

import errno
import os
import re
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from workbench.store.analyst_tables import ANALYST_TABLES
from workbench.store.connection import connected
from workbench.store.mark import mark_of
from workbench.store.schema import BY_NAME, SCHEMA
from workbench.store.tables import KEPT_TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

LATEST = 3
"""The newest backups, all kept: what one wants back after a mistake is mostly there."""

DAYS = 7
"""Days, of those that have backups, the last backup of each of which is kept."""

WEEKS = 4
"""Weeks likewise: a month of work."""

ENDING = "-backups"
"""What the folder's name has after that of the project."""

_STAMP = "%Y-%m-%d %H.%M.%S UTC"
_NAME = re.compile(r".* (\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d UTC)(?:, schema (\d+))?\.crossread")
_LONGEST = 50  # characters of a project's name in that of a backup: systems allow 255 bytes
_COUNTED = tuple(table.name for table in KEPT_TABLES + ANALYST_TABLES)


class Backup(NamedTuple):
    """One backup: its file, when it was made, and the schema it has; the present one is 0."""

    path: Path
    made: datetime
    schema: int = 0


def folder_of(project: Path) -> Path:
    """Return the folder that has the backups of a project."""
    return project.with_name(project.name + ENDING)


def is_backup(path: Path) -> bool:
    """Tell from its place whether a file is a backup, which never changes."""
    return backup_at(path) is not None


def backup_at(path: Path) -> Backup | None:
    """Return what the name of a backup tells, or None where the file is none."""
    match = _NAME.fullmatch(path.name)
    if match is None or not path.parent.name.endswith(ENDING):
        return None
    try:
        made = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
    except ValueError:  # figures, but no date
        return None
    return Backup(path, made, int(match[2] or 0))


def backups_of(project: Path) -> tuple[Backup, ...]:
    """Return the backups of a project, the newest first."""
    found = (backup_at(path) for path in folder_of(project).glob("*"))
    return tuple(sorted(filter(None, found), key=_age, reverse=True))


def back_up(
    project: Path, connection: sqlite3.Connection, now: datetime, *, schema: int = 0
) -> Path | None:
    """Copy all that a connection to the project shows, verified.

    Return None where nothing has changed since the last one, or where there is nothing yet.
    `schema` is that of a file of an older schema, which is copied in any case. Raises OSError or
    sqlite3.Error where there is no copy, or none that is like the project.
    """
    folder = folder_of(project)
    known = backups_of(project)
    if not schema and (_is_blank(connection) or (known and _is_like(known[0], connection))):
        return None
    folder.mkdir(exist_ok=True)
    for left in folder.glob("*.part*"):  # by a program that was killed
        left.unlink(missing_ok=True)
    path = _free_name(project, now.astimezone(UTC), schema)
    part = path.with_name(f"{path.name}.part")
    try:
        _copy(connection, part)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    _sync(folder)
    prune(project)
    return path


def back_up_file(project: Path, now: datetime) -> Path | None:
    """Make a backup of a project that is open here or elsewhere, as `back_up` does."""
    with closing(connected(project, "rw")) as connection:
        connection.execute("PRAGMA query_only = ON")
        return back_up(project, connection, now)


def forget_backups(project: Path) -> None:
    """Delete all backups of a project, for it is to be deleted; what cannot be deleted stays."""
    with suppress(OSError):
        for backup in backups_of(project):
            backup.path.unlink()
        folder_of(project).rmdir()


def prune(project: Path) -> None:
    """Delete the backups that the rule does not keep; one that cannot be deleted stays."""
    known = backups_of(project)
    for backup in set(known) - set(kept(known)):
        with suppress(OSError):
            backup.path.unlink()


def kept(backups: Iterable[Backup]) -> tuple[Backup, ...]:
    """Return those of some backups that the rule keeps, the newest first.

    The latest stay, the last one of each of some days and weeks, and the last one of each older
    schema: it alone opens in the program that wrote it.
    """
    newest = sorted(backups, key=_age, reverse=True)
    days: dict[object, Backup] = {}
    weeks: dict[object, Backup] = {}
    schemas: dict[int, Backup] = {}
    for backup in newest:
        days.setdefault(backup.made.date(), backup)
        weeks.setdefault(backup.made.isocalendar()[:2], backup)
        if backup.schema:
            schemas.setdefault(backup.schema, backup)
    chosen = {*newest[:LATEST], *list(days.values())[:DAYS], *list(weeks.values())[:WEEKS]}
    chosen.update(schemas.values())
    return tuple(backup for backup in newest if backup in chosen)


def counts_of(path: Path) -> tuple[int, int] | None:
    """Return how many articles and annotations a backup has, or None where it cannot be read."""
    try:
        with closing(connected(path, "ro&immutable=1")) as connection:
            return _count(connection, "articles"), _count(connection, "annotations")
    except sqlite3.Error:
        return None


def _free_name(project: Path, now: datetime, schema: int) -> Path:
    """Return the file for a backup; where there is one of that second, for one of the next."""
    suffix = f", schema {schema}" if schema else ""
    path = folder_of(project) / f"{project.stem[:_LONGEST]} {now:{_STAMP}}{suffix}.crossread"
    return _free_name(project, now + timedelta(seconds=1), schema) if path.exists() else path


def _age(backup: Backup) -> tuple[datetime, str]:
    return backup.made, backup.path.name


def _is_blank(connection: sqlite3.Connection) -> bool:
    return not any(_count(connection, table) for table in ("articles", "tags", "annotations"))


def _is_like(backup: Backup, connection: sqlite3.Connection) -> bool:
    if backup.schema not in (0, SCHEMA):
        return False
    try:
        with closing(connected(backup.path, "ro&immutable=1")) as copy:
            return mark_of(copy) == mark_of(connection)
    except sqlite3.Error:
        return False


def _copy(connection: sqlite3.Connection, part: Path) -> None:
    """Copy what the connection shows at one moment, and compare the copy with it."""
    part.touch(exist_ok=False)  # the system says better than SQLite why it cannot
    connection.execute("BEGIN")
    try:
        counts = _counts(connection)
        with closing(connected(part, "rw")) as copy:
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # so that it is one file, also when open
    finally:
        connection.rollback()
    with closing(connected(part, "ro")) as copy:
        is_whole = copy.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
        if not is_whole or _counts(copy) != counts:
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(part))


def _counts(connection: sqlite3.Connection) -> list[int]:
    return [_count(connection, table) for table in _COUNTED]


def _count(connection: sqlite3.Connection, table: str) -> int:
    """Return how many rows a table has; one that an older schema does not have has none."""
    is_there = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    return int(connection.execute(BY_NAME[table].counting).fetchone()[0]) if is_there else 0


def _sync(folder: Path) -> None:
    """Make the new name durable where the system lets a folder be opened (Windows does not)."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
