"""REFI-QDA packages: the project and the texts in a `.qdpx`, whatever its parts are called."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote
from zipfile import ZipFile

from workbench.formats.package import BROKEN_ZIP, MAX_EXPANDED_BYTES, Package
from workbench.formats.refi_names import PROJECT_PART, SOURCES
from workbench.model.errors import FileError, FileProblem

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

    from lxml.etree import _Element

MAX_PARTS = 200_000  # an archive has a part for each article
SUFFIX = ".qde"


class RefiParts:
    """The parts of a package; only those that are asked for are read, within bounds.

    What lies outside of the package is never looked at.
    """

    def __init__(self, path: Path, archive: ZipFile) -> None:
        self.path = path
        self._package = Package(path, archive)
        self._sizes = {entry.filename: entry.file_size for entry in archive.infolist()}
        self._named = {_plain(name): name for name in self._sizes}
        self._left = MAX_EXPANDED_BYTES
        self._short = {PurePosixPath(plain).name: name for plain, name in self._named.items()}

    def project(self) -> _Element:
        """Return the root of the project; raises FileError where there is none."""
        found = [plain for plain in self._named if plain.endswith(SUFFIX)]
        if not found:
            raise FileError(str(self.path), FileProblem.NO_EXCHANGE, SUFFIX)
        best = min(found, key=lambda plain: (plain.count("/"), plain != PROJECT_PART, plain))
        return self._package.xml(self._named[best])

    def read(self, address: str) -> bytes | None:
        """Return what an address in the project stands for, None where that is not in the package.

        Raises FileError where it is too large, locked or broken.
        """
        told = address.partition("://")[2] or address
        for wanted in (_plain(told), _plain(unquote(told))):
            short = PurePosixPath(wanted).name
            name = self._named.get(f"{SOURCES}/{wanted}") or self._named.get(wanted)
            if name := name or self._short.get(short):
                self._left -= self._sizes[name]
                if self._left < 0:
                    raise FileError(str(self.path), FileProblem.TOO_LARGE, str(MAX_EXPANDED_BYTES))
                return self._package.read(name)
        return None


def open_parts(path: Path, stream: BinaryIO) -> RefiParts:
    """Open a package, which is read as long as the stream is; raises FileError."""
    try:
        archive = ZipFile(stream)
    except BROKEN_ZIP as error:
        raise FileError(str(path), FileProblem.DAMAGED) from error
    if len(archive.infolist()) > MAX_PARTS:
        raise FileError(str(path), FileProblem.TOO_LARGE, f"{MAX_PARTS} parts")
    return RefiParts(path, archive)


def is_refi(stream: BinaryIO) -> bool:
    """Tell whether a file is a package that holds a project; it is read from where it is."""
    try:
        with ZipFile(stream) as archive:
            return any(_plain(name).endswith(SUFFIX) for name in archive.namelist())
    except BROKEN_ZIP:
        return False


def _plain(name: str) -> str:
    return name.strip().replace("\\", "/").lstrip("/").casefold()
