"""Progress: a line on the terminal that says how far long work is."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from workbench.model import Report, silent

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

WIDTH = 30


@contextmanager
def progress(words: str, stream: TextIO | None = None) -> Iterator[Report]:
    """Lend a report that draws a bar on the stream, else on stderr; only where it is a terminal."""
    stream = stream or sys.stderr
    if not stream.isatty():
        yield silent
        return
    bar = Bar(stream, words)
    try:
        yield bar
    finally:
        bar.clear()


class Bar:
    """A `Report` that redraws one line whenever the whole per cent changes."""

    def __init__(self, stream: TextIO, words: str) -> None:
        self._stream = stream
        self._words = words
        self._line = ""

    def __call__(self, done: int, total: int) -> None:
        """Show that `done` units of `total` are done."""
        share = done / total if total else 1.0
        full = round(WIDTH * share)
        line = f"{self._words} {'█' * full}{'░' * (WIDTH - full)} {share:4.0%}"
        if line != self._line:
            self._show(line)

    def clear(self) -> None:
        """Leave the line as if nothing had been there."""
        if self._line:
            self._show(" " * len(self._line))
            self._stream.write("\r")
            self._stream.flush()

    def _show(self, line: str) -> None:
        self._stream.write(f"\r{line}")
        self._stream.flush()
        self._line = line
