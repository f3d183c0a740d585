"""Reading: the one way in for a file of any kind, known by its content or else by its name."""

from __future__ import annotations

import errno
import stat
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.formats.collection import bounded, fetched, merged
from workbench.formats.content import Content
from workbench.formats.document import document_article
from workbench.formats.from_zip import is_zip, members
from workbench.formats.kinds import EXPORTS, READERS, TABLES, Reader
from workbench.formats.package import ARCHIVE, package_kind
from workbench.formats.settling import settled
from workbench.formats.signatures import PACKED, PROJECT, kind_of
from workbench.formats.suffixes import READABLE_SUFFIXES, SUFFIXES
from workbench.formats.table import Table, read_tables
from workbench.model.errors import FileError, FileProblem
from workbench.model.progress import Report, silent
from workbench.model.reading import FileReading

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.formats.column_mapping import ColumnMapping

HEAD_BYTES = 4_096

_PROBLEMS = dict.fromkeys(PACKED, FileProblem.PACKED) | {PROJECT: FileProblem.WHOLE_PROJECT}


def read_file(
    path: Path, report: Report = silent, columns: ColumnMapping | None = None
) -> FileReading:
    """Read one file by its content, or by its suffix where the content does not tell.

    Never raises for a file: one that gives no article is a reading with no articles and one
    `skipped` error. `report` is told of each article and may raise Cancelled. `columns`, where
    they are told, count for all tables in the file instead of those that are guessed.
    """
    name = ""
    try:
        data, reader = _content(path)
        name = reader.name
        if name == ARCHIVE:
            return _read_archive(path, data, report)
        if columns is not None and name in TABLES:
            return read_tables(path, name, TABLES[name](path, data), report, columns)
        return _read(path, data, reader, report)
    except FileError as error:
        return _nothing(path, name, error)


def file_tables(path: Path) -> tuple[Table, ...]:
    """Return the tables of a file, none where it is of another kind; raises FileError."""
    data, reader = _content(path)
    return TABLES[reader.name](path, data) if reader.name in TABLES else ()


def _read(path: Path, data: bytes, reader: Reader, report: Report) -> FileReading:
    """Read what an export holds, or else what any file of its kind does; raises FileError."""
    content = Content(path)
    if reader.open is not None:
        content = reader.open(path, data, report)
        for export in EXPORTS:
            if reader.name in export.kinds and export.holds(content):
                return fetched(export.read(content, report), content.retrieved)
    if content.document.paragraphs:
        reading = FileReading(str(path), "", (document_article(path, content.document),))
    else:
        reading = reader.read(path, data, report)
    reading = replace(reading, reader=reader.name)
    if not reading.skipped and not any(each.text.strip() for each in reading.articles):
        problem = FileProblem.EMPTY if reader.name == "text" else FileProblem.NO_TEXT
        raise FileError(str(path), problem)
    return reading


def _nothing(path: Path, name: str, error: FileError) -> FileReading:
    suffix = path.suffix.lower()
    is_as_named = suffix.lstrip(".") == error.detail
    if error.problem is FileProblem.UNKNOWN and suffix in READABLE_SUFFIXES and not is_as_named:
        error = FileError(str(path), FileProblem.MISNAMED, error.detail)
    return FileReading(str(path), name, (), skipped=(error,))


def _read_archive(path: Path, data: bytes, report: Report) -> FileReading:
    """Read the files in an archive as one; raises FileError where it is broken."""
    found = (_read_member(place, each, report) for place, each in members(path, data))
    readings = settled(bounded(path, found))
    if not readings:
        raise FileError(str(path), FileProblem.EMPTY)
    return merged(path, ARCHIVE, readings)


def _read_member(place: Path, data: bytes | FileError, report: Report) -> FileReading:
    name = ""
    try:
        if isinstance(data, FileError):
            raise data
        reader = _reader_of(place, data[:HEAD_BYTES], data)
        name = reader.name
        if len(data) > reader.max_bytes:
            raise FileError(str(place), FileProblem.TOO_LARGE, str(reader.max_bytes))
        return _read(place, data, reader, report)
    except FileError as error:
        return _nothing(place, name, error)


def _content(path: Path) -> tuple[bytes, Reader]:
    """Take the bytes of a regular file, no more than its reader takes, and find that reader."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise FileError(str(path), FileProblem.FOLDER)
        if not stat.S_ISREG(status.st_mode):  # a pipe or device would block or never end
            raise FileError(str(path), FileProblem.UNREADABLE, "not a regular file")
        with path.open("rb") as stream:
            head = stream.read(HEAD_BYTES)
            limit = max(reader.max_bytes for reader in _candidates(path, head))
            fits = status.st_size <= limit
            data = head + (stream.read(limit + 1 - len(head)) if fits else b"")
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise _file_error(path, error) from error
    reader = _reader_of(path, head, data)
    if not fits or len(data) > reader.max_bytes:  # the file may have grown meanwhile
        raise FileError(str(path), FileProblem.TOO_LARGE, str(reader.max_bytes))
    return data, reader


def _reader_of(path: Path, head: bytes, data: bytes) -> Reader:
    """Find the reader; documents and archives are told apart by all of their content.

    One that is broken is what its name says, or else a document.
    """
    candidates = _candidates(path, head)
    if len(candidates) == 1:
        return candidates[0]
    kind = package_kind(data)
    suffix = path.suffix.lower()
    named = (
        each for each in candidates if each.name == kind or (not kind and suffix in each.suffixes)
    )
    return next(named, candidates[0])


def _candidates(path: Path, head: bytes) -> list[Reader]:
    """List the readers of files that begin so, or else that are called so; raises FileError."""
    if not head:
        raise FileError(str(path), FileProblem.EMPTY)
    sniffing = [reader for reader in READERS if reader.sniff(head)]
    if is_zip(head):
        return sniffing
    if sniffing:
        return sniffing[:1]
    kind = kind_of(head)
    if kind:
        raise FileError(str(path), _PROBLEMS.get(kind, FileProblem.UNKNOWN), kind)
    suffix = path.suffix.lower()
    for reader in READERS:
        if (suffix or SUFFIXES["text"][0]) in reader.suffixes:
            return [reader]
    raise FileError(str(path), FileProblem.UNKNOWN, suffix.lstrip("."))


def _file_error(path: Path, error: OSError | ValueError) -> FileError:
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
        return FileError(str(path), FileProblem.MISSING)
    if isinstance(error, PermissionError):
        return FileError(str(path), FileProblem.DENIED)
    number = error.errno or 0
    return FileError(str(path), FileProblem.UNREADABLE, errno.errorcode.get(number, str(number)))
