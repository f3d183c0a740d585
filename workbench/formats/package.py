"""Packages: documents in the form of a ZIP, told apart by their parts and read within bounds."""

from __future__ import annotations

import io
import struct
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from workbench.formats.xml_tree import parse_xml
from workbench.model.errors import FileError, FileProblem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lxml.etree import _Element

ARCHIVE = "zip"
MAX_PACKAGE_BYTES = 128 * 1024**2
MAX_PARTS = 10_000
MAX_EXPANDED_BYTES = 512 * 1024**2  # of all parts together, as the package declares; with pictures
MAX_PART_BYTES = 96 * 1024**2  # of one part that is read

MIMETYPE = "mimetype"
ENCRYPTED_FLAG = 0x1
COMPRESSIONS = (ZIP_STORED, ZIP_DEFLATED)  # the standards of documents allow no other
BROKEN_ZIP = (  # what zipfile raises when sizes, places or contents do not fit together
    *(BadZipFile, EOFError, zlib.error, struct.error, OverflowError, NotImplementedError),
    ValueError,
)
_KINDS = (  # the first of these parts that is there tells the kind
    ("xl/workbook.xml", "xlsx"),
    ("[Content_Types].xml", "docx"),
    ("word/document.xml", "docx"),
    ("META-INF/container.xml", "epub"),
    ("META-INF/manifest.xml", "odt"),
    (MIMETYPE, "odt"),
)


def whole_zip(data: bytes) -> ZipFile:
    """Open a ZIP; raises one of BROKEN_ZIP.

    A ZIP that is cut after another one in it ends with the list of that one, which does not begin
    where the file does.
    """
    archive = ZipFile(io.BytesIO(data))
    if min((entry.header_offset for entry in archive.infolist()), default=0) > 0:
        raise BadZipFile
    return archive


def package_kind(data: bytes) -> str:
    """Name the kind of document that a ZIP is, or "zip" where it is none; "" where it is broken."""
    try:
        with whole_zip(data) as archive:
            parts = set(archive.namelist())
    except BROKEN_ZIP:
        return ""
    return next((kind for part, kind in _KINDS if part in parts), ARCHIVE)


class Package:
    """The parts of a document, by their names; none is ever written anywhere."""

    def __init__(self, path: Path, archive: ZipFile) -> None:
        self.path = path
        self._archive = archive

    def holds(self, name: str) -> bool:
        """Whether there is a part of this name."""
        return name in self._archive.NameToInfo

    def read(self, name: str) -> bytes:
        """Return a part; raises FileError where it is not there, too large, locked or broken."""
        info = self._archive.NameToInfo.get(name)
        if info is None or info.compress_type not in COMPRESSIONS:
            raise FileError(str(self.path), FileProblem.DAMAGED)
        if info.flag_bits & ENCRYPTED_FLAG:
            raise FileError(str(self.path), FileProblem.ENCRYPTED)
        if info.file_size > MAX_PART_BYTES:
            raise FileError(str(self.path), FileProblem.TOO_LARGE, str(MAX_PART_BYTES))
        try:
            return self._archive.read(info)  # never more than the declared size
        except BROKEN_ZIP as error:
            raise FileError(str(self.path), FileProblem.DAMAGED) from error

    def xml(self, name: str) -> _Element:
        """Return the root of a part in XML; raises FileError."""
        return parse_xml(self.path, self.read(name))


@contextmanager
def opened(path: Path, data: bytes) -> Iterator[Package]:
    """Open a package; raises FileError where it is broken or larger than its bounds."""
    try:
        archive = whole_zip(data)
    except BROKEN_ZIP as error:
        raise FileError(str(path), FileProblem.DAMAGED) from error
    with archive:
        entries = archive.infolist()
        if len(entries) > MAX_PARTS:
            raise FileError(str(path), FileProblem.TOO_LARGE, f"{MAX_PARTS} parts")
        if sum(entry.file_size for entry in entries) > MAX_EXPANDED_BYTES:
            raise FileError(str(path), FileProblem.TOO_LARGE, str(MAX_EXPANDED_BYTES))
        yield Package(path, archive)
