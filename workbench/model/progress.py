"""Progress: how long work reports how far it is, and how it is told to stop."""

from __future__ import annotations

from collections.abc import Callable


class Cancelled(Exception):  # noqa: N818 - it is no error
    """Raised by a `Report` when the analyst has asked the work to stop."""


Report = Callable[[int, int], None]


def silent(done: int, total: int) -> None:
    """Take a report of `done` units of `total` and do nothing with it."""


def stretch(report: Report, start: int, end: int) -> Report:
    """Return a report of work that is a stretch, from per cent to per cent, of a longer one."""

    def tell(done: int, total: int) -> None:
        share = done / total if total else 1.0
        report(start + round((end - start) * share), 100)

    return tell
