"""Following: which height of one article corresponds to a height of another."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.ui.panes.article_view import ArticleView

Anchor = tuple[float, float]


class Following:
    """Knows where the passages that two articles share stand, until the panes are laid out anew."""

    def __init__(self) -> None:
        self._anchors: dict[tuple[ArticleView, ArticleView], list[Anchor]] = {}

    def forget(self) -> None:
        """Look anew where the passages stand."""
        self._anchors.clear()

    def height(self, leader: ArticleView, other: ArticleView, height: float) -> float | None:
        """Return the height in `other` that corresponds to a height of `leader`, if there is one.

        Heights in pixels of the documents.
        """
        if (leader, other) not in self._anchors:
            self._anchors[leader, other] = _anchors(leader, other)
        return matching_height(self._anchors[leader, other], height)


def matching_height(anchors: Sequence[Anchor], height: float) -> float | None:
    """Return the height in the second article that corresponds to `height` in the first.

    `anchors` pairs the heights of shared passages (first article, second article), sorted. Between
    two passages that stand in the same order the result glides from one to the other; between two
    that do not, and outside all of them, it keeps the distance to the nearer one. None where
    there is no anchor. All heights in the same unit.
    """
    if not anchors:
        return None
    place = bisect_right(anchors, height, key=lambda anchor: anchor[0])
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


def _anchors(leader: ArticleView, other: ArticleView) -> list[Anchor]:
    heights = {mark.cluster: top for mark, top, _ in reversed(leader.every_extent())}
    there = {mark.cluster: top for mark, top, _ in reversed(other.every_extent())}
    return sorted((heights[key], there[key]) for key in heights.keys() & there.keys())
