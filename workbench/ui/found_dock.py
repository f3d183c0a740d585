"""FoundDock: a list of what a comparison has found, built when somebody looks at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.ui.listing import Listing
from workbench.ui.rows_model import RowsModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

    from workbench.ui.desk import Desk


class FoundDock(QWidget):
    """A list that follows the desk; behind another tab it waits until it is shown.

    `place_chosen` names an article and a span of it.
    """

    place_chosen = Signal(str, object)

    def __init__(
        self,
        desk: Desk,
        name: str,
        heads: Sequence[str],
        widths: Sequence[int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.listing = Listing(RowsModel(heads, self), name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.listing, 1)
        for place, width in enumerate(widths):
            self.listing.view.setColumnWidth(place, width)
        self._is_stale = True
        desk.comparison_changed.connect(self.refresh)
        desk.articles_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Build the rows anew, at once or when they are shown."""
        self._is_stale = not self.isVisible()
        if not self._is_stale:
            self.build()

    def showEvent(self, event: QShowEvent) -> None:
        """Build the rows where they are not those of the desk any more."""
        super().showEvent(event)
        if self._is_stale:
            self._is_stale = False
            self.build()

    def build(self) -> None:
        """Show the rows of what the desk has now; each dock has its own."""
        raise NotImplementedError
