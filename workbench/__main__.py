"""The way in: `crossread`, or `python -m workbench`."""

from __future__ import annotations

import gc
import io
import multiprocessing
import sys
from typing import TYPE_CHECKING

from workbench.cli.main import main as carry_out

if TYPE_CHECKING:
    from pathlib import Path


def main() -> int:
    """Carry out the command line of this process and return the exit status."""
    multiprocessing.freeze_support()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    return carry_out(sys.argv[1:], _open_window)


def _open_window(
    project: Path | None, *, sample: bool, picture: Path | None, comparison: Path | None
) -> int:
    gc.disable()  # while the window is made nothing falls away: `run` lets it collect again
    from workbench.app import run

    return run(project, sample=sample, picture=picture, comparison=comparison, commands=_commands)


def _commands() -> dict[str, str]:
    """Tell the manual of the commands, which the window does not know, when it is opened."""
    from workbench.cli.described import told_by_commands

    return told_by_commands()


if __name__ == "__main__":
    sys.exit(main())
