"""Overview: what takes the place of the texts: matrix, timeline, what changed in an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout, QWidget

from workbench.ui.matrix_view import MatrixView
from workbench.ui.revisions_view import RevisionsView
from workbench.ui.timeline_view import TimelineView

if TYPE_CHECKING:
    from workbench.ui.desk import Desk
    from workbench.ui.theme import Theme

VIEWS = ("matrix", "timeline", "changes")


class Overview(QWidget):
    """The views, one of them in front, under the names of the actions that show them."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.matrix = MatrixView(desk, theme)
        self.timeline = TimelineView(desk, theme)
        self._stack = QStackedLayout(self)
        self.changes = RevisionsView(theme)
        for view in (self.matrix, self.timeline, self.changes):
            self._stack.addWidget(view)

    @property
    def shown(self) -> str:
        """The name of the view in front."""
        return VIEWS[self._stack.currentIndex()]

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours from now on."""
        self.matrix.set_theme(theme)
        self.timeline.set_theme(theme)
        self.changes.set_theme(theme)

    def show_view(self, name: str) -> None:
        """Bring a view to the front and give it the keyboard."""
        self._stack.setCurrentIndex(VIEWS.index(name))
        tables = (self.matrix.table, self.timeline.table, self.changes.table)
        tables[VIEWS.index(name)].setFocus()
