"""Make the library of Typst pack well: of the fonts in it, one is there in two weights much alike.

It is for formulas, lies there twice, and all its letters are in other fonts, too. It is overwritten
with zeros, which take next to no room in an archive, and which Typst passes over as it does every
file that is no font. The layout is that of the OpenType specification, for fonts with outlines in
PostScript.
"""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

NEVER_ASKED = frozenset({"NewComputerModernMath-Book"})

_BEGIN = re.compile(rb"OTTO\0([\4-\x28])")  # with the number of its tables
_FIRST_TABLE = 12
_TABLE = struct.Struct(">4s4xII")
_NAMES = struct.Struct(">2xHH")
_NAME = struct.Struct(">HHHHHH")
_FULL_NAME, _WINDOWS = 4, 3
_NEEDED = frozenset({b"CFF ", b"head", b"name"})


@dataclass(frozen=True, slots=True)
class Font:
    """A font in a library: from which byte to which, and what it is called."""

    begin: int
    end: int
    name: str


def fonts_in(library: bytes) -> Iterator[Font]:
    """Yield the fonts of a library in the order in which they lie there."""
    for found in _BEGIN.finditer(library):
        begin, first = found.start(), found.start() + _FIRST_TABLE
        listed = library[first : first + found[1][0] * _TABLE.size]
        if len(listed) % _TABLE.size:
            continue
        tables = {tag: (place, size) for tag, place, size in _TABLE.iter_unpack(listed)}
        if tables.keys() >= _NEEDED:
            place, size = tables[b"name"]
            names = library[begin + place : begin + place + size]
            end = begin + max(place + size for place, size in tables.values())
            yield Font(begin, end, _full_name(names))


def _full_name(names: bytes) -> str:
    count, texts = _NAMES.unpack_from(names)
    for number in range(count):
        system, _, _, kind, size, place = _NAME.unpack_from(
            names, _NAMES.size + number * _NAME.size
        )
        if (system, kind) == (_WINDOWS, _FULL_NAME):
            return names[texts + place : texts + place + size].decode("utf-16-be")
    return ""


def without(library: bytes, names: frozenset[str] = NEVER_ASKED) -> bytes:
    """Return a library of the same length in which the named fonts are zeros."""
    blank = bytearray(library)
    for font in fonts_in(library):
        if font.name in names:
            blank[font.begin : font.end] = bytes(font.end - font.begin)
    return bytes(blank)


def shrink(library: Path) -> None:
    """Take the fonts that are never asked for out of a library of Typst."""
    library.write_bytes(without(library.read_bytes()))
