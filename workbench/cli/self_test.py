"""Self-test: `crossread self-test`, which tries whether an installed program can do its work.

The window opens off the screen on the sample story; nothing of the user's is touched, and nothing
but Python and what is installed with the program is needed.
"""

from __future__ import annotations

import faulthandler
import json
import os
import sys
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

import click

import workbench

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from workbench.cli.main import OpenWindow

PASSED, FAILED = 0, 3
STDOUT = "-"
LONGEST = 300  # seconds: after these something waits for ever, and where is said on stderr
LEAST_PICTURE = 20_000  # bytes: one of an empty window has some thousand
PNG = b"\x89PNG\r\n"
SIGNS = "Aé€—“”„«Ωж江新质生产力経済"
# `socket` is none of them: what reaches its own processes by pipes loads it
NETWORK = ("ssl", "http.client", "urllib.request", "ftplib", "smtplib", "PySide6.QtNetwork")
BY_PLACE = ("socket.connect", "socket.bind")
ADDRESSED = (*BY_PLACE, "socket.getaddrinfo", "socket.gethostbyname")


class Check(NamedTuple):
    """What was tried, whether it went well, how long it took in seconds, and why it did not."""

    name: str
    ok: bool
    seconds: float
    why: str


@click.command("self-test")
@click.option("--out", metavar="FILE", default=STDOUT, help="Where the result goes; - for stdout.")
@click.pass_obj
def command(open_window: OpenWindow, *, out: str) -> int:
    """Try the window, fonts, comparing, the project file and every export; tell all in JSON.

    The exit status is 0 where all is well and 3 where something is not.
    """
    from workbench.project.writing import write_whole

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if sys.stderr is not None:  # a program of Windows without a console has none
        faulthandler.dump_traceback_later(LONGEST, exit=True)
    try:
        with TemporaryDirectory(prefix="crossread-") as folder:
            checks = [carried_out(*each) for each in trials(Path(folder), open_window)]
    finally:
        faulthandler.cancel_dump_traceback_later()
    if out == STDOUT:
        click.echo(as_json(checks), nl=False)
    else:
        write_whole(Path(out), as_json(checks))
    return PASSED if all(check.ok for check in checks) else FAILED


def trials(folder: Path, open_window: OpenWindow) -> Iterator[tuple[str, Callable[[], None]]]:
    """Yield what is tried, with its name, in this order."""
    from workbench.project.proving import Proof

    network = Network()
    network.watch()
    yield "window", partial(open_and_look, folder, open_window)
    yield "start without network", network.require_nothing_loaded
    yield "fonts", require_shapes
    yield from Proof(folder).trials()
    yield "no network", network.require_nothing_reached


def carried_out(name: str, trial: Callable[[], None]) -> Check:
    """Carry out one trial; whatever goes wrong in it is why it is not well."""
    from workbench.project.faults import trace_of
    from workbench.project.proving import UnprovedError

    begun = time.monotonic()
    why = ""
    try:
        trial()
    except UnprovedError as error:
        why = str(error)
    except Exception as error:  # noqa: BLE001 - to tell of any is what this is for
        why = trace_of(error)
    return Check(name, not why, round(time.monotonic() - begun, 3), why)


def as_json(checks: Iterable[Check]) -> str:
    """Return the result: which program, on what, whether all is well, and each check."""
    from workbench.project.facts import facts

    told = [check._asdict() for check in checks]
    result = {
        "program": "crossread",
        "version": workbench.__version__,
        "ok": all(each["ok"] for each in told),
        "facts": dict(facts()),
        "checks": told,
    }
    return json.dumps(result, ensure_ascii=False, indent=1) + "\n"


def open_and_look(folder: Path, open_window: OpenWindow) -> None:
    """Open the window on the sample story, and close it once its comparison is shown."""
    from workbench.project.proving import require

    picture, comparison = folder / "window.png", folder / "comparison.html"
    status = open_window(None, sample=True, picture=picture, comparison=comparison)
    require(status == 0, f"the window ended with {status}")
    data = picture.read_bytes()
    require(data.startswith(PNG) and len(data) > LEAST_PICTURE, "its picture is empty")
    require("</html>" in comparison.read_text(encoding="utf-8"), "its comparison is not whole")


def require_shapes() -> None:
    """Require that letters of many languages are no boxes, Chinese ones above all."""
    from workbench.project.proving import require
    from workbench.ui.fonts import undrawn
    from workbench.ui.theme import sans, serif

    missing = undrawn(SIGNS, sans(13)) + undrawn(SIGNS, serif(16))
    require(not missing, f"no font has a shape for {missing}")


@dataclass(slots=True)
class Network:
    """Hears of all that reaches for the network in this process."""

    reached: str = ""

    def watch(self) -> None:
        """Listen from now on, until the process ends."""
        sys.addaudithook(self._hear)

    def require_nothing_loaded(self) -> None:
        """Require that what opens the window loads no module for the network."""
        from workbench.project.proving import require

        loaded = [name for name in NETWORK if name in sys.modules]
        require(not loaded, f"loaded: {', '.join(loaded)}")

    def require_nothing_reached(self) -> None:
        """Require that nothing has asked for an address."""
        from workbench.project.proving import require

        require(not self.reached, f"asked for: {self.reached}")

    def _hear(self, event: str, arguments: tuple[object, ...]) -> None:
        is_local = bool(arguments) and isinstance(arguments[-1], str | bytes)  # a file's name
        if event in ADDRESSED and not (event in BY_PLACE and is_local):
            self.reached = event
