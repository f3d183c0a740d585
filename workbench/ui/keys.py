"""Keys: which keys each action has - the usual ones, or those that the analyst gave it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence

from workbench.ui.actions import ACTIONS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workbench.settings import Settings
    from workbench.ui.action_spec import ActionSpec

SETTING = "keys"


class Keys(QObject):
    """The keys of all actions; what differs from the usual is kept in the settings."""

    changed = Signal()

    def __init__(
        self, actions: Mapping[str, QAction], settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._settings = settings
        self._specs = {spec.name: spec for spec in ACTIONS}
        self._own = _read(settings.get(SETTING), self._specs)
        self._apply()

    def of(self, name: str) -> tuple[str, ...]:
        """Return the keys of an action, as Qt writes them ("Ctrl+N"); KeyError for no action."""
        return self._own.get(name, _usual(self._specs[name]))

    def is_own(self, name: str) -> bool:
        """Tell whether the analyst changed the keys of an action."""
        return name in self._own

    def clash(self, name: str, key: str) -> str:
        """Return the name of another action that has this key, or an empty string.

        A key clashes too with one that begins with it, for that could never be typed.
        """
        wanted = QKeySequence(key)
        for other in self._specs:
            if other != name and any(_collide(wanted, QKeySequence(one)) for one in self.of(other)):
                return other
        return ""

    def give(self, name: str, keys: Sequence[str]) -> None:
        """Give an action these keys and no others; whatever had one of them loses it."""
        wanted = tuple(dict.fromkeys(QKeySequence(key).toString() for key in keys))
        for key in wanted:
            while other := self.clash(name, key):
                sequence = QKeySequence(key)
                kept = [one for one in self.of(other) if not _collide(sequence, QKeySequence(one))]
                self._put(other, tuple(kept))
        self._put(name, wanted)
        self._keep()

    def reset(self, name: str) -> None:
        """Give an action its usual keys again; whatever has one of them now loses it."""
        self.give(name, self._specs[name].keys)

    def reset_all(self) -> None:
        """Give all actions their usual keys again."""
        self._own = {}
        self._keep()

    def _put(self, name: str, keys: tuple[str, ...]) -> None:
        self._own[name] = keys
        if keys == _usual(self._specs[name]):
            del self._own[name]

    def _keep(self) -> None:
        self._settings.set(SETTING, json.dumps(self._own, sort_keys=True) if self._own else "")
        self._apply()
        self.changed.emit()

    def _apply(self) -> None:
        for name, spec in self._specs.items():
            give_keys(self._actions[name], spec, self.of(name))


def give_keys(action: QAction, spec: ActionSpec, keys: Sequence[str]) -> None:
    """Give an action its keys, and name the first of them in its tip."""
    action.setShortcuts([QKeySequence(key) for key in keys])
    key = f" ({keys[0]})" if keys else ""
    action.setToolTip((spec.tip or spec.text.replace("…", "")) + key)


def _usual(spec: ActionSpec) -> tuple[str, ...]:
    return tuple(QKeySequence(key).toString() for key in spec.keys)


def _collide(one: QKeySequence, other: QKeySequence) -> bool:
    no = QKeySequence.SequenceMatch.NoMatch
    return one.matches(other) != no or other.matches(one) != no


def _read(kept: str, specs: Mapping[str, ActionSpec]) -> dict[str, tuple[str, ...]]:
    """Return the keys that were kept; what is damaged or of no action of ours is left out."""
    try:
        found = json.loads(kept or "{}")
    except ValueError:
        return {}
    if not isinstance(found, dict):
        return {}
    return {
        name: tuple(keys)
        for name, keys in found.items()
        if name in specs and isinstance(keys, list) and all(isinstance(key, str) for key in keys)
    }
