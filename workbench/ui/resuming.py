"""Resuming: the window opens as it was left, and every project with its panes as they were."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QTimer

from workbench.ui.recent import LeftPane, LeftProject, Recent

if TYPE_CHECKING:
    from workbench.settings import Settings
    from workbench.ui.library import Library
    from workbench.ui.main_window import MainWindow
    from workbench.ui.session import Session


class Resuming(QObject):
    """Remembers the window when a project is left, and brings it back when one is opened."""

    def __init__(
        self, window: MainWindow, session: Session, library: Library, settings: Settings
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._library = library
        self._settings = settings
        self._recent: Recent = library.recent
        self._places: dict[str, int] = {}
        self._shown: dict[str, int] = {}
        self._soon = QTimer(self, singleShot=True, interval=0)  # when the panes are laid out
        self._soon.timeout.connect(self._show_places)
        session.project_leaving.connect(self._remember)
        session.project_changed.connect(self._take_up)
        session.compared.connect(self._return)
        self._restore_window()

    def _restore_window(self) -> None:
        """Give the window its size and its docks; Qt leaves it as it is where they are damaged."""
        self._window.restoreGeometry(_bytes(self._settings.get("window")))
        self._window.restore_docks(_bytes(self._settings.get("docks")))

    def _remember(self) -> None:
        self._settings.set("window", _text(self._window.saveGeometry()))
        self._settings.set("docks", _text(self._window.saveState()))
        if self._library.is_worth_keeping:
            self._recent.keep(replace(self._here(), panes=self._panes()))

    def _take_up(self) -> None:
        """Open the panes that were open, at the widths and places that they had."""
        left = self._recent.of(self._session.project.path) or self._here()
        if self._library.is_worth_keeping:
            self._recent.keep(replace(left, name=self._library.name))
        self._window.desk.begin([pane.article for pane in left.panes])
        self._window.board.set_widths({one.article: one.width for one in left.panes if one.width})
        self._places = {pane.article: pane.place for pane in left.panes}
        self._shown = {}
        self._soon.start()

    def _return(self) -> None:
        """Go back once more to where one was: words that are set off take more room.

        Whoever has read on in the meantime is left alone.
        """
        if self._shown and self._window.board.places() == self._shown:
            self._soon.start()

    def _show_places(self) -> None:
        self._window.board.go_back(self._places)
        is_compared = bool(self._window.desk.comparison.articles)
        self._shown = {} if is_compared else self._window.board.places()

    def _here(self) -> LeftProject:
        return LeftProject(str(self._session.project.path), self._library.name)

    def _panes(self) -> tuple[LeftPane, ...]:
        board = self._window.board
        places, widths = board.places(), board.widths
        return tuple(LeftPane(key, place, widths.get(key, 0)) for key, place in places.items())


def _text(state: QByteArray) -> str:
    return bytes(state.toBase64().data()).decode("ascii")


def _bytes(text: str) -> QByteArray:
    return QByteArray.fromBase64(text.encode("utf-8", "replace"))
