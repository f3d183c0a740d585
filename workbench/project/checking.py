"""Checking: whether a project file is sound, and mending what can be mended."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from workbench.model import ProjectError
from workbench.project.recorded import read_edit
from workbench.project.writing import as_output_error
from workbench.store.backup import folder_of
from workbench.store.finding import Cure, Fault, Finding, Repair
from workbench.store.project_file import open_file
from workbench.store.repair import repair
from workbench.store.verify import count_comparisons, count_rows, findings
from workbench.store.verify_analyst import records

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from workbench.store.project_file import ProjectFile

__all__ = ["CheckReport", "Cure", "Fault", "Finding", "Repair", "check", "mend"]


@dataclass(frozen=True, slots=True)
class CheckReport:
    """How much was checked, what is wrong with it, and what was mended before."""

    articles: int
    annotations: int
    comparisons: int
    findings: tuple[Finding, ...]
    repairs: tuple[Repair, ...] = ()


def check(path: Path) -> CheckReport:
    """Check a project's file, its texts, annotations, tags and history, and kept comparisons.

    Raises ProjectError where the file cannot be opened or read to its end.
    """
    with closing(open_file(path)) as file:
        return _report(file)


def mend(path: Path) -> CheckReport:
    """Mend what of a project can be mended, once there is a backup of it, and check the rest.

    Raises ProjectError where the file cannot be opened, read or written, OutputError where there
    can be no backup.
    """
    with closing(open_file(path)) as file:
        if file.why_read_only is not None:
            raise ProjectError(str(path), file.why_read_only)
        with as_output_error(folder_of(path)):
            file.back_up(datetime.now(UTC))
        repairs = repair(file, [number for number, _ in _broken_steps(file)])
        return _report(file, repairs)


def _report(file: ProjectFile, repairs: tuple[Repair, ...] = ()) -> CheckReport:
    broken = tuple(Finding(Fault.HISTORY, words) for _, words in _broken_steps(file))
    return CheckReport(
        count_rows(file, "articles"),
        count_rows(file, "annotations"),
        count_comparisons(file),
        (*findings(file), *broken),
        repairs,
    )


def _broken_steps(file: ProjectFile) -> Iterator[tuple[int, str]]:
    """Yield number and words of the steps that cannot be undone, or done again."""
    for number, words, record in records(file):
        try:
            read_edit(record)
        except (ValueError, RecursionError):
            yield number, words
