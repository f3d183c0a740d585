"""The libraries a Windows program is linked with are read from its headers, early and late ones."""

import struct

import pytest
from pe_imports import imported

START, PLACE, OFFSET = 0x80, 0x1000, 0x400


def program(now=(), late=(), *, kind=0x20B):
    """Return the smallest program of Windows that asks for these libraries."""
    body, tables = bytearray(), {}
    for number, names, step, at in ((1, now, 20, 12), (13, late, 32, 4)):
        if not names:
            continue
        begin = len(body)
        tables[number] = PLACE + begin
        body += bytes(step * (len(names) + 1))
        for n, name in enumerate(names):
            struct.pack_into("<I", body, begin + step * n + at, PLACE + len(body))
            body += name.encode() + b"\0"
    directories = bytearray(16 * 8)
    for number, place in tables.items():
        struct.pack_into("<II", directories, 8 * number, place, 1)
    optional = struct.pack("<H", kind) + bytes((96 if kind == 0x10B else 112) - 2) + directories
    header = struct.pack("<4sHHIIIHH", b"PE\0\0", 0x8664, 1, 0, 0, 0, len(optional), 0)
    section = struct.pack("<8s4I16x", b".idata", len(body), PLACE, len(body), OFFSET)
    head = bytearray(START)
    head[:2] = b"MZ"
    struct.pack_into("<I", head, 0x3C, START)
    whole = bytes(head) + header + optional + section
    return whole.ljust(OFFSET, b"\0") + bytes(body)


@pytest.mark.parametrize("kind", [0x10B, 0x20B], ids=["32 bits", "64 bits"])
def test_libraries_of_both_lists_are_found(tmp_path, kind):
    file = tmp_path / "some.exe"
    file.write_bytes(program(("KERNEL32.dll", "Qt6Core.dll"), ("d3d12.dll",), kind=kind))
    assert imported(file) == {"kernel32.dll", "qt6core.dll", "d3d12.dll"}


def test_a_program_without_libraries_has_none(tmp_path):
    file = tmp_path / "some.exe"
    file.write_bytes(program())
    assert imported(file) == set()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"MZ",
        b"\x7fELF".ljust(200, b"\0"),
        program(("a.dll",)).replace(b"PE\0\0", b"NE\0\0"),
        program(("a.dll",), kind=0x107),
        program(("a.dll",))[:OFFSET],
        program(("a.dll",))[:-1],
        program(("a.dll",)).replace(struct.pack("<I", PLACE), struct.pack("<I", 1)),
    ],
    ids=["empty", "cut off", "Linux", "old", "other header", "no lists", "no end", "nowhere"],
)
def test_another_kind_of_file_is_refused_by_name(tmp_path, data):
    file = tmp_path / "some.exe"
    file.write_bytes(data)
    with pytest.raises(ValueError, match=r"some\.exe is no program or library of Windows"):
        imported(file)
