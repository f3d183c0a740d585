"""Joining: which ribbons join the panes as they are scrolled now."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from workbench.ui.panes.ribbons import Ribbon

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from workbench.ui.panes.pane import Pane
    from workbench.ui.panes.ribbons import Ribbons

End = tuple[float, float] | None


class Joining:
    """The panes from left to right, and from which to which of them each passage reaches."""

    def __init__(self, panes: Sequence[Pane]) -> None:
        self._panes = tuple(panes)
        self._reach: dict[str, tuple[int, int]] = {}
        for place, pane in enumerate(self._panes):
            for cluster in pane.view.clusters:
                first, _ = self._reach.get(cluster, (place, place))
                self._reach[cluster] = (first, place)

    def ribbons(
        self, place: int, gap: Ribbons, chosen: str, hue: Callable[[str], int]
    ) -> list[Ribbon]:
        """Return the ribbons of the gap after pane `place`, for passages in sight and the chosen.

        A passage that neither pane has leaves no ribbon.
        """
        left, right = self._panes[place], self._panes[place + 1]
        in_sight = left.view.clusters_in_sight() | right.view.clusters_in_sight()
        views = _Window(left, gap), _Window(right, gap)
        return [
            Ribbon(cluster, hue(cluster), start, end)
            for cluster in sorted(self._passing(place, in_sight | {chosen}), key=hue)
            for start, end in _ends(cluster, *views)
            if cluster == chosen or _in_sight(start) or _in_sight(end)
        ]

    def _passing(self, place: int, clusters: Iterable[str]) -> list[str]:
        reaches = ((cluster, self._reach.get(cluster, (0, 0))) for cluster in clusters)
        return [cluster for cluster, (first, last) in reaches if first <= place < last]


class _Window:
    """A pane's view as a gap beside it sees it: heights in pixels of the gap."""

    def __init__(self, pane: Pane, gap: Ribbons) -> None:
        viewport = pane.view.viewport()
        self._view = pane.view
        self._top = float(viewport.mapTo(pane, QPoint(0, 0)).y() + pane.y() - gap.y())
        self._low = self._top + viewport.height()
        self._offset = self._top - pane.view.verticalScrollBar().value()

    def ends(self, cluster: str) -> list[End]:
        """Return top and bottom of each passage in sight, or where the first lies out of sight.

        None alone where the pane has no such passage.
        """
        ends: list[End] = [
            (self._inside(top + self._offset), self._inside(bottom + self._offset))
            for top, bottom in self._view.extents(cluster)
        ]
        return [end for end in ends if _in_sight(end)] or ends[:1] or [None]

    def _inside(self, height: float) -> float:
        return max(self._top, min(self._low, height))


def _ends(cluster: str, left: _Window, right: _Window) -> Iterable[tuple[End, End]]:
    pairs = product(left.ends(cluster), right.ends(cluster))
    return (pair for pair in pairs if pair != (None, None))


def _in_sight(end: End) -> bool:
    return end is not None and end[1] > end[0]
