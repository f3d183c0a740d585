"""CrashWatch: hands what nobody has caught in this process to whoever writes it down."""

from __future__ import annotations

import faulthandler
import sys
import threading
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from workbench.ui.crash_notices import CrashNotices


class CrashWatch:
    """Watches over errors in slots and threads, and over the end that a system makes.

    What was in place before is in place again at the end of its block. At a regular end the
    file for hard faults is emptied: on Windows it names some that did no harm.
    """

    def __init__(self, notices: CrashNotices) -> None:
        self._notices = notices
        self._steps = ExitStack()

    def __enter__(self) -> Self:
        self._watch_errors()
        with suppress(OSError):
            self._watch_system(self._notices.hard_faults)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._steps.close()

    def _watch_errors(self) -> None:
        before, before_in_threads = sys.excepthook, threading.excepthook

        def caught(
            kind: type[BaseException], error: BaseException, trace: TracebackType | None
        ) -> None:
            before(kind, error, trace)
            if isinstance(error, Exception):
                self._notices.catch(error)

        def caught_in_thread(told: threading.ExceptHookArgs) -> None:
            before_in_threads(told)
            if isinstance(told.exc_value, Exception):
                self._notices.catch(told.exc_value)

        sys.excepthook, threading.excepthook = caught, caught_in_thread
        self._steps.callback(setattr, sys, "excepthook", before)
        self._steps.callback(setattr, threading, "excepthook", before_in_threads)

    def _watch_system(self, path: Path) -> None:
        """Let Python write where it is as the system ends it; raises OSError."""
        if faulthandler.is_enabled():
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        stream = self._steps.enter_context(path.open("a", encoding="utf-8"))
        self._steps.callback(stream.truncate, 0)
        faulthandler.enable(stream)
        self._steps.callback(faulthandler.disable)
