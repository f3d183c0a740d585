"""Put pictures of the icon in several sizes into the one file that Windows or macOS wants."""

import struct
import tempfile
from collections.abc import Mapping
from pathlib import Path

from console import ROOT, call
from environment import tool

ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
# by the names of Apple's format, of which ic10 to ic14 are for screens with finer pixels
ICNS_TYPES = {
    "icp4": 16,
    "icp5": 32,
    "ic07": 128,
    "ic08": 256,
    "ic09": 512,
    "ic10": 1024,
    "ic11": 32,
    "ic12": 64,
    "ic13": 256,
    "ic14": 512,
}
ICNS_SIZES = tuple(sorted(set(ICNS_TYPES.values())))

_ICO_HEADER = struct.Struct("<HHH")
_ICO_ENTRY = struct.Struct("<BBBBHHII")
_ICNS_ENTRY = struct.Struct(">4sI")
_WHOLE_BYTE = 256  # written as 0, as no byte is that large


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """Return an icon of Windows with the PNG pictures by their size in pixels."""
    places, data = b"", b""
    begin = _ICO_HEADER.size + _ICO_ENTRY.size * len(pictures)
    for size, picture in sorted(pictures.items()):
        edge = size % _WHOLE_BYTE
        place = begin + len(data)
        places += _ICO_ENTRY.pack(edge, edge, 0, 0, 1, 32, len(picture), place)
        data += picture
    return _ICO_HEADER.pack(0, 1, len(pictures)) + places + data


def icns(pictures: Mapping[int, bytes]) -> bytes:
    """Return an icon of macOS with the PNG pictures by their size in pixels."""
    entries = b"".join(
        _ICNS_ENTRY.pack(name.encode(), _ICNS_ENTRY.size + len(pictures[size])) + pictures[size]
        for name, size in ICNS_TYPES.items()
    )
    return _ICNS_ENTRY.pack(b"icns", _ICNS_ENTRY.size + len(entries)) + entries


def draw_all(sizes: tuple[int, ...], venv: Path) -> dict[int, bytes]:
    """Let Qt of a virtual environment draw the icon in all sizes."""
    with tempfile.TemporaryDirectory() as name:
        script = str(ROOT / "packaging" / "icons.py")
        command = [tool("python", venv), script, name, *map(str, sizes)]
        call(command, "The icon could not be drawn; the lines above say why.")
        return {size: (Path(name) / f"{size}.png").read_bytes() for size in sizes}
