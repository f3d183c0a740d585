"""A widget keeps keys that elsewhere belong to an action of the window."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from workbench.ui.own_keys import claim

NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize(
    ("kind", "key", "modifier", "is_claimed"),
    [
        (QEvent.Type.ShortcutOverride, Qt.Key.Key_Delete, NONE, True),
        (QEvent.Type.ShortcutOverride, Qt.Key.Key_Up, CONTROL, True),
        (QEvent.Type.ShortcutOverride, Qt.Key.Key_Up, NONE, False),
        (QEvent.Type.KeyPress, Qt.Key.Key_Delete, NONE, False),
    ],
)
def test_only_its_own_keys_are_claimed(qapp, kind, key, modifier, is_claimed):
    event = QKeyEvent(kind, key, modifier)
    event.ignore()
    assert claim(event, ("Del", "Ctrl+Up")) is is_claimed
    assert event.isAccepted() is is_claimed


def test_another_event_is_not_claimed(qapp):
    assert not claim(QEvent(QEvent.Type.FocusIn), ("Del",))
