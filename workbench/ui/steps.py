"""Steps: work that must be done on the window's own thread, done in steps between its events."""

from __future__ import annotations

import gc
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from workbench.model import CrossreadError

if TYPE_CHECKING:
    from collections.abc import Iterator

SLICE = 0.02  # seconds of work before the window may answer again


class Steps(QObject):
    """One piece of work under way; unless it is stopped, one of its signals is sent, once.

    `finished` brings what the generator has returned.
    """

    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Iterator[None], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._is_long = False
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    def start(self) -> None:
        """Begin; work that is small is over when this returns."""
        self._timer.start()
        self._go_on()

    def stop(self) -> None:
        """Leave the rest undone."""
        self._timer.stop()
        self.deleteLater()

    def _go_on(self) -> None:
        end = time.monotonic() + SLICE
        gc.disable()  # the values made are in no circle, and looking for one would take seconds
        try:
            next(self._work)
            while time.monotonic() < end:
                next(self._work)
            self._is_long = True
        except StopIteration as over:
            if self._is_long:
                gc.freeze()  # nor is one to be looked for among them later
            self.stop()
            self.finished.emit(over.value)
        except CrossreadError as error:
            self.stop()
            self.failed.emit(error)
        finally:
            gc.enable()
