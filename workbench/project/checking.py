"""Checking: whether a project file is sound."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.store.project_file import open_file
from workbench.store.verify import Fault, Finding, count_rows, findings

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["CheckReport", "Fault", "Finding", "check"]


@dataclass(frozen=True, slots=True)
class CheckReport:
    """How much was checked, and what was wrong with it."""

    articles: int
    comparisons: int
    findings: tuple[Finding, ...]


def check(path: Path) -> CheckReport:
    """Check a project's file, the text of each article, and every span of kept comparisons.

    Raises ProjectError where the file cannot be opened or read to its end.
    """
    file = open_file(path)
    try:
        return CheckReport(
            count_rows(file, "articles"), count_rows(file, "comparisons"), tuple(findings(file))
        )
    finally:
        file.close()
