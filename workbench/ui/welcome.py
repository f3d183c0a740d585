"""Welcome: what an empty window says and offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench.ui.parts import label, tool_button
from workbench.ui.recent_menu import place_of
from workbench.ui.theme import GRID, sans, serif

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.ui.recent import LeftProject

MOST_RECENT = 5
INVITATION = (
    "Drop articles here, paste them, or choose files. Crossread lays them next to each other and "
    "shows what they share, and where the wording differs."
)
KINDS = (
    "Text, saved web pages, Word and OpenDocument, PDF, EPUB, mail, feeds, tables, and what news "
    "databases export."
)


class Welcome(QWidget):
    """An invitation to bring articles, or to look at the sample story."""

    import_requested = Signal()
    sample_requested = Signal()
    project_requested = Signal(str)
    tour_requested = Signal()
    tour_declined = Signal()
    manual_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Empty project")
        text = label(INVITATION, serif(16), wraps=True)
        text.setFixedWidth(520)
        kinds = label(KINDS, sans(12), dim=True, wraps=True)
        kinds.setFixedWidth(520)
        column = QVBoxLayout()
        column.setSpacing(GRID * 2)
        column.addWidget(label("Read several outlets side by side", serif(26, semibold=True)))
        column.addWidget(text)
        column.addLayout(self._buttons())
        column.addWidget(kinds)
        self._tour = self._tour_offer()
        column.addWidget(self._tour)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(GRID // 2)
        column.addLayout(self._recent)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addLayout(column)
        row.addStretch(1)
        middle = QVBoxLayout(self)
        middle.addStretch(2)
        middle.addLayout(row)
        middle.addStretch(3)

    def show_recent(self, projects: Sequence[LeftProject]) -> None:
        """Offer the projects that were open last."""
        while (item := self._recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if projects:
            self._recent.addSpacing(GRID * 2)
            self._recent.addWidget(label("Recent projects", sans(12, semibold=True)))
        for project in projects[:MOST_RECENT]:
            self._recent.addWidget(self._link(project))

    def offer_tour(self, *, on: bool) -> None:
        """Offer the tour, or do not."""
        self._tour.setVisible(on)

    def _tour_offer(self) -> QWidget:
        take = tool_button("Take a tour of six steps", tip="On the sample story")
        take.clicked.connect(self.tour_requested)
        read = tool_button("Read the manual", tip="It begins with fifteen minutes on that story")
        read.clicked.connect(self.manual_requested)
        decline = tool_button("Do not offer it again", tip="It stays in the menu Help")
        decline.clicked.connect(self.tour_declined)
        offer = QWidget()
        row = QHBoxLayout(offer)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(label("New here?", sans(13)))
        for link in (take, read, decline):
            link.setFont(sans(13))
            link.setProperty("link", "true")
            link.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            row.addWidget(link)
        row.addStretch(1)
        return offer

    def _link(self, project: LeftProject) -> QWidget:
        link = tool_button(f"{project.name}  —  {place_of(project)}", tip=project.path)
        link.setFont(sans(13))
        link.setProperty("link", "true")
        link.setEnabled(project.is_there)
        link.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        link.clicked.connect(lambda: self.project_requested.emit(project.path))
        return link

    def _buttons(self) -> QHBoxLayout:
        choose = QPushButton("Choose files…")
        choose.setProperty("primary", "true")
        self.setFocusProxy(choose)
        choose.clicked.connect(self.import_requested)
        sample = QPushButton("Open the sample story")
        sample.setProperty("outlined", "true")
        sample.clicked.connect(self.sample_requested)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(choose)
        row.addWidget(sample)
        row.addStretch(1)
        return row
