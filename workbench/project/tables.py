"""Tables to import: their columns as they are guessed, and reading them by columns told instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.formats.column_mapping import FIELDS, ColumnMapping
from workbench.model import Report, silent
from workbench.project.importing import prepared

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.formats.table import Table
    from workbench.model import FileReading

__all__ = ["FIELDS", "ColumnMapping", "read_table", "tables_of"]


def tables_of(path: Path) -> tuple[Table, ...]:
    """Return the tables in a file, each with the mapping of its columns that is guessed.

    A file that is no table has none. Raises FileError where it cannot be read.
    """
    from workbench.formats.readers import file_tables

    return file_tables(path)


def read_table(path: Path, columns: ColumnMapping, report: Report = silent) -> FileReading:
    """Read a table by the columns told; a file that is none is read as any other.

    Never raises for a file, as `read_files` does not. `report` is told of each row and may raise
    Cancelled.
    """
    from workbench.formats.readers import read_file

    return prepared(read_file(path, report, columns), report)
