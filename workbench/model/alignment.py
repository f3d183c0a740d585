"""Alignment: witnesses laid token by token in columns."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Witness:
    """A text taking part in a comparison, under a siglum such as A."""

    siglum: str
    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """The cells `[start, end)` of the rows of some witnesses, named by their sigla."""

    witnesses: tuple[str, ...]
    start: int
    end: int

    def as_dict(self) -> dict[str, object]:
        """Return the place as the JSON output gives it."""
        return {"witnesses": list(self.witnesses), "start": self.start, "end": self.end}


@dataclass(frozen=True, slots=True)
class Transposition:
    """Words that some witnesses have at one place of the table and others at a later one."""

    a: Place
    b: Place

    def as_dict(self) -> dict[str, object]:
        """Return the transposition as the JSON output gives it."""
        return {"a": self.a.as_dict(), "b": self.b.as_dict()}


@dataclass(frozen=True, slots=True)
class Alignment:
    """A row per witness, a column per place, a tuple of tokens per cell.

    A cell is empty where the witness has nothing; the tokens carry the white space that follows
    them, so that a row read from left to right gives back its witness. Words in another order
    cannot share a column: `transpositions` tell of them, in the order of the table.
    """

    witnesses: tuple[Witness, ...]
    table: tuple[tuple[tuple[str, ...], ...], ...]
    transpositions: tuple[Transposition, ...] = ()

    def as_dict(self) -> dict[str, object]:
        """Return what `crossread collate --format json` writes."""
        return {
            "witnesses": [witness.siglum for witness in self.witnesses],
            "table": [[list(cell) for cell in row] for row in self.table],
            "transpositions": [moved.as_dict() for moved in self.transpositions],
        }
