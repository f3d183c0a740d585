"""Table: rows of cells, and the articles in them by a mapping of their columns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from workbench.formats.collection import collected, set_aside
from workbench.formats.column_mapping import ColumnMapping, guessed_mapping, is_day_first_name
from workbench.formats.day_order import day_order
from workbench.formats.decoding import unify_line_ends
from workbench.formats.file_dates import FileDates
from workbench.formats.publication import Publication
from workbench.model.errors import FileError, FileProblem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from workbench.model.article import Article
    from workbench.model.errors import ArticleError
    from workbench.model.progress import Report
    from workbench.model.reading import FileReading

MAX_ROWS = 200_000
MAX_COLUMNS = 500
NO_TEXTS = "no column of text"

DAY_ZERO = date(1899, 12, 30)  # from which spreadsheets count
_SERIAL = re.compile(r"([1-7]\d{4})(?:\.\d+)?")  # from 1927 to 2119


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file or of one of its sheets, without blank ones; cells may be missing.

    `day_zero` is the day from which its numbers count where they stand for days.
    """

    rows: tuple[tuple[str, ...], ...]
    name: str = ""
    day_zero: date = DAY_ZERO

    @property
    def mapping(self) -> ColumnMapping:
        """The columns as they are guessed."""
        return guessed_mapping(self.rows)


def read_tables(
    path: Path,
    reader: str,
    tables: Sequence[Table],
    report: Report,
    mapping: ColumnMapping | None = None,
) -> FileReading:
    """Read the articles in tables, by a mapping or as the columns of each are guessed.

    Raises FileError where no table has a column of texts.
    """
    filled = [table for table in tables if table.rows]
    if not filled:
        raise FileError(str(path), FileProblem.EMPTY)
    mapped = [(table, table.mapping if mapping is None else mapping) for table in filled]
    mapped = [(table, columns) for table, columns in mapped if columns.text is not None]
    if not mapped:
        raise FileError(str(path), FileProblem.UNREADABLE, NO_TEXTS)
    return collected(path, reader, _articles(path, mapped), report)


def _articles(
    path: Path, mapped: Sequence[tuple[Table, ColumnMapping]]
) -> Iterator[Article | ArticleError]:
    place = 0
    for table, columns in mapped:
        dates = FileDates(_day_order(table, columns))
        for row in table.rows[columns.has_names :]:
            place += 1
            told = columns.values(row)
            text = unify_line_ends(told.pop("text")).strip("\n ")
            for field in ("published", "retrieved"):
                told[field] = _as_day(told[field].strip(), table.day_zero, dates, told["language"])
            known = Publication.told(**told)
            if text:
                yield known.article(path, text)
            else:
                raw = "\n".join(cell for cell in row if cell)
                yield set_aside(path, place, FileProblem.NO_TEXT, headline=known.headline, raw=raw)


def _day_order(table: Table, columns: ColumnMapping) -> str:
    """Which of two numbers is the day, by all dates of the table, or else by their column."""
    place = columns.published
    if place is None:
        return ""
    told = [row[place].strip() if place < len(row) else "" for row in table.rows]
    return day_order(told, "DMY" if columns.has_names and is_day_first_name(told[0]) else "")


def _as_day(told: str, day_zero: date, dates: FileDates, language: str) -> str:
    """Return a number that stands for a day as that day, other days as ISO 8601."""
    serial = _SERIAL.fullmatch(told)
    if serial:
        return (day_zero + timedelta(days=int(serial[1]))).isoformat()
    return dates.iso(told, language)
