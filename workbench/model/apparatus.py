"""Apparatus: the table of one cluster as it is shown, a row per passage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.model.passage import Flag, Passage, VariantKind
    from workbench.model.span import Span


@dataclass(frozen=True, slots=True)
class ApparatusCell:
    """What a passage has in a column: its words and where they stand; an empty span for none.

    `kind` is what became here of the words that the row all others are held against has, None
    where they are the same; `flags` why that deserves a look.
    """

    span: Span
    text: str
    kind: VariantKind | None = None
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class ApparatusRow:
    """One passage of the cluster under its siglum, cell by cell."""

    siglum: str
    passage: Passage
    cells: tuple[ApparatusCell, ...]


@dataclass(frozen=True, slots=True)
class Apparatus:
    """The rows in the order of the articles, and which columns differ from row to row.

    `base` is the row that the others are held against: the earliest, or the first where no date is
    known. Columns in which no word differs are joined with their neighbours.
    """

    cluster: str
    rows: tuple[ApparatusRow, ...]
    base: int
    differing: tuple[bool, ...]
