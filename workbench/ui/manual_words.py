"""ManualWords: what the window tells its manual: actions, their keys, settings, searches."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from workbench.project.manual import code, table
from workbench.settings import SETTINGS
from workbench.ui.actions import ACTIONS, MENUS

if TYPE_CHECKING:
    from workbench.settings import Setting
    from workbench.ui.action_spec import ActionSpec

KeysOf = Callable[[str], tuple[str, ...]]


def usual_keys(name: str) -> tuple[str, ...]:
    """Return the keys that an action has at first."""
    return next(spec.keys for spec in ACTIONS if spec.name == name)


def told_by_window(keys_of: KeysOf = usual_keys) -> dict[str, str]:
    """Return what stands for names in the manual, with the keys that the actions have.

    The name of an action stands for its first key, and with an exclamation mark for its words.
    """
    told = {spec.name: _key(spec, keys_of) for spec in ACTIONS}
    told |= {f"{spec.name}!": f"**{_words(spec)}**" for spec in ACTIONS}
    return told | {"key_tables": _keys(keys_of), "setting_table": _settings()}


def _key(spec: ActionSpec, keys_of: KeysOf) -> str:
    keys = keys_of(spec.name)
    return code(keys[0]) if keys else f"**{_words(spec)}**"


def _words(spec: ActionSpec) -> str:
    return spec.text.replace("…", "")


def _keys(keys_of: KeysOf) -> str:
    return "\n\n".join(f"## {menu} menu\n\n{_menu(menu, keys_of)}" for menu in MENUS)


def _menu(menu: str, keys_of: KeysOf) -> str:
    rows = (
        (_words(spec), ", ".join(map(code, keys_of(spec.name))), spec.tip)
        for spec in ACTIONS
        if spec.menu == menu
    )
    return table(("Action", "Key", "What it does"), rows)


def _settings() -> str:
    rows = (
        (
            code(setting.key),
            setting.meaning,
            code(setting.default),
            _choices(setting),
        )
        for setting in SETTINGS
    )
    return table(("Setting", "What it is", "At first", "May be"), rows)


def _choices(setting: Setting) -> str:
    if all(map(str.isdigit, setting.choices)):
        return f"{setting.choices[0]} to {setting.choices[-1]}" if setting.choices else ""
    return ", ".join(map(code, setting.choices))
