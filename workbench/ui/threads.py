"""Threads: those that wait for something beside the window's own, begun one after the other."""

from __future__ import annotations

from threading import Event, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def begin(name: str, function: Callable[..., object], *args: object) -> Thread:
    """Start a thread that ends with the program, and return it once it runs.

    Of two that begin at the same moment one may fail where they are traced (CPython 3.11).
    """
    begun = Event()
    thread = Thread(target=_run, args=(begun, function, args), name=name, daemon=True)
    thread.start()
    begun.wait()
    return thread


def _run(begun: Event, function: Callable[..., object], args: tuple[object, ...]) -> None:
    begun.set()
    function(*args)
