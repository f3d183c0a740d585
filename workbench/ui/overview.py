"""Overview: the whole project at a glance, as a matrix or as a timeline, in place of the texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout, QWidget

from workbench.ui.matrix_view import MatrixView
from workbench.ui.timeline_view import TimelineView

if TYPE_CHECKING:
    from workbench.ui.desk import Desk
    from workbench.ui.theme import Theme

VIEWS = ("matrix", "timeline")


class Overview(QWidget):
    """The two views, one of them in front, under the names of the actions that show them."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.matrix = MatrixView(desk, theme)
        self.timeline = TimelineView(desk, theme)
        self._stack = QStackedLayout(self)
        for view in (self.matrix, self.timeline):
            self._stack.addWidget(view)

    @property
    def shown(self) -> str:
        """The name of the view in front."""
        return VIEWS[self._stack.currentIndex()]

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours from now on."""
        self.matrix.set_theme(theme)
        self.timeline.set_theme(theme)

    def show_view(self, name: str) -> None:
        """Bring a view to the front and give it the keyboard."""
        self._stack.setCurrentIndex(VIEWS.index(name))
        view = self.matrix if name == VIEWS[0] else self.timeline
        view.table.setFocus()
