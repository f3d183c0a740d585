"""Overview gestures: from the matrix and the timeline to the texts, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workbench.ui.overview import VIEWS

if TYPE_CHECKING:
    from workbench.model import Cluster, Passage
    from workbench.ui.main_window import MainWindow


class OverviewGestures(QObject):
    """Shows the overview by its actions, and puts it away when anything in the texts is sought."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        for name in VIEWS:
            window.actions_by_name[name].triggered.connect(
                lambda on, name=name: self._switch(name if on else "")
            )
        window.board.sought.connect(lambda: window.show_overview(""))
        window.overview.matrix.pair_chosen.connect(self.read_pair)
        window.overview.timeline.entry_chosen.connect(self.read_entry)

    def read_pair(self, one: str, other: str) -> None:
        """Open two articles side by side at the first passage of the one that both have."""
        self._window.desk.open_beside(one, other)
        shared = self._first_shared(one, other) if one != other else None
        if shared is not None:
            self._window.desk.choose(shared.id)
        self._window.board.show_pane(one)

    def read_entry(self, cluster_id: str, passage: Passage) -> None:
        """Choose a passage and give the keyboard to the article where it was clicked."""
        self._window.desk.open_beside(passage.article, passage.article)
        self._window.desk.choose(cluster_id)
        self._window.board.show_pane(passage.article)

    def leave(self) -> None:
        """Go back to the texts."""
        self._window.show_overview("")
        self._window.board.focus_pane(0)

    def _switch(self, name: str) -> None:
        if name:
            self._window.show_overview(name)
        else:
            self.leave()

    def _first_shared(self, one: str, other: str) -> Cluster | None:
        desk = self._window.desk
        found = {
            (passage.span, desk.hue(cluster.id)): cluster
            for cluster in desk.clusters_of(one)
            if any(passage.article == other for passage in cluster.passages)
            for passage in cluster.passages
            if passage.article == one
        }
        return found[min(found)] if found else None
