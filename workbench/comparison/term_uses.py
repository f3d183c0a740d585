"""Term uses: every place where the forms of terms stand."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from workbench.text.sentences import SENTENCE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from workbench.comparison.term_words import TermWords


class Use(NamedTuple):
    """Words `[first, end)` of the row, in which stands the form with this number."""

    form: int
    first: int
    end: int


def find_uses(words: TermWords, forms: Collection[int], longest: int) -> dict[int, list[Use]]:
    """Return the uses of each form, in the order of the text.

    No form has more than `longest` words; a use does not reach over the end of a sentence.
    """
    sought = np.array(sorted(forms), np.uint64)
    found: dict[int, list[Use]] = defaultdict(list)
    for length in range(1, longest + 1):
        values = words.phrase_values(length)
        at = np.flatnonzero(np.isin(values, sought) & words.unbroken(length, SENTENCE))
        for first, form in zip(at.tolist(), values[at].tolist(), strict=True):
            found[form].append(Use(form, first, first + length))
    return {form: sorted(uses) for form, uses in found.items()}


def without_overlaps(uses: Iterable[Use]) -> list[Use]:
    """Return the uses in the order of the text; of those that overlap the longest stays."""
    taken: set[int] = set()
    kept = []
    for use in sorted(uses, key=lambda use: (use.first - use.end, use.first)):
        inside = range(use.first, use.end)
        if taken.isdisjoint(inside):
            taken.update(inside)
            kept.append(use)
    return sorted(kept, key=lambda use: use.first)
