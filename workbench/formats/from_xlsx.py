"""Spreadsheets (XLSX): the tables on their sheets, as the cells read."""

from __future__ import annotations

import posixpath
import re
from datetime import date
from typing import TYPE_CHECKING

from workbench.formats.package import Package, opened
from workbench.formats.table import DAY_ZERO, MAX_COLUMNS, MAX_ROWS, Table
from workbench.formats.xml_tree import local_name
from workbench.model.errors import FileError, FileProblem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.etree import _Element

NAME = "xlsx"
MAX_SHEETS = 1_000

_WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_STRINGS = "xl/sharedStrings.xml"
_MACINTOSH_ZERO = date(1904, 1, 1)  # from which workbooks of older Macintoshes count
_COLUMN = re.compile(r"([A-Z]{1,3})\d*")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def open_xlsx(path: Path, data: bytes) -> tuple[Table, ...]:
    """Return the tables of the sheets that are shown; raises FileError."""
    with opened(path, data) as package:
        workbook = package.xml(_WORKBOOK)
        strings = _shared_strings(package)
        is_old = any(each.get("date1904") in {"1", "true"} for each in workbook.iter())
        day_zero = _MACINTOSH_ZERO if is_old else DAY_ZERO
        return tuple(
            Table(tuple(_rows(package, part, strings)), name, day_zero)
            for name, part in _sheets(package, workbook)
        )


def _sheets(package: Package, workbook: _Element) -> list[tuple[str, str]]:
    """List the names of the sheets, each with the part that it stands in."""
    relations = package.xml(_RELATIONS) if package.holds(_RELATIONS) else ()
    parts = {each.get("Id") or "": each.get("Target") or "" for each in relations}
    found = []
    for sheet in workbook.iter():
        if local_name(sheet) != "sheet" or sheet.get("state") in {"hidden", "veryHidden"}:
            continue
        key = next((value for name, value in sheet.items() if str(name).endswith("}id")), "")
        part = posixpath.normpath(posixpath.join("/xl", parts.get(str(key), ""))).lstrip("/")
        if package.holds(part):  # what is none is a chart that another part holds
            found.append((sheet.get("name") or "", part))
    if len(found) > MAX_SHEETS:
        raise FileError(str(package.path), FileProblem.TOO_LARGE, f"{MAX_SHEETS} sheets")
    return found


def _shared_strings(package: Package) -> list[str]:
    if not package.holds(_STRINGS):
        return []
    return [_string(each) for each in package.xml(_STRINGS) if local_name(each) == "si"]


def _string(element: _Element) -> str:
    """Join the runs of a string, without the readings that Japanese tables write above it."""
    pieces = []
    for child in element:
        if local_name(child) == "t":
            pieces.append(child.text or "")
        elif local_name(child) == "r":
            pieces += [each.text or "" for each in child if local_name(each) == "t"]
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), "".join(pieces))


def _rows(package: Package, part: str, strings: list[str]) -> Iterator[tuple[str, ...]]:
    """Yield the rows that are not blank; raises FileError where they are too many or too wide."""
    count = 0
    for element in package.xml(part).iter():
        if local_name(element) != "row":
            continue
        cells = dict(_cells(element, strings))
        if not any(cell.strip() for cell in cells.values()):
            continue
        count += 1
        if count > MAX_ROWS:
            raise FileError(str(package.path), FileProblem.TOO_LARGE, f"{MAX_ROWS} rows")
        width = max(cells) + 1
        if width > MAX_COLUMNS:
            raise FileError(str(package.path), FileProblem.TOO_LARGE, f"{MAX_COLUMNS} columns")
        yield tuple(cells.get(place, "") for place in range(width))


def _cells(row: _Element, strings: list[str]) -> Iterator[tuple[int, str]]:
    """Yield the cells of a row that hold something, each with its column counted from 0."""
    place = -1
    for cell in row:
        if local_name(cell) != "c":
            continue
        told = _COLUMN.match(cell.get("r") or "")
        place = _column(told[1]) if told else place + 1
        value = _value(cell, strings)
        if value:
            yield place, value


def _column(letters: str) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1


def _value(cell: _Element, strings: list[str]) -> str:
    kind = cell.get("t") or "n"
    if kind == "inlineStr":
        return "".join(_string(each) for each in cell if local_name(each) == "is")
    value = next((each.text or "" for each in cell if local_name(each) == "v"), "")
    if kind == "s":
        place = int(value) if value.isdecimal() and len(value) < len(str(MAX_ROWS)) + 4 else -1
        return strings[place] if 0 <= place < len(strings) else ""
    if kind == "e":  # a formula that failed
        return ""
    return value if kind != "n" else value.removesuffix(".0")
