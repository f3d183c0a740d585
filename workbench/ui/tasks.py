"""Tasks: work done in a process of its own, with progress and cancel, so the window never stutters.

A task is a plain function on frozen data; the process imports it by name and calls it with
`report=` a callable that raises `Cancelled` once the analyst has asked to stop.
"""

from __future__ import annotations

import atexit
import contextlib
import gc
import multiprocessing
import pickle
import time
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from workbench.model import Cancelled, CrossreadError
from workbench.project.faults import trace_of
from workbench.ui.threads import begin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from multiprocessing.connection import Connection
    from multiprocessing.synchronize import Event
    from threading import Thread

    from _typeshed import DataclassInstance

GRACE = 500  # milliseconds a cancelled task may take to stop by itself before its process is ended
ITSELF = ""  # the name of a value that is all one tuple
PORTION = 1_000  # values of a result that are sent at a time
REPORT_EVERY = 0.05  # seconds between two reports: more often nobody sees


class Crash(Exception):  # noqa: N818 - it carries another process's error, and is a bug of ours
    """Work failed by a fault of the program; the text is the traceback."""


class Task(QObject):
    """One piece of work under way; exactly one of its last three signals is sent, once."""

    progressed = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: Worker, function: Callable[..., Any], args: tuple[Any, ...]) -> None:
        super().__init__(parent)
        self.function = function
        self.args = args
        self._worker = parent

    def cancel(self) -> None:
        """Ask the work to stop; `cancelled` follows."""
        self._worker.cancel(self)


