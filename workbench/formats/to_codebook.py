"""Codebook as a file of our own: JSON for programs, CSV for a spreadsheet."""

from __future__ import annotations

import csv
import io
from dataclasses import asdict
from typing import TYPE_CHECKING

from workbench.formats.formulas import guarded
from workbench.formats.to_json import to_json

if TYPE_CHECKING:
    from workbench.model import Codebook, Tag

FORMAT = "crossread-codebook"
VERSION = 1
COLUMNS = ("id", "parent", "name", "colour", "definition", "examples", "key")
"""The columns of the CSV and, with the place, the members of a tag in the JSON.

`parent` is the id of the tag above; those that have the same one stand in their order.
"""


def codebook_to_json(codebook: Codebook) -> str:
    """Return the tags as JSON, each before those below it."""
    tags = [_told(codebook, tag) for tag in codebook.branch()]
    return to_json({"format": FORMAT, "version": VERSION, "tags": tags})


def codebook_to_csv(codebook: Codebook) -> str:
    """Return the tags as CSV under a line of heads, each before those below it.

    It begins with a byte order mark, by which a spreadsheet knows that it is UTF-8. A cell that
    would begin like a formula begins with an apostrophe instead, which `from_codebook` takes away.
    """
    stream = io.StringIO(newline="")
    rows = csv.writer(stream)
    rows.writerow(COLUMNS)
    for tag in codebook.branch():
        told = _told(codebook, tag)
        rows.writerow([guarded(told[column]) for column in COLUMNS])
    return "\ufeff" + stream.getvalue()


def _told(codebook: Codebook, tag: Tag) -> dict[str, str]:
    above = codebook.path(tag.id)[:-1]
    told = asdict(tag) | {"parent": above[-1].id if above else ""}
    return {column: told[column] for column in COLUMNS}
