"""AnnotationDocks: the lists that follow from annotating, made and painted together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.ui.annotations_dock import AnnotationsDock
from workbench.ui.codebook_dock import CodebookDock
from workbench.ui.counts_dock import CountsDock
from workbench.ui.review_dock import ReviewDock

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from workbench.ui.theme import Theme


LISTS = ("annotations_list", "counts_list", "review_list")


class AnnotationDocks:
    """The annotations, the codebook, the counts of tags, and what waits for review."""

    def __init__(self, theme: Theme) -> None:
        self.list = AnnotationsDock(theme)
        self.codebook = CodebookDock(theme)
        self.counts = CountsDock(theme)
        self.review = ReviewDock(theme)

    @property
    def below(self) -> dict[str, tuple[str, QWidget]]:
        """The docks that are wide tables, by their actions, each with its title."""
        docks = ("Annotations", self.list), ("Counts", self.counts), ("Review", self.review)
        return dict(zip(LISTS, docks, strict=True))

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours from now on."""
        for dock in (self.list, self.codebook, self.counts, self.review):
            dock.set_theme(theme)
