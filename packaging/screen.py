"""A screen that nobody sees: windows open on it, are waited for and photographed."""

import struct
import subprocess
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from console import Stop, ask

SIZE = (1440, 900)
PATIENCE = 60.0  # seconds
_FIELDS = struct.Struct(">25I")  # of the header that X writes before a picture of its screen


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen of X with a window manager, and the file that has what is on it."""

    name: str  # as programs call it, `:7`
    picture: Path

    def windows(self, title: str) -> list[str]:
        """Return the numbers of the windows to be seen of which the title has these words."""
        search = ("xdotool", "search", "--onlyvisible", "--name", title)
        return ask(search, DISPLAY=self.name).stdout.split()

    def await_window(self, title: str) -> float:
        """Wait for a window and return the time it was first seen; raises Stop if none comes."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self.windows(title):
                return time.monotonic()
            time.sleep(0.01)
        raise Stop(f"No window {title!r} has come within {PATIENCE:.0f} seconds.")

    def await_none(self, title: str) -> None:
        """Wait until no such window is there."""
        end = time.monotonic() + PATIENCE
        while self.windows(title):
            if time.monotonic() > end:
                raise Stop(f"The window {title!r} does not go away.")
            time.sleep(0.05)

    def photograph(self, file: Path) -> None:
        """Write what is on the screen as a PNG."""
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(png(self.picture.read_bytes()))


def png(dump: bytes) -> bytes:
    """Return a picture in X's own form, of four bytes for each point, as a PNG."""
    fields = _FIELDS.unpack_from(dump)
    header, width, height, line = fields[0], fields[4], fields[5], fields[12]
    begin = header + 12 * fields[19]  # after a table of colours
    rows = bytearray()
    for number in range(height):
        row = dump[begin + number * line :][: width * 4]
        colours = bytearray(width * 3)
        colours[0::3], colours[1::3], colours[2::3] = row[2::4], row[1::4], row[0::4]
        rows += b"\0" + colours
    size = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", size), (b"IDAT", zlib.compress(bytes(rows), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*each) for each in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


@contextmanager
def screen(folder: Path) -> Iterator[Screen]:
    """Lend a screen, with openbox to manage its windows; needs xvfb and openbox."""
    depth = "x".join(map(str, (*SIZE, 24)))
    # it takes a number that no other screen has, and tells it
    numbered = ("-displayfd", "1", "-fbdir", str(folder))
    server = subprocess.Popen(
        ["Xvfb", *numbered, "-screen", "0", depth, "-ac", "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    helpers = [server]
    try:
        number = server.stdout.readline().decode().strip() if server.stdout else ""
        if not number:
            raise Stop("The screen does not come up.")
        variables = {"DISPLAY": f":{number}", "PATH": "/usr/bin:/bin"}
        quiet = subprocess.DEVNULL
        manager = subprocess.Popen(["openbox"], env=variables, stdout=quiet, stderr=quiet)
        helpers.append(manager)
        yield Screen(f":{number}", folder / "Xvfb_screen0")
    finally:
        for each in reversed(helpers):
            each.terminate()
            each.wait()
