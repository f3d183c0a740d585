"""CrashNotices: what the window says where the program made a mistake, and writes down of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from workbench.project.faults import REPORTS, report_on, shortened, trace_of, write_report
from workbench.ui.file_browser import show_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from workbench.project.logbook import Logbook
    from workbench.ui.notices import Notices

MISTAKE = "Crossread made a mistake and could not finish; your project is unharmed."
ENDED = "Crossread ended by a mistake of its own the last time; what was saved is unharmed."
WRITTEN = " Please send the report to whoever helps you: none of your texts is in it."
UNWRITTEN = " Please copy its report, which could not be written, for whoever helps you."
HARD = "faults.txt"  # where Python writes as the system ends the program
_FILE = re.compile(r'File "([^"]*)"')


class CrashNotices(QObject):
    """Writes a report on each mistake, once, and shows it with what to do about it."""

    _caught = Signal(str)

    def __init__(
        self,
        notices: Notices,
        state: Path,
        log: Logbook,
        show: Callable[[Path], object] = show_folder,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._notices = notices
        self._state = state
        self._log = log
        self._show = show
        self._seen: set[str] = set()
        self._caught.connect(self.tell)

    @property
    def hard_faults(self) -> Path:
        """The file in which Python leaves a word as the system ends the program."""
        return self._state / HARD

    def catch(self, error: BaseException) -> None:
        """Tell about an error that nobody has caught; from any thread."""
        self._caught.emit(trace_of(error))

    def tell(self, trace: str) -> None:
        """Tell about a mistake by its trace; the same one only once, for it may come at each paint.

        The trace must have nothing private in it, as one of `trace_of` has not.
        """
        if trace not in self._seen:
            self._seen.add(trace)
            kind = trace.splitlines()[-1].partition(":")[0]
            self._report(MISTAKE, trace, "the window", kind)

    def look_back(self) -> None:
        """Tell about the last time where the system ended the program then."""
        try:
            found = self.hard_faults.read_text(encoding="utf-8", errors="replace")
            self.hard_faults.write_bytes(b"")
        except OSError:
            return
        if found.strip():
            trace = _FILE.sub(lambda match: f'File "{shortened(match[1])}"', found)
            self._report(ENDED, trace, "the window, the last time", found.partition("\n")[0])

    def _report(self, words: str, trace: str, doing: str, kind: str) -> None:
        self._log.note(f"mistake: {kind}")
        text = report_on(trace, doing, self._log)
        folder = self._state / REPORTS
        copy = ("Copy report", lambda: QGuiApplication.clipboard().setText(text))
        try:
            write_report(text, folder)
        except OSError:
            self._notices.say(words + UNWRITTEN, trace, copy)
        else:
            where = ("Open its folder", lambda: self._show(folder))
            self._notices.say(words + WRITTEN, trace, where, copy)
