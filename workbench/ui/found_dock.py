"""FoundDock: a list of what a comparison has found, built when somebody looks at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from workbench.ui.listing import Listing
from workbench.ui.rows_model import RowsModel
from workbench.ui.shown_late import ShownLate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from workbench.ui.desk import Desk


class FoundDock(ShownLate):
    """A list that follows the desk; behind another tab it waits until it is shown.

    Each dock connects `contents_wanted` to what builds its rows. `place_chosen` names an article
    and a span of it. `widths` are those that columns need at least, in pixels; those of a dock that
    has none keep theirs.
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
        self.listing = Listing(RowsModel(heads, self), name, widths)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.listing, 1)
        desk.comparison_changed.connect(self.refresh)
        desk.articles_changed.connect(self._refresh_where_empty)

    def _refresh_where_empty(self) -> None:
        """Say anew what to do; what was found is built anew with the comparison, if it must."""
        if not self.desk.comparison.articles:
            self.refresh()