class Worker(QObject):
    """One process that does tasks one after the other; a new one is started when it dies."""

    _received = Signal(int, str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = multiprocessing.get_context("spawn")
        self._process: multiprocessing.process.BaseProcess | None = None
        self._connection: Connection | None = None
        self._stop: Event | None = None
        self._reader: Thread | None = None
        self._sender: Thread | None = None
        self._generation = 0
        self._queue: list[Task] = []
        self._running: Task | None = None
        self._grace = QTimer(self, singleShot=True, interval=GRACE)
        self._grace.timeout.connect(self._end_process)
        self._received.connect(self._take)

    def run(self, function: Callable[..., Any], *args: object) -> Task:
        """Queue `function(*args, report=…)`; function, arguments and result must pickle."""
        task = Task(self, function, args)
        self._queue.append(task)
        self._next()
        return task

    def warm(self) -> None:
        """Start the process now, so that the first task need not wait for it."""
        if self._process is None:
            self._start()

    def cancel(self, task: Task) -> None:
        """Drop a queued task, or stop the running one."""
        if task in self._queue:
            self._queue.remove(task)
            self._finish(task, "cancelled", None)
        elif task is self._running and self._stop is not None:
            self._stop.set()
            self._grace.start()

    def close(self) -> None:
        """End the process and forget all tasks."""
        self._queue.clear()
        self._running = None
        self._grace.stop()
        self._shut()

    def _start(self) -> None:
        ours, theirs = self._context.Pipe()
        self._stop = self._context.Event()
        self._process = self._context.Process(
            target=serve, args=(theirs, self._stop), name="crossread-worker"
        )
        self._process.start()
        atexit.register(self._process.terminate)  # it is no daemon, as it has its own processes
        theirs.close()
        self._connection = ours
        self._generation += 1
        self._reader = begin("crossread-reader", self._read, ours, self._generation)

    def _next(self) -> None:
        if self._running is not None or not self._queue:
            return
        if self._process is not None and not self._process.is_alive():
            self._shut()
        self.warm()
        self._running = self._queue.pop(0)
        if self._connection is not None and self._stop is not None:
            self._stop.clear()
            job = (self._running.function, self._running.args)
            self._sender = begin("crossread-sender", _send, self._connection, job)

    def _read(self, connection: Connection, generation: int) -> None:
        portions: dict[str, list[object]] = {}
        with contextlib.suppress(EOFError, OSError, RuntimeError):
            while True:
                what, value = _unpacked(connection.recv_bytes())
                if what == "portion":
                    name, some = value
                    portions.setdefault(name, []).extend(some)
                    continue
                if portions:
                    value, portions = _put_together(value, portions), {}
                self._received.emit(generation, what, value)
        with contextlib.suppress(RuntimeError):
            self._received.emit(generation, "died", None)

    def _take(self, generation: int, what: str, value: object) -> None:
        task = self._running
        if generation != self._generation or task is None:
            return
        if what == "progress":
            task.progressed.emit(*value)  # type: ignore[misc]
            return
        self._running = None
        if what == "died":
            self._shut()
        if self._grace.isActive():
            what = "cancelled"
        self._grace.stop()
        self._finish(task, what, value)
        self._next()

    def _finish(self, task: Task, what: str, value: object) -> None:
        if what == "done":
            task.succeeded.emit(value)
        elif what == "cancelled":
            task.cancelled.emit()
        else:
            task.failed.emit(value or Crash("the working process ended"))
        task.deleteLater()

    def _end_process(self) -> None:
        task, self._running = self._running, None
        self._shut()
        if task is not None:
            self._finish(task, "cancelled", None)
        self._next()

    def _shut(self) -> None:
        self._generation += 1
        if self._process is not None and self._connection is not None:
            atexit.unregister(self._process.terminate)
            self._process.terminate()
            self._process.join()
            self._process.close()
            for thread in (self._sender, self._reader):
                if thread is not None:
                    thread.join()
            self._connection.close()
        self._process = self._connection = self._sender = self._reader = None


def _unpacked(data: bytes) -> tuple[str, Any]:
    """Return what the process has sent.

    Among the many values of a portion no circles are ever looked for: that would stop the window
    for seconds, again and again.
    """
    gc.disable()
    try:
        what, value = pickle.loads(data)
        if what == "portion":
            gc.freeze()
    finally:
        gc.enable()
    return what, value


def _portions(value: object) -> Iterator[tuple[str, object]]:
    """Yield bit by bit a long tuple, or those that a value has as fields; then what is left.

    A large value unpacked whole would hold the window for as long as its unpacking is tidied up.
    """
    long: dict[str, tuple[object, ...]] = {}
    if type(value) is tuple and value[PORTION:]:
        long, value = {ITSELF: value}, ()
    elif is_dataclass(value) and not isinstance(value, type):
        held = {field.name: getattr(value, field.name) for field in fields(value)}
        long = {
            name: each for name, each in held.items() if isinstance(each, tuple) and each[PORTION:]
        }
        value = replace(value, **dict.fromkeys(long, ()))
    for name, items in long.items():
        for start in range(0, len(items), PORTION):
            yield "portion", (name, items[start : start + PORTION])
    yield "done", value


def _put_together(rest: DataclassInstance, portions: Mapping[str, list[object]]) -> object:
    """Return a value from what was left of it and what was sent before."""
    whole = {name: tuple(items) for name, items in portions.items()}
    return whole[ITSELF] if ITSELF in whole else replace(rest, **whole)


def _send(connection: Connection, job: tuple[Callable[..., Any], tuple[Any, ...]]) -> None:
    """Send a job from a thread of its own: a large one waits until the process takes it."""
    with contextlib.suppress(OSError):  # the process died this moment: the reader tells
        connection.send(job)


def serve(connection: Connection, stop: Event) -> None:
    """Do the tasks that come over `connection` until it closes; runs in the worker's process."""
    report = _Report(connection, stop)
    with contextlib.suppress(EOFError, KeyboardInterrupt):
        while True:
            function, args = connection.recv()
            answers: Iterable[tuple[str, object]]
            try:
                answers = _portions(function(*args, report=report))
            except Cancelled:
                answers = [("cancelled", None)]
            except CrossreadError as error:
                answers = [("failed", error)]
            except Exception as error:  # noqa: BLE001 - a bug there must be reported here
                answers = [("failed", Crash(trace_of(error)))]
            for answer in answers:
                connection.send(answer)


class _Report:
    """Sends progress to the window, seldom enough not to slow the work."""

    def __init__(self, connection: Connection, stop: Event) -> None:
        self._connection = connection
        self._stop = stop
        self._sent = 0.0

    def __call__(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Cancelled
        now = time.monotonic()
        if now - self._sent >= REPORT_EVERY:
            self._sent = now
            self._connection.send(("progress", (done, total)))
