"""Kinds of files that are not read, known by their first bytes, so that they can be named."""

from __future__ import annotations

from workbench.formats.from_project_json import is_project_json

ZIP = b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"
PROJECT = "crossread-project"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_SIGNATURES = (
    (0, b"\x89PNG\r\n", "png"),
    (0, b"\xff\xd8\xff", "jpeg"),
    (0, b"GIF8", "gif"),
    (8, b"WEBP", "webp"),
    (0, b"II*\x00", "tiff"),
    (0, b"MM\x00*", "tiff"),
    (0, b"\x1f\x8b", "gz"),
    (0, b"\x28\xb5\x2f\xfd", "zst"),
    (0, b"\xfd7zXZ\x00", "xz"),
    (0, b"BZh", "bz2"),
    (0, b"7z\xbc\xaf\x27\x1c", "7z"),
    (0, b"Rar!\x1a\x07", "rar"),
    (0, b"%!PS", "ps"),
    (0, b"SQLite format 3\x00", "sqlite"),
    (0, b"\x7fELF", "elf"),
    (0, b"ID3", "mp3"),
    (4, b"ftyp", "mp4"),
)

PACKED = frozenset(["gz", "zst", "xz", "bz2", "7z", "rar"])
"""Kinds that hold other files, which somebody must take out first."""


def kind_of(head: bytes) -> str:
    """Name the kind that begins so by its usual suffix, without its dot; "" where unknown."""
    for offset, signature, kind in _SIGNATURES:
        if head.startswith(signature, offset):
            return kind
    return PROJECT if is_project_json(head) else ""
