"""Columns: which columns of a list there is room for, and how wide each of them is."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def share_room(widths: Sequence[int], room: int) -> tuple[int, ...]:
    """Return how wide columns are that share `room`; all in pixels.

    `widths` are the least in which their words can be read. The last ones give way where there is
    no room for all, with 0; the others grow alike. The first column is always kept.
    """
    kept = min(1, len(widths))
    while kept < len(widths) and sum(widths[: kept + 1]) <= room:
        kept += 1
    needed = sum(widths[:kept])
    room = max(room, needed if kept == 1 else 0)
    ends = [room * sum(widths[:place]) // max(1, needed) for place in range(kept + 1)]
    shared = tuple(end - start for start, end in pairwise(ends))
    return shared + (0,) * (len(widths) - kept)
