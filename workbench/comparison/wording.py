"""Wording: the wording differences of all pairs, gathered, the telling ones first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model import Flag, VariantKind, Wording
from workbench.text.lexicon import FUNCTION_WORDS
from workbench.text.normalize import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model import PassagePair, Variant

_WEIGHTY = frozenset((Flag.NUMBER, Flag.NEGATION, Flag.DATE, Flag.NAME, Flag.ROLE, Flag.CUE))


def gather(pairs: Sequence[PassagePair]) -> tuple[Wording, ...]:
    """Gather the variants of all pairs that have the same two readings, in either direction.

    First come other words for something, then words that only one has, then mere spelling and
    function words; among these the frequent ones, and those with a flag, before the others.
    """
    first_seen: dict[tuple[str, str], Variant] = {}
    where: dict[tuple[str, str], list[str]] = {}
    for pair in pairs:
        for variant in pair.variants:
            if variant.kind is VariantKind.TRANSPOSITION:
                continue
            one, other = sorted((_plain(variant.a.text), _plain(variant.b.text)))
            first_seen.setdefault((one, other), variant)
            ids = where.setdefault((one, other), [])
            if pair.id not in ids:
                ids.append(pair.id)
    rows = [
        (_rank(variant, key, where[key]), variant, where[key])
        for key, variant in first_seen.items()
    ]
    rows.sort(key=lambda row: row[0])
    return tuple(
        Wording(_line(variant.a.text), _line(variant.b.text), variant.flags, tuple(ids))
        for _, variant, ids in rows
    )


def _line(text: str) -> str:
    return " ".join(text.split())


def _plain(text: str) -> str:
    return _line(fold(text))


def _rank(variant: Variant, key: tuple[str, str], ids: list[str]) -> tuple[int, int, int]:
    weighty = not _WEIGHTY.isdisjoint(variant.flags)
    words = {word.strip(".,;:\"'()-") for reading in key for word in reading.split()}
    if Flag.SPELLING in variant.flags:
        tier = 3
    elif words <= FUNCTION_WORDS and not weighty:
        tier = 4
    elif variant.kind is VariantKind.SUBSTITUTION:
        tier = 1
    else:
        tier = 2
    return tier, -len(ids), 0 if weighty else 1
