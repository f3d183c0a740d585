"""Following: which height of one article corresponds to a height of another."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def matching_height(anchors: Sequence[tuple[float, float]], height: float) -> float | None:
    """Return the height in the second article that corresponds to `height` in the first.

    `anchors` pairs the heights of shared passages (first article, second article), sorted. Between
    two passages that stand in the same order the result glides from one to the other; between two
    that do not, and outside all of them, it keeps the distance to the nearer one. None where
    there is no anchor. All heights in the same unit.
    """
    if not anchors:
        return None
    place = bisect_right([anchor[0] for anchor in anchors], height)
    if place == 0:
        return anchors[0][1] + height - anchors[0][0]
    above = anchors[place - 1]
    if place == len(anchors):
        return above[1] + height - above[0]
    below = anchors[place]
    if below[1] >= above[1] and below[0] > above[0]:
        share = (height - above[0]) / (below[0] - above[0])
        return above[1] + share * (below[1] - above[1])
    nearer = above if height - above[0] <= below[0] - height else below
    return nearer[1] + height - nearer[0]
