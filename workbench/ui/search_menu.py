"""SearchMenu: the searches that the analyst has named, to go back to and to change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget


class SearchMenu(QMenu):
    """Lists them anew whenever it opens."""

    query_chosen = Signal(str)
    save_wanted = Signal()
    rename_wanted = Signal(str)
    delete_wanted = Signal(str)

    def __init__(
        self,
        searches: Callable[[], Mapping[str, str]],
        can_save: Callable[[], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Saved searches", parent)
        self._searches = searches
        self._can_save = can_save
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """List the searches as they are now."""
        self.clear()
        searches = self._searches()
        for name, query in searches.items():
            action = self.addAction(_shown(name))
            action.setToolTip(query)
            action.triggered.connect(lambda _=False, query=query: self.query_chosen.emit(query))
        if not searches:
            self.addAction("No searches saved yet").setEnabled(False)
        self.addSeparator()
        save = self.addAction("Save this search…")
        save.setEnabled(self._can_save())
        save.triggered.connect(lambda _=False: self.save_wanted.emit())
        self._add_menu("Rename", searches, self.rename_wanted)
        self._add_menu("Delete", searches, self.delete_wanted)

    def _add_menu(self, title: str, searches: Mapping[str, str], wanted: SignalInstance) -> None:
        menu = self.addMenu(title)
        menu.setEnabled(bool(searches))
        for name in searches:
            action = menu.addAction(_shown(name))
            action.triggered.connect(lambda _=False, name=name: wanted.emit(name))


def _shown(name: str) -> str:
    return name.replace("&", "&&")
