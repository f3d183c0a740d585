"""Own keys: what a widget does with a key that elsewhere is that of an action of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence

if TYPE_CHECKING:
    from collections.abc import Collection


def claim(event: QEvent, keys: Collection[str]) -> bool:
    """Claim an event that asks whether a key, such as "Ctrl+Up", is to be an action's instead.

    Return whether it is claimed; the key comes to the widget itself then.
    """
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if QKeySequence(event.keyCombination()).toString() not in keys:
        return False
    event.accept()
    return True
