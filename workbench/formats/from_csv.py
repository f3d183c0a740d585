"""Tables in plain text: values divided by commas, semicolons, tabs or bars."""

from __future__ import annotations

import csv
import io
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from workbench.formats.decoding import decode, is_binary
from workbench.formats.table import MAX_COLUMNS, MAX_ROWS, Table
from workbench.model.errors import FileError, FileProblem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

NAME = "csv"
MAX_CSV_BYTES = 256 * 1024**2
MAX_CELL_CHARACTERS = 16 * 1024**2
TRIED_ROWS = 50

_DELIMITERS = ",;\t|"


def open_csv(path: Path, data: bytes) -> tuple[Table, ...]:
    """Return the table in a file; raises FileError where it is none or beyond its bounds."""
    text = decode(data)
    if is_binary(text):
        raise FileError(str(path), FileProblem.UNKNOWN, "binary")
    usual = csv.field_size_limit(MAX_CELL_CHARACTERS)  # articles are longer than the usual 131,072
    try:
        return (Table(tuple(_filled(path, _rows(text, _delimiter(text))))),)
    except csv.Error as error:  # the only one where quotation marks and line ends may be wrong
        limit = f"{MAX_CELL_CHARACTERS} characters in a cell"
        raise FileError(str(path), FileProblem.TOO_LARGE, limit) from error
    finally:
        csv.field_size_limit(usual)


def _filled(path: Path, rows: Iterable[list[str]]) -> Iterator[tuple[str, ...]]:
    """Yield the rows that are not blank; raises FileError where they are too many or too wide."""
    count = 0
    for row in rows:
        if len(row) > MAX_COLUMNS:
            raise FileError(str(path), FileProblem.TOO_LARGE, f"{MAX_COLUMNS} columns")
        if any(cell.strip() for cell in row):
            count += 1
            yield tuple(row)
        if count > MAX_ROWS:
            raise FileError(str(path), FileProblem.TOO_LARGE, f"{MAX_ROWS} rows")


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def _delimiter(text: str) -> str:
    """Find what divides the cells: most rows are equally wide by it, and wider than by others."""

    def fitness(delimiter: str) -> tuple[float, int]:
        try:
            rows = [row for row in islice(_rows(text, delimiter), TRIED_ROWS) if any(row)]
        except csv.Error:
            return 0.0, 0
        widths = Counter(map(len, rows))
        width, times = widths.most_common(1)[0] if widths else (1, 0)
        return (times / len(rows), width) if width > 1 else (0.0, width)

    return max(_DELIMITERS, key=fitness)
