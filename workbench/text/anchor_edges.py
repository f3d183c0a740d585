"""Edges: whether changed words begin and end where an annotation of the earlier ones did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.text.distance import likeness

if TYPE_CHECKING:
    from workbench.text.anchor_ground import Ground, Stretch

MENDED = 0.6
"""The likeness of two words one of which is a mended form of the other."""

DROPPED = 4
"""One of so many words may have gone at either end."""

REPLACED = 3
"""Words at an end that may be others, one for one, between such as were kept."""


def has_edges(ground: Ground, words: Stretch, there: Stretch) -> bool:
    """Tell whether the first and the last words at a place are those of the quote.

    They may be mended, a few may have gone, or one other word may stand for each of them: what
    else is new at an end may belong to the quote or to what is beside it.
    """
    before, after = ground.before, ground.after
    kept = before.kept
    follows = words.first > 0 and kept[words.first - 1] == there.first - 1 >= 0
    leads = words.last < len(kept) and kept[words.last] == there.last
    quote = [before.plain[before.starts[w] : before.ends[w]] for w in range(*_range(words))]
    place = [after.plain[after.starts[w] : after.ends[w]] for w in range(*_range(there))]
    return _is_edge(quote, place, is_next=follows) and _is_edge(
        quote[::-1], place[::-1], is_next=leads
    )


def _range(words: Stretch) -> tuple[int, int]:
    return words.first, words.last


def _is_edge(quote: list[str], place: list[str], *, is_next: bool) -> bool:
    """Tell it of the first words; `is_next` says whether the word before them was kept."""
    if quote[0] == place[0] or all(map(_is_mended, quote[:2], place[:2])):
        return True
    most = max(1, len(quote) // DROPPED)
    if any(quote[gone : gone + 2] == place[:2] for gone in range(1, most + 1)):
        return True
    pairs = zip(quote[1 : REPLACED + 1], place[1:], strict=False)
    return is_next and any(one == other for one, other in pairs)


def _is_mended(first: str, second: str) -> bool:
    return likeness(first, second) >= MENDED
