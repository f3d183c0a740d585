"""Import work: what the worker process does before anything is stored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from workbench.model import Article, FileReading, Report
    from workbench.project.duplicates import Likeness
    from workbench.project.import_preview import Preview
    from workbench.project.tables import ColumnMapping

SAMPLE_ROWS = 4  # of a table, with the one that may name the columns
SAMPLE_CHARACTERS = 200  # of a cell


@dataclass(frozen=True, slots=True)
class TableHead:
    """The first rows of a table, cut to what is shown of them, and its columns as guessed."""

    rows: tuple[tuple[str, ...], ...]
    mapping: ColumnMapping


def look_at_paths(paths: Sequence[Path], known: Sequence[Article], *, report: Report) -> Preview:
    """Read files and the readable files of folders, and tell what they are to the known ones."""
    from workbench.project.import_preview import judged, preview
    from workbench.project.importing import find_files, read_files

    return judged(known, preview(read_files(find_files(paths), report)), report)


def look_at_page(page: str, known: Sequence[Article], *, report: Report) -> Preview:
    """Read what was copied from a web page."""
    from workbench.project.import_preview import judged, preview
    from workbench.project.importing import read_pasted_page

    return judged(known, preview([read_pasted_page(page)]), report)


def judge(
    known: Sequence[Article], before: Preview, *, report: Report
) -> tuple[tuple[Likeness, str], ...]:
    """Tell again what the articles of a preview are, after they were corrected."""
    from workbench.project.import_preview import likenesses

    return likenesses(known, before, report)


def read_columns(path: Path, columns: ColumnMapping, *, report: Report) -> FileReading:
    """Read a table by the columns told."""
    from workbench.project.tables import read_table

    return read_table(path, columns, report)


def table_head(path: Path, *, report: Report) -> TableHead | None:
    """Return the head of the first table in a file that has rows, None where there is none.

    Raises FileError.
    """
    from workbench.project.tables import tables_of

    report(0, 1)
    for table in tables_of(path):
        if table.rows:
            rows = (tuple(cell[:SAMPLE_CHARACTERS] for cell in row) for row in table.rows)
            return TableHead(
                tuple(row for row, _ in zip(rows, range(SAMPLE_ROWS), strict=False)), table.mapping
            )
    return None
