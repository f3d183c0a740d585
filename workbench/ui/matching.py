"""Matching: how well a few typed letters fit the words of a command."""

from __future__ import annotations

AT_WORD = 6  # a letter that begins a word says more than one inside
IN_ROW = 8  # one that follows the letter before says most
INSIDE = 1
LONG = 20  # so many letters more of a text take one away: the shorter one is meant


def fit(typed: str, words: str) -> int | None:
    """Return how well `typed` fits: higher is better; None where its letters are not there.

    The letters must stand in `words` in their order; spaces and capitals do not count. Of all ways
    to find them the best one counts.
    """
    letters = [letter for letter in typed.casefold() if not letter.isspace()]
    text = words.casefold()
    if not all(letter in text for letter in letters):  # most texts fail here, and that is quick
        return None
    worths: dict[int, int] = {-1: 0}  # place of the letter before -> the best sum up to it
    for letter in letters:
        worths = _next(text, letter, worths)
    best = max(worths.values(), default=None)
    return None if best is None else best - len(text) // LONG


def _next(text: str, letter: str, worths: dict[int, int]) -> dict[int, int]:
    """Return the best sum for each place of `letter` after a place that `worths` knows."""
    found: dict[int, int] = {}
    best = worths.get(-1)
    for place, character in enumerate(text):
        if character == letter and best is not None:
            begins = place == 0 or not text[place - 1].isalnum()
            in_row = worths[place - 1] + IN_ROW if place and place - 1 in worths else 0
            found[place] = max(best + (AT_WORD if begins else INSIDE), in_row)
        if place in worths:
            best = worths[place] if best is None else max(best, worths[place])
    return found
