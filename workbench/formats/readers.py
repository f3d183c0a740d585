"""Which reader reads which file: one table, and the one way in."""

from __future__ import annotations

import errno
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.formats.from_docx import MAX_DOCX_BYTES, is_docx, read_docx
from workbench.formats.from_html import MAX_HTML_BYTES, is_html, read_html
from workbench.formats.from_pdf import MAX_PDF_BYTES, is_pdf, read_pdf
from workbench.formats.from_text import MAX_TEXT_BYTES, TEXT_SUFFIXES, read_text
from workbench.formats.signatures import kind_of
from workbench.model.errors import FileError, FileProblem
from workbench.model.reading import FileReading

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from workbench.model.article import Article

HEAD_BYTES = 4_096


@dataclass(frozen=True, slots=True)
class Reader:
    """One kind of file.

    `sniff` knows the kind by the file's first bytes alone; `read` gives the article of the whole
    content or raises FileError; `max_bytes` is the largest file that is tried.
    """

    name: str
    suffixes: tuple[str, ...]
    max_bytes: int
    sniff: Callable[[bytes], bool]
    read: Callable[[Path, bytes], Article]


def _is_never(_head: bytes) -> bool:
    """Plain text has no mark of its own: it is known by its suffix."""
    return False


READERS: tuple[Reader, ...] = (
    Reader("pdf", (".pdf",), MAX_PDF_BYTES, is_pdf, read_pdf),
    Reader("docx", (".docx",), MAX_DOCX_BYTES, is_docx, read_docx),
    Reader("html", (".html", ".htm", ".xhtml"), MAX_HTML_BYTES, is_html, read_html),
    Reader("text", TEXT_SUFFIXES, MAX_TEXT_BYTES, _is_never, read_text),
)
READABLE_SUFFIXES: tuple[str, ...] = tuple(s for reader in READERS for s in reader.suffixes)


def read_file(path: Path) -> FileReading:
    """Read one file by its content, or by its suffix where the content does not tell.

    Never raises for a file: one that gives no article is a reading with no articles and one
    `skipped` error.
    """
    name = ""
    try:
        data, reader = _content(path)
        name = reader.name
        article = reader.read(path, data)
        if not article.text.strip():
            problem = FileProblem.EMPTY if name == "text" else FileProblem.NO_TEXT
            raise FileError(str(path), problem)
    except FileError as error:
        if error.problem is FileProblem.UNKNOWN and path.suffix.lower() in READABLE_SUFFIXES:
            error = FileError(str(path), FileProblem.MISNAMED, error.detail)
        return FileReading(str(path), name, (), skipped=(error,))
    return FileReading(str(path), name, (article,))


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
            reader = _reader_of(path, head)
            fits = status.st_size <= reader.max_bytes
            data = head + (stream.read(reader.max_bytes + 1 - len(head)) if fits else b"")
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise _file_error(path, error) from error
    if not fits or len(data) > reader.max_bytes:  # the file may have grown meanwhile
        raise FileError(str(path), FileProblem.TOO_LARGE, str(reader.max_bytes))
    return data, reader


def _reader_of(path: Path, head: bytes) -> Reader:
    if not head:
        raise FileError(str(path), FileProblem.EMPTY)
    for reader in READERS:
        if reader.sniff(head):
            return reader
    kind = kind_of(head)
    if kind:
        raise FileError(str(path), FileProblem.UNKNOWN, kind)
    suffix = path.suffix.lower()
    for reader in READERS:
        if (suffix or TEXT_SUFFIXES[0]) in reader.suffixes:
            return reader
    raise FileError(str(path), FileProblem.UNKNOWN, suffix.lstrip("."))


def _file_error(path: Path, error: OSError | ValueError) -> FileError:
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
        return FileError(str(path), FileProblem.MISSING)
    if isinstance(error, PermissionError):
        return FileError(str(path), FileProblem.DENIED)
    number = error.errno or 0
    return FileError(str(path), FileProblem.UNREADABLE, errno.errorcode.get(number, str(number)))
