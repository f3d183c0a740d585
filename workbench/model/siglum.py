"""Siglum: the letters by which a witness of a comparison is called."""

from __future__ import annotations

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def siglum(place: int) -> str:
    """Return the siglum of the witness at `place` (from 0): A to Z, then AA, AB and so on."""
    letters = ""
    place += 1
    while place:
        place, letter = divmod(place - 1, len(_LETTERS))
        letters = _LETTERS[letter] + letters
    return letters
