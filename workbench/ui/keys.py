"""Keys: every key of the window in words."""

from __future__ import annotations

from workbench.ui.actions import ACTIONS


def keys_text() -> str:
    """Return a line for each action that has a key."""
    rows = [(", ".join(spec.keys), spec.text.replace("…", "")) for spec in ACTIONS if spec.keys]
    return "\n".join(f"{keys}\t{words}" for keys, words in rows)


def about_text() -> str:
    """Return what the program is, in one sentence."""
    return (
        "Crossread compares how several outlets cover one story. Everything stays on this machine."
    )
