"""Logbook: what the program did and when, in a file of bounded size with nothing private in it.

Whoever notes something names kinds and numbers, never words, headlines or files of the analyst.
"""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 256 * 1024  # bytes: some thousand lines, weeks of work
FILES = 3  # the one that is written, and those before it


class Logbook:
    """Lines with their times, newest last; where they cannot be written they are let go."""

    def __init__(self, folder: Path) -> None:
        self._files = [folder / name for name in ("log.txt", *_numbered())]

    @property
    def path(self) -> Path:
        """The file that is written."""
        return self._files[0]

    def note(self, words: str) -> None:
        """Add a line; begin a new file, and drop the oldest, where this one is full."""
        line = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} {' '.join(words.split())}\n"
        with contextlib.suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            if self.path.exists() and self.path.stat().st_size > LARGEST:
                self._turn()
            with self.path.open("a", encoding="utf-8", errors="backslashreplace") as stream:
                stream.write(line)

    def last(self, number: int) -> list[str]:
        """Return the last lines, of the present file alone."""
        with contextlib.suppress(OSError):
            return self.path.read_text(encoding="utf-8", errors="replace").splitlines()[-number:]
        return []

    def _turn(self) -> None:
        for older, newer in zip(self._files[:0:-1], self._files[-2::-1], strict=True):
            if newer.exists():
                newer.replace(older)


def _numbered() -> list[str]:
    return [f"log-{number}.txt" for number in range(1, FILES)]
