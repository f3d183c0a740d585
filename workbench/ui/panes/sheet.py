"""Sheet: what lies on the page of an article as it is laid out now, layer by layer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.ui.panes import painting
from workbench.ui.panes.placing import Extent, Placed, Placing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPainter

    from workbench.model import Span
    from workbench.ui.overlay import Layers, Mark
    from workbench.ui.panes.grips import Grips
    from workbench.ui.theme import Theme


class Sheet:
    """The layers of an article by their places, and how they are painted between two heights."""

    def __init__(self, placing: Placing, layers: Layers) -> None:
        self._placing = placing
        self.marks = Placed(placing, ((mark.span, mark) for mark in layers.marks))
        self.variants = spans_placed(placing, layers.variants)
        self.speeches = Placed(placing, ((speech.span, speech) for speech in layers.speeches))
        self.only_here = spans_placed(placing, layers.only_here)
        self.extents: dict[str, tuple[Extent, ...]] = {}
        for mark, top, bottom in self.marks:
            self.extents[mark.cluster] = (*self.extents.get(mark.cluster, ()), (top, bottom))

    def paint_marks(
        self, painter: QPainter, sight: Extent, theme: Theme, chosen: str, grips: Grips
    ) -> None:
        """Paint the shared passages, the chosen ones last, and the ends by which these are held."""

        def depth(placed: tuple[Mark, object]) -> tuple[bool, int]:
            return placed[0].cluster == chosen, painting.CLOSENESS.index(placed[0].kind)

        for mark, boxes in sorted(self.marks.between(*sight), key=depth):
            is_chosen = mark.cluster == chosen
            is_held = is_chosen and mark.span == grips.held
            shown = self._placing.boxes(grips.span) if is_held else boxes
            painting.paint_mark(painter, mark, shown, theme, chosen=is_chosen)

    def paint_signs(self, painter: QPainter, sight: Extent, theme: Theme) -> None:
        """Paint the lines, bars and brackets of the other layers."""
        for _, boxes in self.variants.between(*sight):
            painting.paint_variant(painter, boxes, theme)
        for speech, boxes in self.speeches.between(*sight):
            painting.paint_speech(painter, speech, boxes, theme)
        for span, boxes in self.only_here.between(*sight):
            from_right = self._placing.is_from_right(span)
            painting.paint_only_here(painter, boxes, theme, from_right=from_right)


def spans_placed(placing: Placing, spans: Iterable[Span]) -> Placed[Span]:
    """Return spans by where they lie on the page."""
    return Placed(placing, ((span, span) for span in spans))
