"""Sighting: how far to scroll sideways so that as many panes of a passage as possible are seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def best_left(
    panes: Sequence[tuple[int, int]], current: tuple[int, int], room: int, left: int
) -> int:
    """Return the left edge of the view, `room` pixels wide, that shows most of `panes` whole.

    `panes` are left and right edges, `current` those of the pane that must be seen in any case;
    `left` is where the view stands now, and of equally good places the nearest to it is taken.
    """
    edges = [left, *(edge for pane in panes for edge in (pane[0], pane[1] - room))]
    possible = [edge for edge in edges if edge <= current[0] and current[1] <= edge + room]
    if not possible:  # the pane itself is wider than the view
        return current[0]

    def rank(edge: int) -> tuple[int, int]:
        seen = sum(edge <= start and end <= edge + room for start, end in panes)
        return -seen, abs(edge - left)

    return min(possible, key=rank)
