"""Faults: what is written down of a mistake of ours, with nothing private in it.

Of an error there are the places in the program's own text, its type, and what Python itself says
about names in code. Whatever else an error says is left out: it may hold words of an article.
"""

from __future__ import annotations

import errno
import os
import traceback
from datetime import UTC, datetime
from enum import Enum
from pathlib import PurePath
from typing import TYPE_CHECKING

from workbench.project.facts import NAME, facts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from workbench.project.logbook import Logbook

REPORTS = "reports"  # the folder of reports, in that of the state
MOST_REPORTS = 20  # the oldest go: nobody asks after a fault of long ago
LAST_LINES = 30  # of the log, told in a report
_ABOUT_CODE = (AttributeError, NameError, TypeError, ZeroDivisionError)


def state_folder() -> Path:
    """Return where the log and the reports of this user are kept; it need not be there yet."""
    from platformdirs import user_state_path

    return user_state_path(NAME, appauthor=False)


def trace_of(error: BaseException) -> str:
    """Return where an error came from, those that it came of first, and its type."""
    told = [_block(each) for each in _chain(error)]
    return "\n\n".join(reversed(told))


def report_on(trace: str, doing: str, log: Logbook) -> str:
    """Return a report: what the program is and runs on, what it did, and the trace."""
    lines = [f"{name}: {value}" for name, value in facts()]
    lines += ["", f"Doing: {doing}", "", trace, "", "Last lines of the log:", *log.last(LAST_LINES)]
    return "\n".join(lines) + "\n"


def write_report(text: str, folder: Path) -> Path:
    """Write a report to a file of its own and drop the oldest; raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{datetime.now(UTC):%Y%m%d-%H%M%S-%f}-{os.getpid()}.txt"
    path.write_text(text, encoding="utf-8", errors="backslashreplace")
    for oldest in sorted(folder.glob("*.txt"))[:-MOST_REPORTS]:
        oldest.unlink(missing_ok=True)
    return path


def shortened(file: str) -> str:
    """Return a file of the program or a library from its package on, any other by its name."""
    path = PurePath(file.replace("\\", "/"))
    parts = path.parts[::-1]
    for folder, kept in (("site-packages", 0), ("dist-packages", 0), ("workbench", 1)):
        if folder in parts:
            return "/".join(parts[: parts.index(folder) + kept][::-1])
    return path.name


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        hidden = error.__suppress_context__
        error = error.__cause__ or (None if hidden else error.__context__)


def _block(error: BaseException) -> str:
    lines = ["Traceback (most recent call last):"]
    for frame in traceback.extract_tb(error.__traceback__):
        lines.append(f"  {shortened(frame.filename)}, line {frame.lineno}, in {frame.name}")
        if frame.line:
            lines.append(f"    {frame.line}")
    return "\n".join([*lines, f"{type(error).__qualname__}: {_told(error)}"])


def _told(error: BaseException) -> str:
    """Return of what an error says the part that can hold nothing of the user's."""
    if isinstance(error, _ABOUT_CODE):
        return str(error)
    if isinstance(error, ImportError):
        return error.name or ""
    if isinstance(error, OSError):
        return errno.errorcode.get(error.errno or 0, "")
    if isinstance(problem := getattr(error, "problem", None), Enum):  # one of ours
        return problem.name
    named: str = getattr(error, "sqlite_errorname", "")
    return named or f"({len(str(error))} characters of its own words left out)"
