"""Bugs: what is written down when a mistake of ours ends a command."""

from __future__ import annotations

import os
import platform
import traceback
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self

import click

import workbench

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from types import TracebackType


class BugReport:
    """Keeps an unforeseen error in its block from reaching the user, and writes a report on it.

    The report is a file in the user's state folder, named on stderr; where it cannot be written it
    goes to stderr itself. An interrupt and an exit go through.
    """

    def __init__(self, arguments: Sequence[str]) -> None:
        self._arguments = arguments

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
        text = _text(self._arguments, error)
        try:
            path = _written(text)
        except OSError:
            click.echo(text, err=True)
        else:
            click.echo(f"Crossread made a mistake and could not finish; see {path}", err=True)
        return True


def _text(arguments: Sequence[str], error: Exception) -> str:
    python = f"Python {platform.python_version()}"
    lines = (
        f"Crossread {workbench.__version__}, {python}, {platform.platform()}",
        f"crossread {' '.join(arguments)}",
        "",
        *traceback.format_exception(error),
    )
    return "\n".join(lines)


def _written(text: str) -> Path:
    from platformdirs import user_state_path

    folder = user_state_path("crossread", appauthor=False) / "reports"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{datetime.now(UTC):%Y%m%d-%H%M%S}-{os.getpid()}.txt"
    path.write_text(text, encoding="utf-8", errors="backslashreplace")
    return path
