"""Facts: which program this is, on what it runs, and of which versions its parts are."""

from __future__ import annotations

import platform
import sys

import workbench

NAME = "crossread"


def facts() -> tuple[tuple[str, str], ...]:
    """Return what a report begins with: names and versions, nothing of the user's."""
    from workbench.comparison.options import ENGINE_VERSION
    from workbench.store.connection import sqlite_version
    from workbench.store.schema import SCHEMA

    kind = "installed" if getattr(sys, "frozen", False) else "in Python"
    return (
        ("Crossread", f"{workbench.__version__} ({kind})"),
        ("Comparison engine", str(ENGINE_VERSION)),
        ("Project file schema", str(SCHEMA)),
        ("Python", f"{platform.python_version()} ({platform.python_implementation()})"),
        ("SQLite", sqlite_version()),
        ("System", platform.platform()),
        ("Machine", platform.machine()),
    )


def folders() -> tuple[tuple[str, str], ...]:
    """Return where the program keeps what it keeps for this user."""
    from platformdirs import user_config_path, user_data_path, user_state_path

    return (
        ("Settings", str(user_config_path(NAME))),
        ("Drafts", str(user_data_path(NAME) / "drafts")),
        ("Log and reports", str(user_state_path(NAME, appauthor=False))),
    )


def packages() -> tuple[tuple[str, str], ...]:
    """Return the libraries that the program stands on, with their versions where these are told.

    A bundle may have no word of its own requirements; then all that it names are told.
    """
    from importlib import metadata

    try:
        needed = metadata.requires(NAME) or ()
    except metadata.PackageNotFoundError:
        needed = [each.name for each in metadata.distributions()]
    names = {_name(each) for each in needed}
    return tuple((name, _version(name)) for name in sorted(names, key=str.lower))


def _name(requirement: str) -> str:
    """Return the name that a requirement such as `click>=8.1,<9` begins with."""
    end = next((n for n, sign in enumerate(requirement) if sign in "<>=!~;[ "), len(requirement))
    return requirement[:end]


def _version(name: str) -> str:
    from importlib import metadata

    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "not told"
