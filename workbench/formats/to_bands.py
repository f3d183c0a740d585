"""Bands: a wide collation table cut into stretches of columns that fit a page or a terminal."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from workbench.formats.to_printable import to_terminal
from workbench.text.normalize import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.model import Alignment

GAP = 2  # blanks between two columns


@dataclass(frozen=True, slots=True)
class Column:
    """A cell for each witness, on one line each; `differs` where they do not say the same.

    A cell is empty where the witness has nothing.
    """

    cells: tuple[str, ...]
    differs: bool

    @property
    def width(self) -> int:
        """How many places of a terminal the widest cell takes."""
        return max(map(places, self.cells))


@dataclass(frozen=True, slots=True)
class Moved:
    """Words, on one line, that some witnesses have earlier and others later."""

    text: str
    earlier: tuple[str, ...]
    later: tuple[str, ...]


def moved_words(alignment: Alignment) -> list[Moved]:
    """Return the transpositions, as the first witness that has the words earlier writes them."""
    rows = {
        witness.siglum: row
        for witness, row in zip(alignment.witnesses, alignment.table, strict=True)
    }
    result = []
    for one in alignment.transpositions:
        cells = rows[one.a.witnesses[0]][one.a.start : one.a.end]
        text = " ".join("".join(token for cell in cells for token in cell).split())
        result.append(Moved(to_terminal(text), one.a.witnesses, one.b.witnesses))
    return result


def bands(alignment: Alignment, width: int) -> Iterator[tuple[Column, ...]]:
    """Yield the columns in stretches of at most `width` places, or of one column wider than that.

    Neighbouring columns in which all witnesses say the same become one.
    """
    raw = [tuple("".join(cell) for cell in cells) for cells in zip(*alignment.table, strict=True)]
    start = taken = 0
    for end, texts in enumerate(raw):
        column = _column(texts)
        if end > start and taken + column.width > width:
            yield _merged(raw[start:end])
            start, taken = end, 0
        taken += column.width + (GAP if column.differs else 1)
    if raw:
        yield _merged(raw[start:])


def places(text: str) -> int:
    """Count the places that a text takes in a terminal: two for each East Asian wide character."""
    return sum(_places(character) for character in text)


def _places(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _column(texts: tuple[str, ...]) -> Column:
    cells = tuple(to_terminal(" ".join(text.split())) for text in texts)
    return Column(cells, differs=len({(fold(cell), not cell) for cell in cells}) > 1)


def _merged(raw: list[tuple[str, ...]]) -> tuple[Column, ...]:
    columns = []
    for differs, group in groupby(raw, key=lambda texts: _column(texts).differs):
        if differs:
            columns += [_column(texts) for texts in group]
        else:
            columns.append(_column(tuple("".join(texts) for texts in zip(*group, strict=True))))
    return tuple(columns)
