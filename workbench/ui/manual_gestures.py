"""ManualGestures: when the manual is opened, and what it tells of keys and commands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from workbench.ui.dressing import Dressing
    from workbench.ui.keys import Keys
    from workbench.ui.main_window import MainWindow
    from workbench.ui.manual_window import ManualWindow

Commands = Callable[[], Mapping[str, str]]

UNTOLD = {"command_list": "`crossread --help` lists all commands."}


class ManualGestures(QObject):
    """Opens the manual on its action; it is made when it is first asked for."""

    def __init__(self, window: MainWindow, keys: Keys, dressing: Dressing) -> None:
        super().__init__(window)
        self._window = window
        self._keys = keys
        self._dressing = dressing
        self._commands: Commands = UNTOLD.copy
        self.manual: ManualWindow | None = None
        window.actions_by_name["manual"].triggered.connect(self._open)
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
        self.manual.open_here()

    def _forget(self) -> None:
        """Have the manual made anew, for what it tells has changed."""
        if self.manual is not None:
            self.manual.close()
            self.manual.deleteLater()
            self.manual = None
