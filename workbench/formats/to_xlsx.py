"""Workbooks (XLSX): a sheet for each table, with typed columns, filters and a head that stays."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, islice
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from workbench.formats.formulas import is_formula
from workbench.formats.sheet_tables import tables
from workbench.formats.sheets import Kind
from workbench.formats.to_printable import to_printable
from workbench.model import Loss, LossReason
from workbench.model.progress import silent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

    from workbench.formats.blocks import Run
    from workbench.formats.sheets import Column, Table, Value
    from workbench.model import Dossier, Report

MOST_LETTERS = 32_767
"""UTF-16 units that a cell holds."""

MOST_ROWS = 1_048_575
"""Rows of a sheet below its head; a longer table goes on in another sheet."""

MOST_LINKS = 65_530
LONGEST_LINK = 2_079
"""Bounds of Excel; an address beyond them is there as words alone."""

MOST_LINES = 12
"""Lines to which a row is high; the words of a higher cell are all in it, but not in view."""

REPORTED = 100

_CUT = " … [cut here: a cell holds no more]"
_WEB = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_DAY = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?"
)  # a zone is left out, for cells have none: it is the time where the outlet is
_FIRST_YEAR = 1900  # from which spreadsheets count
_NO_DAY = datetime(1980, 1, 1)  # the first that the package of a workbook knows
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_A4 = 9
_LINE_HEIGHT = 13.5  # points; LibreOffice does not find the height of a row by itself
_NUMBERS = frozenset((Kind.NUMBER, Kind.SHARE))
_LOOKS = {"valign": "top", "font_name": "Calibri", "font_size": 10}


def write_xlsx(
    dossier: Dossier, citations: Mapping[str, tuple[Run, ...]], report: Report = silent
) -> bytes:
    """Return the tables of a dossier as a workbook.

    Text too long for a cell is cut and says so, see `cut_cells`. Rows wait in a folder for
    temporary files. `report` may raise Cancelled; raises OSError where there is no room for them.
    """
    from xlsxwriter.exceptions import FileCreateError
    from xlsxwriter.workbook import Workbook

    stream = io.BytesIO()
    try:
        with (
            TemporaryDirectory(prefix="crossread-", ignore_cleanup_errors=True) as folder,
            Workbook(stream, {**_OPTIONS, "tmpdir": folder}) as workbook,
        ):
            _fill(workbook, dossier, citations, report)
    except FileCreateError as error:
        (reason,) = error.args
        raise reason from error
    return stream.getvalue()


def _fill(
    workbook: Workbook, dossier: Dossier, citations: Mapping[str, tuple[Run, ...]], report: Report
) -> None:
    made = _moment(dossier.made) or _NO_DAY
    workbook.set_properties({"title": to_printable(dossier.title), "created": made})
    writer = _Writer(workbook, _formats(workbook), report)
    for table in tables(dossier, citations):
        writer.add(table)
    report(writer.written, writer.written)


def cut_cells(
    dossier: Dossier, citations: Mapping[str, tuple[Run, ...]] | None = None
) -> tuple[Loss, ...]:
    """Return which columns have texts that a workbook must cut, and how many."""
    found: dict[tuple[str, str], int] = {}
    for table in tables(dossier, citations or {}):
        for row in table.rows:
            for column, value in zip(table.columns, row, strict=True):
                if isinstance(value, str) and _units(value) > MOST_LETTERS:
                    key = column.name, table.title
                    found[key] = found.get(key, 0) + 1
    return tuple(
        Loss(name, title, LossReason.NO_PLACE, count) for (name, title), count in found.items()
    )


@dataclass(frozen=True, slots=True)
class _Formats:
    """How cells look."""

    head: Format
    number_head: Format
    text: Format
    guarded: Format
    number: Format
    decimal: Format
    share: Format
    day: Format
    time: Format
    link: Format


def _formats(workbook: Workbook) -> _Formats:
    def look(**more: object) -> Format:
        return workbook.add_format({**_LOOKS, **more})

    return _Formats(
        look(bold=True, bottom=1, text_wrap=True, align="left", indent=1),
        look(bold=True, bottom=1, text_wrap=True, align="right"),
        look(text_wrap=True, align="left", indent=1),
        look(text_wrap=True, align="left", indent=1, quote_prefix=True),
        look(num_format="#,##0"),
        look(num_format="#,##0.00"),
        look(num_format="0%"),
        look(num_format="yyyy-mm-dd", align="left", indent=1),
        look(num_format="yyyy-mm-dd hh:mm", align="left", indent=1),
        look(font_color="#2966AC", underline=1, align="left", indent=1),
    )


class _Writer:
    """Writes tables into a workbook row by row, for it keeps no more than one."""

    def __init__(self, workbook: Workbook, formats: _Formats, report: Report) -> None:
        self._workbook = workbook
        self._formats = formats
        self._report = report
        self._links = 0
        self.written = 0

    def add(self, table: Table) -> None:
        """Add a table, on further sheets where one cannot hold it."""
        for part, rows in enumerate(_portions(table.rows), 1):
            title = table.title if part == 1 else f"{table.title} ({part})"
            sheet = self._workbook.add_worksheet(title)
            self._links = 0
            self._set_up(sheet, table.columns)
            last = 0
            for last, row in enumerate(rows, 1):
                if self.written % REPORTED == 0:
                    self._report(self.written, self.written + REPORTED)
                self.written += 1
                if (lines := _lines(table.columns, row)) > 1:
                    sheet.set_row(last, min(lines, MOST_LINES) * _LINE_HEIGHT)
                for place, (column, value) in enumerate(zip(table.columns, row, strict=True)):
                    self._write(sheet, (last, place), column.kind, value)
            sheet.autofilter(0, 0, last, len(table.columns) - 1)

    def _set_up(self, sheet: Worksheet, columns: Sequence[Column]) -> None:
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.fit_to_pages(1, 0)
        for place, column in enumerate(columns):
            sheet.set_column(place, place, column.width)
            is_number = column.kind in _NUMBERS
            look = self._formats.number_head if is_number else self._formats.head
            sheet.write_string(0, place, column.name, look)

    def _write(self, sheet: Worksheet, at: tuple[int, int], kind: Kind, value: Value) -> None:
        formats = self._formats
        if isinstance(value, int | float):
            is_whole = isinstance(value, int)
            look = formats.number if is_whole else formats.decimal
            sheet.write_number(*at, value, formats.share if kind is Kind.SHARE else look)
        elif kind is Kind.DATE and (moment := _moment(value)):
            is_day = len(value) == len("2024-03-05")
            sheet.write_datetime(*at, moment, formats.day if is_day else formats.time)
        elif kind is Kind.LINK and self._is_link(value):
            self._links += 1
            sheet.write_url(*at, value, formats.link, value)
        elif value:
            look = formats.guarded if is_formula(value) else formats.text
            sheet.write_string(*at, _cut(to_printable(value)), look)

    def _is_link(self, value: str) -> bool:
        return (
            self._links < MOST_LINKS
            and len(value) <= LONGEST_LINK
            and _WEB.fullmatch(to_printable(value)) is not None
        )


def _portions(rows: Iterable[tuple[Value, ...]]) -> Iterator[Iterable[tuple[Value, ...]]]:
    """Yield rows sheet by sheet, at least one sheet; each is to be read before the next."""
    left = iter(rows)
    first = next(left, None)
    if first is None:
        yield ()
    while first is not None:
        yield chain((first,), islice(left, MOST_ROWS - 1))
        first = next(left, None)


def _lines(columns: Sequence[Column], row: Sequence[Value]) -> int:
    """Return about how many lines the highest cell of a row needs."""
    return max(
        sum(1 + len(line) * 7 // (column.width * 8) for line in value.split("\n", MOST_LINES))
        if isinstance(value, str) and column.kind is Kind.TEXT
        else 1
        for column, value in zip(columns, row, strict=True)
    )


def _moment(told: str) -> datetime | None:
    """Return a day, or a time in UTC or without a zone, as spreadsheets can hold it."""
    match = _DAY.fullmatch(told)
    try:
        moment = datetime.fromisoformat(" ".join(filter(None, match.groups()))) if match else None
    except ValueError:
        return None
    return moment if moment and moment.year >= _FIRST_YEAR else None


def _cut(text: str) -> str:
    """Return a text that a cell holds; one that is cut says so at its end."""
    if _units(text) <= MOST_LETTERS:
        return text
    room = (MOST_LETTERS - len(_CUT)) * 2  # bytes
    return text.encode("utf-16-le")[:room].decode("utf-16-le", "ignore") + _CUT


def _units(text: str) -> int:
    """Return how many UTF-16 units a text takes."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
