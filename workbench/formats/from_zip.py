"""ZIP archives: each readable file in them is read as if it stood in a folder."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from workbench.formats.package import BROKEN_ZIP, COMPRESSIONS, ENCRYPTED_FLAG, whole_zip
from workbench.formats.signatures import EMPTY_ZIP, ZIP
from workbench.model.errors import FileError, FileProblem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from zipfile import ZipFile, ZipInfo

MAX_ZIP_BYTES = 512 * 1024**2
MAX_MEMBERS = 20_000
MAX_EXPANDED_BYTES = 1024**3  # of all members together, as the archive declares
MAX_MEMBER_BYTES = 256 * 1024**2

_HIDDEN = (".", "~$", "__MACOSX")
_ABOUT = "readme"


def is_zip(head: bytes) -> bool:
    """Whether a file begins as an archive does; documents of word processors do, too."""
    return head.startswith((ZIP, EMPTY_ZIP))


def members(path: Path, data: bytes) -> Iterator[tuple[Path, bytes | FileError]]:
    """Yield the files in an archive by name, each with its bytes or with why there are none.

    Nothing is written anywhere; a member's path is the archive's with its own below it, whatever
    it says. Raises FileError where the archive as a whole cannot be read.
    """
    try:
        with whole_zip(data) as archive:
            entries = archive.infolist()
            _check_bounds(path, entries)
            for entry in sorted(entries, key=lambda entry: entry.filename):
                name = _inside(entry.filename)
                if not entry.filename.endswith("/") and _is_wanted(name):
                    place = path / name
                    yield place, _content(archive, entry, place)
    except BROKEN_ZIP as error:
        raise FileError(str(path), FileProblem.DAMAGED) from error


def _check_bounds(path: Path, entries: list[ZipInfo]) -> None:
    if len(entries) > MAX_MEMBERS:
        raise FileError(str(path), FileProblem.TOO_LARGE, f"{MAX_MEMBERS} files")
    if sum(entry.file_size for entry in entries) > MAX_EXPANDED_BYTES:
        raise FileError(str(path), FileProblem.TOO_LARGE, str(MAX_EXPANDED_BYTES))


def _content(archive: ZipFile, entry: ZipInfo, place: Path) -> bytes | FileError:
    if entry.flag_bits & ENCRYPTED_FLAG:
        return FileError(str(place), FileProblem.ENCRYPTED)
    if entry.compress_type not in COMPRESSIONS:
        return FileError(str(place), FileProblem.UNREADABLE, "compression")
    if entry.file_size > MAX_MEMBER_BYTES:
        return FileError(str(place), FileProblem.TOO_LARGE, str(MAX_MEMBER_BYTES))
    try:
        return archive.read(entry)  # never more than the declared size
    except BROKEN_ZIP:
        return FileError(str(place), FileProblem.DAMAGED)


def _inside(name: str) -> PurePosixPath:
    """Return a member's path without what would lead out of the archive."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return PurePosixPath(
        *(part for part in parts if part not in {"/", "..", "."} and ":" not in part)
    )


def _is_wanted(name: PurePosixPath) -> bool:
    hidden = any(part.startswith(_HIDDEN) for part in name.parts)
    return bool(name.parts) and not hidden and name.name.lower().partition(".")[0] != _ABOUT
