"""Dock switching: a key shows a list or puts it away, and the keyboard never stays behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractItemView

from workbench.ui.focus_order import stops_in

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget


def switch_dock(window: QMainWindow, dock: QDockWidget, reading: QWidget) -> None:
    """Put a dock away that is in front, and else bring it there.

    Where the keyboard was in what is put away, or in what is covered, it goes to `reading`, or to
    the list that has come: Qt alone would hand it to the next field, which letters are typed into.
    """
    held = window.focusWidget()
    had = [each for each in (dock, *window.tabifiedDockWidgets(dock)) if each.isAncestorOf(held)]
    if dock.isVisible() and not dock.visibleRegion().isEmpty():
        dock.hide()
        heir = reading
    else:
        dock.show()
        dock.raise_()
        heir = _list_in(dock)
    if had:
        heir.setFocus()


def _list_in(dock: QDockWidget) -> QWidget:
    """Return what the arrow keys are for in a dock: its list, and where it has none, its first."""
    stops = stops_in(dock)
    return next((one for one in stops if isinstance(one, QAbstractItemView)), stops[0])
