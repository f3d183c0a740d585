"""DescribingParts: the docks in which articles and outlets are described, made together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.ui.metadata_panel import MetadataPanel
from workbench.ui.outlets_dock import OutletsDock

if TYPE_CHECKING:
    from workbench.ui.theme import Theme


class DescribingParts:
    """The details of the marked articles, and the outlets of the project."""

    def __init__(self, theme: Theme) -> None:
        self.details = MetadataPanel()
        self.outlets = OutletsDock(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours from now on."""
        self.outlets.set_theme(theme)
