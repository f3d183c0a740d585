"""The oldest macOS that a compiled file is for is read from its own commands."""

import struct

import mac_release
import pytest
from mac_age import oldest_system

LOAD_DYLIB, VERSION_MIN, BUILD_VERSION = 0xC, 0x24, 0x32


def version(major, minor):
    return major << 16 | minor << 8


def thin(*commands):
    """Return a file for one processor with some commands, each a kind and its numbers."""
    packed = [
        struct.pack(f"<{len(each) + 1}I", each[0], 4 * len(each) + 4, *each[1:])
        for each in commands
    ]
    body = b"".join(packed)
    return struct.pack("<8I", 0xFEEDFACF, 0x0100000C, 0, 6, len(commands), len(body), 0, 0) + body


OTHER = (LOAD_DYLIB, 24, 0, 0, 0)
BUILT = thin(OTHER, (BUILD_VERSION, 1, version(13, 0), version(14, 2), 0))
EARLIER = thin((VERSION_MIN, version(10, 15), version(11, 1)), OTHER)


def fat(*parts):
    """Return a file for several processors."""
    heads, bodies, offset = b"", b"", 8 + 20 * len(parts)
    for part in parts:
        heads += struct.pack(">5I", 7, 3, offset + len(bodies), len(part), 0)
        bodies += part
    return struct.pack(">2I", 0xCAFEBABE, len(parts)) + heads + bodies


def fat_64(part):
    return (
        struct.pack(">2I", 0xCAFEBABF, 1) + struct.pack(">2I2Q2I", 7, 3, 40, len(part), 0, 0) + part
    )


@pytest.mark.parametrize(
    ("data", "system"),
    [
        (BUILT, (13, 0)),
        (EARLIER, (10, 15)),
        (thin(OTHER), None),
        (fat(EARLIER, BUILT), (13, 0)),
        (fat(thin(OTHER)), None),
        (fat_64(BUILT), (13, 0)),
        (b"\xca\xfe\xba\xbe\0\0\0\x34" + b"a class of Java", None),
        (b"#!/bin/sh\n", None),
        (b"", None),
    ],
)
def test_the_oldest_system_is_read(tmp_path, data, system):
    file = tmp_path / "library"
    file.write_bytes(data)
    assert oldest_system(file) == system


def test_a_file_for_newer_systems_is_seen(tmp_path):
    newer = tmp_path / "Contents" / "newer.dylib"
    newer.parent.mkdir()
    newer.write_bytes(thin((BUILD_VERSION, 1, version(14, 1), 0, 0)))
    (newer.parent / "fits.dylib").write_bytes(BUILT)
    (newer.parent / "words.txt").touch()
    assert mac_release.too_new(tmp_path) == [(newer, "14.1")]
