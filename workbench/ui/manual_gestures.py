"""ManualGestures: when the manual is opened, and what it tells of keys and commands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from workbench.ui.dressing import Dressing
    from workbench.ui.keys import Keys
    from workbench.ui.main_window import MainWindow
    from workbench.ui.manual_window import ManualWindow

Commands = Callable[[], Mapping[str, str]]

UNTOLD = {"command_list": "`crossread --help` lists all commands."}


class ManualGestures(QObject):
    """Opens the manual on its action, at what tells of the part that has the keyboard.

    It is made when it is first asked for; where it is open it comes to the front as it is.
    """

    def __init__(self, window: MainWindow, keys: Keys, dressing: Dressing) -> None:
        super().__init__(window)
        self._window = window
        self._keys = keys
        self._dressing = dressing
        self._commands: Commands = UNTOLD.copy
        self.manual: ManualWindow | None = None
        action = window.actions_by_name["manual"]
        action.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
        action.triggered.connect(self._open)
        window.welcome.manual_requested.connect(self._open)
        keys.changed.connect(self._forget)

    def tell_commands(self, told: Commands) -> None:
        """Let the manual have what the command line, which is not known here, tells of itself."""
        self._commands = told
        self._forget()

    def _open(self) -> None:
        from workbench.project.manual import manual_pages
        from workbench.ui.manual_window import ManualWindow
        from workbench.ui.manual_words import told_by_window

        if self.manual is None:
            pages = manual_pages({**told_by_window(self._keys.of), **self._commands()})
            self.manual = ManualWindow(pages, lambda: self._dressing.theme, self._window)
        if not self.manual.isVisible():
            self.manual.go(self._place())
        self.manual.open_here()

    def _place(self) -> str:
        """Return what tells of the part with the keyboard, or of the page in place of the texts."""
        from workbench.ui.manual_places import place_told_of

        page = self._window.importing
        shown = page.currentWidget() if page.isVisible() else None
        return place_told_of(QApplication.focusWidget()) or place_told_of(shown)

    def _forget(self) -> None:
        """Have the manual made anew, for what it tells has changed."""
        if self.manual is not None:
            self.manual.close()
            self.manual.deleteLater()
            self.manual = None
