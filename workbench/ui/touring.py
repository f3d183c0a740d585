"""Touring: when the tour begins, what it is shown on, and that it is offered until it was taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workbench.ui.tour import Tour

if TYPE_CHECKING:
    from workbench.settings import Settings
    from workbench.ui.library import Library
    from workbench.ui.main_window import MainWindow

SETTING = "tour"
DONE = "done"


class Touring(QObject):
    """Leads through the open project, or the sample story where that has no article yet."""

    def __init__(self, window: MainWindow, library: Library, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._settings = settings
        self._awaits_story = False
        self.tour = Tour(window)
        self.tour.ended.connect(self._offer_no_more)
        window.actions_by_name["tour"].triggered.connect(self._switch)
        window.welcome.tour_requested.connect(self._switch)
        window.welcome.tour_declined.connect(self._offer_no_more)
        window.desk.comparison_changed.connect(self._begin_awaited)
        window.welcome.offer_tour(on=settings.get(SETTING) != DONE)

    def _switch(self) -> None:
        """Begin, or end what has begun."""
        if self.tour.isVisible():
            self.tour.end()
        elif self._window.desk.articles:
            self._begin()
        else:
            self._awaits_story = True
            self._library.open_sample()

    def _begin_awaited(self) -> None:
        if self._awaits_story and self._window.desk.comparison.clusters:
            self._begin()

    def _begin(self) -> None:
        self._awaits_story = False
        self._window.show_overview("")
        self.tour.begin()

    def _offer_no_more(self) -> None:
        self._settings.set(SETTING, DONE)
        self._window.welcome.offer_tour(on=False)
