"""Background: the functions that the window's worker process runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from workbench.comparison.options import CompareOptions
    from workbench.model import Article, Comparison, FileReading, Report


def read_paths(paths: Sequence[Path], *, report: Report) -> tuple[FileReading, ...]:
    """Read files, and the readable files of folders."""
    from workbench.project.importing import find_files, read_files

    return read_files(find_files(paths), report)


def compare_articles(
    articles: Sequence[Article], options: CompareOptions, *, report: Report
) -> Comparison:
    """Compare articles with each other."""
    from workbench.comparison.compare import compare

    return compare(articles, options, report)


def warm_up(*, report: Report) -> None:
    """Load what comparing needs, while the analyst is still choosing files."""
    import workbench.comparison.compare
    import workbench.project.importing  # noqa: F401

    report(1, 1)
