"""Talk to the person at the keyboard and to other commands."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ON_WINDOWS = sys.platform == "win32"


class Stop(Exception):  # noqa: N818  the word for what happens, and it is no error of ours
    """What the person at the keyboard can act on, in one sentence."""


def say(text: str) -> None:
    """Print one line at once, also into a pipe."""
    print(text, flush=True)


def ask(command: Sequence[str], **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a command in the repository, with more environment variables, and keep what it says."""
    return subprocess.run(
        command,
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1", **variables},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
    )


def call(command: Sequence[str], otherwise: str, **variables: str) -> None:
    """Run a command in the open and raise Stop with `otherwise` where it fails."""
    environment = {**os.environ, "PYTHONUTF8": "1", **variables}
    if subprocess.call(command, cwd=ROOT, env=environment):
        raise Stop(otherwise)


def has_display() -> bool:
    """Tell whether a window can be shown; only Linux and its like can be without one."""
    named = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return ON_WINDOWS or sys.platform == "darwin" or bool(named)
