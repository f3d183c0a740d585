"""ActionSpec: what is declared of an action of the window."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action: its name in code, its words, its keys, where it stands, and its tip.

    `short` is what its button in the toolbar says, where that is not the same.
    """

    name: str
    text: str
    menu: str
    keys: tuple[str, ...] = ()
    tip: str = ""
    checkable: bool = False
    short: str = ""
    group_ends: bool = False
