"""Read which libraries a program or library of Windows is linked with, from its own headers.

The layout is that of Microsoft's specification of the PE format: each entry of the import table
and of the table of libraries that are loaded late has the place of a name.
"""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

PE_SUFFIXES = frozenset({".dll", ".exe", ".pyd", ".com"})

_NEW_HEADER = 0x3C  # where an .exe says where its own header is
_HEADER = struct.Struct("<4s2xH12xH2x")  # signature, number of sections, length of what follows
_SECTION = struct.Struct("<8x4I16x")  # size and place in memory, size and place in the file
_DIRECTORY = struct.Struct("<II")
_DIRECTORIES = {0x10B: 96, 0x20B: 112}  # by the kind of header: 32 or 64 bits


class _Table(NamedTuple):
    """One of the lists of libraries: its number, the length of an entry, where the name is."""

    number: int
    step: int
    name: int


_TABLES = (_Table(number=1, step=20, name=12), _Table(number=13, step=32, name=4))


def imported(file: Path) -> frozenset[str]:
    """Return the names of the libraries, in small letters; raises ValueError for another kind."""
    image = file.read_bytes()
    try:
        return frozenset(_names(image))
    except (struct.error, ValueError, IndexError) as error:
        raise ValueError(f"{file.name} is no program or library of Windows") from error


def _names(image: bytes) -> Iterator[str]:
    if image[:2] != b"MZ":
        raise ValueError
    (start,) = struct.unpack_from("<I", image, _NEW_HEADER)
    signature, sections, length = _HEADER.unpack_from(image, start)
    if signature != b"PE\0\0":
        raise ValueError
    optional = start + _HEADER.size
    (kind,) = struct.unpack_from("<H", image, optional)
    if kind not in _DIRECTORIES:
        raise ValueError
    first = optional + _DIRECTORIES[kind]
    table = [
        _SECTION.unpack_from(image, optional + length + _SECTION.size * n) for n in range(sections)
    ]
    for each in _TABLES:
        place, _ = _DIRECTORY.unpack_from(image, first + _DIRECTORY.size * each.number)
        if place:
            yield from _entries(image, table, place, each)


def _entries(
    image: bytes, sections: list[tuple[int, ...]], place: int, table: _Table
) -> Iterator[str]:
    at = _in_file(sections, place)
    while True:
        (name,) = struct.unpack_from("<I", image, at + table.name)
        if not name:
            return
        begin = _in_file(sections, name)
        yield image[begin : image.index(b"\0", begin)].decode("ascii").lower()
        at += table.step


def _in_file(sections: list[tuple[int, ...]], place: int) -> int:
    for size, begin, stored, offset in sections:
        if begin <= place < begin + max(size, stored):
            return place - begin + offset
    raise ValueError
