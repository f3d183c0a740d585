"""CSV: one table as plain text, as RFC 4180 has it, for spreadsheets or other programs."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from workbench.formats.formulas import guarded
from workbench.formats.sheet_tables import tables
from workbench.formats.to_printable import to_printable
from workbench.model.progress import silent

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.formats.blocks import Run
    from workbench.formats.sheets import Value
    from workbench.model import Dossier, Report

REPORTED = 100


def write_csv(
    dossier: Dossier,
    citations: Mapping[str, tuple[Run, ...]],
    report: Report = silent,
    *,
    plain: bool = False,
) -> bytes:
    """Return the first table of a dossier, all texts in quotation marks, numbers without.

    For spreadsheets it begins with a byte order mark and its lines end in CR and LF; `plain` has
    neither. Words like formulas are kept from being any in both, see `formulas`. `report` may
    raise Cancelled.
    """
    stream = io.StringIO(newline="")
    ends = "\n" if plain else "\r\n"
    writer = csv.writer(stream, quoting=csv.QUOTE_NONNUMERIC, lineterminator=ends)
    table = next(tables(dossier, citations))
    writer.writerow(column.name for column in table.columns)
    count = 0
    for count, row in enumerate(table.rows):
        if count % REPORTED == 0:
            report(count, count + REPORTED)
        writer.writerow(map(_cell, row))
    report(count, count)
    return stream.getvalue().encode("utf-8" if plain else "utf-8-sig")


def _cell(value: Value) -> Value:
    return guarded(to_printable(value)) if isinstance(value, str) else value
