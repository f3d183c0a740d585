"""Make the data library of ICU that Qt is linked with small: of 32 MB no more than 3 are of use.

Qt asks ICU for the order of letters and for the encodings of old systems. The names of places,
units, currencies and languages, the dictionaries and the tables of encodings are never looked up:
Crossread reads encodings and sorts by itself, and Qt has names of languages of its own. The layout
of the data is that of the headers `ucmndata.h` and `udata.h` of the ICU project.
"""

import struct
from collections.abc import Mapping
from pathlib import Path

from console import Stop, ask

KEPT_SUFFIXES = (".icu", ".nrm")
KEPT_TABLES = frozenset(
    {
        *("res_index.res", "root.res", "en.res", "pool.res", "icuver.res", "likelySubtags.res"),
        *("supplementalData.res", "keyTypeData.res", "numberingSystems.res", "plurals.res"),
        *("timezoneTypes.res", "zoneinfo64.res", "metaZones.res", "windowsZones.res"),
        *("coll/res_index.res", "coll/root.res", "coll/ucadata.icu"),
    }
)
NEVER_ASKED = frozenset({"unames.icu"})  # the names of all signs

_SYMBOL = "icudt{}_dat"
_ENTRY = struct.Struct("<II")
_COUNT = struct.Struct("<I")
_ALIGNMENT = 16
_SOURCE = """\
.section .rodata
.globl {symbol}
.type {symbol}, @object
.balign 16
{symbol}:
.incbin "{data}"
.size {symbol}, . - {symbol}
.section .note.GNU-stack, "", @progbits
"""


def is_kept(name: str) -> bool:
    """Tell whether an item such as `icudt73l/coll/root.res` can be asked for."""
    inner = name.partition("/")[2]
    if inner in NEVER_ASKED:
        return False
    return inner in KEPT_TABLES or ("/" not in inner and inner.endswith(KEPT_SUFFIXES))


def header_of(package: bytes) -> bytes:
    """Return what stands before the table of contents, with its length in its first two bytes."""
    if package[2:4] != b"\xda\x27" or package[12:16] != b"CmnD":
        raise Stop("The data of ICU is in a form that is not known here.")
    return package[: int.from_bytes(package[:2], "little")]


def unpack(package: bytes) -> dict[str, bytes]:
    """Return the items of a package by name, in its order."""
    body = package[len(header_of(package)) :]
    (count,) = _COUNT.unpack_from(body)
    places = [_ENTRY.unpack_from(body, _COUNT.size + _ENTRY.size * n) for n in range(count)]
    ends = [*(begin for _, begin in places[1:]), len(body)]
    return {
        body[name : body.index(b"\0", name)].decode(): body[begin:end]
        for (name, begin), end in zip(places, ends, strict=True)
    }


def pack(header: bytes, items: Mapping[str, bytes]) -> bytes:
    """Return a package of the items, which must be sorted by name as ICU looks them up."""
    names = b""
    first_name = _COUNT.size + _ENTRY.size * len(items)
    name_places = []
    for name in items:
        name_places.append(first_name + len(names))
        names += name.encode() + b"\0"
    data = bytearray(_padded(b"\0" * first_name + names))
    table = _COUNT.pack(len(items))
    for place, item in zip(name_places, items.values(), strict=True):
        table += _ENTRY.pack(place, len(data))
        data += _padded(item)
    data[:first_name] = table
    data[first_name : first_name + len(names)] = names
    return header + bytes(data)


def _padded(data: bytes) -> bytes:
    return data + b"\0" * (-len(data) % _ALIGNMENT)


def shrink(library: Path, scratch: Path) -> None:
    """Put a library with only the kept items in the place of `libicudata.so.NUMBER`.

    Needs objcopy, as and ld of the package binutils; raises Stop where one fails.
    """
    number = library.name.rpartition(".")[2]
    symbol = _SYMBOL.format(number)
    whole, less = scratch / "icu-whole.dat", scratch / "icu-less.dat"
    source, compiled = scratch / "icu.s", scratch / "icu.o"
    _run("objcopy", "-O", "binary", "--only-section=.rodata", str(library), str(whole))
    package = whole.read_bytes()
    kept = {name: item for name, item in unpack(package).items() if is_kept(name)}
    less.write_bytes(pack(header_of(package), kept))
    source.write_text(_SOURCE.format(symbol=symbol, data=less), encoding="utf-8")
    _run("as", "-o", str(compiled), str(source))
    options = ("-shared", "-s", "--build-id=none", "-z", "noexecstack", "-soname", library.name)
    _run("ld", *options, "-o", str(library), str(compiled))


def _run(*command: str) -> None:
    answer = ask(command)
    if answer.returncode:
        raise Stop(f"The data of ICU cannot be made small: {answer.stderr.strip()}")
