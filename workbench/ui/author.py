"""Author: the name that annotations are signed with, and the time they are made at."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.settings import Settings


def author(settings: Settings) -> str:
    """Return the analyst's name: the one given, else the system's, empty where it has none."""
    if given := settings.get("author"):
        return given
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # as the system and the Python have it
        return ""


def now() -> str:
    """Return the time in UTC to the second, in ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="seconds")
