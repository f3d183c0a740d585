"""Mac age: which macOS a compiled file is made for at least, read from the file itself.

The layout is that of <mach-o/loader.h> and <mach-o/fat.h> of Apple's public sources.
"""

import struct
from collections.abc import Iterator
from pathlib import Path

System = tuple[int, int]
"""The first two numbers of a version of macOS."""

_FAT, _FAT_64 = 0xCAFEBABE, 0xCAFEBABF
_THIN_64 = 0xFEEDFACF
_VERSION_MIN_MACOSX, _BUILD_VERSION = 0x24, 0x32
_HEADER = struct.Struct("<8I")  # magic, processor twice, kind, number and size of commands, …
_COMMAND = struct.Struct("<4I")  # kind, size, and what these two kinds begin with
_MOST_PARTS = 16  # a class file of Java begins with the same sign, and then a larger number


def oldest_system(file: Path) -> System | None:
    """Return the oldest macOS that a file is for, None where it is not compiled for any.

    Of a file for several processors it is the newest of what its parts are for.
    """
    with file.open("rb") as opened:
        if opened.read(4) not in _SIGNS:
            return None
    data = file.read_bytes()
    found = [_oldest(data, offset) for offset in _parts(data)]
    return max((each for each in found if each), default=None)


_SIGNS = {
    struct.pack(">I", _FAT),
    struct.pack(">I", _FAT_64),
    struct.pack("<I", _THIN_64),
}


def _parts(data: bytes) -> Iterator[int]:
    """Yield where the part for each processor begins."""
    (sign,) = struct.unpack_from(">I", data)
    if sign not in {_FAT, _FAT_64}:
        yield 0
        return
    (count,) = struct.unpack_from(">I", data, 4)
    entry = struct.Struct(">2I2Q2I" if sign == _FAT_64 else ">5I")
    for number in range(count if count <= _MOST_PARTS else 0):
        yield entry.unpack_from(data, 8 + number * entry.size)[2]


def _oldest(data: bytes, offset: int) -> System | None:
    sign, _, _, _, count, _, _, _ = _HEADER.unpack_from(data, offset)
    place = offset + _HEADER.size
    for _ in range(count if sign == _THIN_64 else 0):
        kind, size, first, second = _COMMAND.unpack_from(data, place)
        if kind in {_VERSION_MIN_MACOSX, _BUILD_VERSION}:
            version = first if kind == _VERSION_MIN_MACOSX else second
            return version >> 16, version >> 8 & 0xFF
        place += size
    return None
