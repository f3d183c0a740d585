"""Backups: verified copies of a project, to look at and to go back to."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.model import CrossreadError, Report, silent
from workbench.project.project import Project
from workbench.project.writing import as_output_error
from workbench.store.backup import (
    DAYS,
    ENDING,
    LATEST,
    WEEKS,
    back_up_file,
    backup_at,
    backups_of,
    counts_of,
    folder_of,
    is_backup,
)
from workbench.store.failures import as_project_error

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "DAYS",
    "LATEST",
    "WEEKS",
    "BackupFacts",
    "back_up",
    "backups",
    "folder_of",
    "is_backup",
    "made_at",
    "original_of",
    "recover",
    "restore_copy",
]


@dataclass(frozen=True, slots=True)
class BackupFacts:
    """A backup: its file, when it was made in UTC, and how much it holds.

    `is_of_old` tells that it was made before an older project was brought up to date; it has
    no annotations then that could be counted. Of one that is damaged both numbers are None.
    """

    path: Path
    made: datetime
    articles: int | None
    annotations: int | None
    is_of_old: bool = False


def back_up(path: Path, report: Report = silent) -> Path | None:
    """Back up a project, also one that is open, unless nothing has changed since the last time.

    Raises ProjectError, or OutputError where no file can be made.
    """
    report(0, 1)
    with as_project_error(path), as_output_error(folder_of(path)):
        return back_up_file(Path(os.path.realpath(path)), datetime.now(UTC))


def backups(path: Path) -> Iterator[BackupFacts]:
    """Yield the backups of a project, the newest first, each when it has been looked into."""
    for backup in backups_of(Path(os.path.realpath(path))):
        articles, annotations = counts_of(backup.path) or (None, None)
        yield BackupFacts(backup.path, backup.made, articles, annotations, bool(backup.schema))


def made_at(backup: Path) -> datetime | None:
    """Return when a backup was made, in UTC, or None where the file is no backup."""
    found = backup_at(backup)
    return found.made if found else None


def original_of(backup: Path) -> Path | None:
    """Return the project that a backup is of, or None where the file is no backup."""
    folder = backup.parent
    return folder.with_name(folder.name.removesuffix(ENDING)) if is_backup(backup) else None


def recover(backup: Path, path: Path) -> Path | None:
    """Let a backup take the place of a project that cannot be opened, and return where that is now.

    None where there is none. Raises ProjectError or OutputError; all is as it was then.
    """
    with Project.open(backup) as project:
        aside = _free_name(path)
        with as_output_error(path):
            is_there = _rename(path, aside)
        try:
            project.save_copy(path)
        except CrossreadError:
            _rename(aside, path)
            raise
    return aside if is_there else None


def restore_copy(backup: Path, path: Path) -> None:
    """Write what a backup holds to a project of its own, whole or not at all.

    Raises ProjectError or OutputError.
    """
    with Project.open(backup) as project:
        project.save_copy(path)


def _rename(path: Path, to: Path) -> bool:
    """Rename a project with what SQLite has left beside it; tell whether there was one."""
    is_there = path.exists()
    for ending in ("", "-wal", "-journal"):
        one = path.with_name(f"{path.name}{ending}")
        if one.exists():
            one.rename(to.with_name(f"{to.name}{ending}"))
    return is_there


def _free_name(path: Path) -> Path:
    """Return a name beside a project under which it is kept though it is damaged."""
    names = (f"{path.stem} (damaged{number}){path.suffix}" for number in ("", *range(2, 1_000)))
    return next(aside for aside in map(path.with_name, names) if not aside.exists())
