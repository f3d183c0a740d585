"""Progress: how long work reports how far it is, and how it is told to stop."""

from __future__ import annotations

from collections.abc import Callable


class Cancelled(Exception):  # noqa: N818 - it is no error
    """Raised by a `Report` when the analyst has asked the work to stop."""


Report = Callable[[int, int], None]


def silent(done: int, total: int) -> None:
    """Take a report of `done` units of `total` and do nothing with it."""
