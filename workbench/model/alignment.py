"""Alignment: witnesses laid token by token in columns."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Witness:
    """A text taking part in a comparison, under a siglum such as A."""

    siglum: str
    text: str


@dataclass(frozen=True, slots=True)
class Alignment:
    """A row per witness, a column per place, a tuple of tokens per cell.

    A cell is empty where the witness has nothing; the tokens carry the white space that follows
    them, so that a row read from left to right gives back its witness.
    """

    witnesses: tuple[Witness, ...]
    table: tuple[tuple[tuple[str, ...], ...], ...]

    def as_dict(self) -> dict[str, object]:
        """Return what `crossread collate --format json` writes."""
        return {
            "witnesses": [witness.siglum for witness in self.witnesses],
            "table": [[list(cell) for cell in row] for row in self.table],
        }
