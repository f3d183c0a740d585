"""Renewing: bringing a large project of an older schema up to date, which takes a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model import ProjectError, Report, silent
from workbench.project.project import Project
from workbench.store.admission import is_of_old, read_header, require_file

if TYPE_CHECKING:
    from pathlib import Path

LARGE = 10_000_000
"""Bytes above which it takes more than about a fifth of a second, with the backup before."""


def takes_long(path: Path) -> bool:
    """Tell whether opening a project takes a while, for it is to be brought up to date first.

    Never to be asked of one that this process has open. False where the file cannot be read.
    """
    try:
        require_file(path)
        return path.stat().st_size > LARGE and is_of_old(read_header(path))
    except (OSError, ProjectError):
        return False


def renew(path: Path, report: Report = silent) -> int:
    """Bring a project up to date, and return the schema that it had, 0 for the present one.

    Raises ProjectError where it cannot be opened.
    """
    report(0, 1)
    with Project.open(path) as project:
        return project.schema_before
