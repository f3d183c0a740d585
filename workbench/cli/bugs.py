"""Bugs: what is written down when a mistake of ours ends a command."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Self

import click

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from types import TracebackType

LONGEST_SUFFIX = len(".crossread")


class BugReport:
    """Keeps an unforeseen error in its block from reaching the user, and writes a report on it.

    The report is a file in the user's state folder, named on stderr; where it cannot be written it
    goes to stderr itself. An interrupt and an exit go through.
    """

    def __init__(self, arguments: Sequence[str], commands: Collection[str]) -> None:
        self._doing = _without_names(arguments, commands)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        if not isinstance(error, Exception):
            return False
        from workbench.project.faults import (
            REPORTS,
            report_on,
            state_folder,
            trace_of,
            write_report,
        )
        from workbench.project.logbook import Logbook

        state = state_folder()
        text = report_on(trace_of(error), self._doing, Logbook(state))
        try:
            path = write_report(text, state / REPORTS)
        except OSError:
            click.echo(text, err=True)
        else:
            click.echo(f"Crossread made a mistake and could not finish; see {path}", err=True)
        return True


def _without_names(arguments: Sequence[str], commands: Collection[str]) -> str:
    """Return a command line of which no file can be told but by its ending."""
    return " ".join(("crossread", *(_sign(word, commands) for word in arguments)))


def _sign(word: str, commands: Collection[str]) -> str:
    if word in commands:
        return word
    if word.startswith("--"):
        return word.partition("=")[0]
    if word.startswith("-"):
        return word[:2]
    suffix = PurePath(word).suffix
    return f"…{suffix}" if suffix[1:].isalnum() and len(suffix) <= LONGEST_SUFFIX else "…"
