"""Which reader reads which file: one table of kinds, one of exports, and the one way in."""

from __future__ import annotations

import errno
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.formats.content import Content
from workbench.formats.document import document_article
from workbench.formats.from_docx import MAX_DOCX_BYTES, is_docx, open_docx, read_docx
from workbench.formats.from_eml import MAX_EML_BYTES, is_eml, mail_page, read_eml
from workbench.formats.from_europresse import is_europresse, read_europresse
from workbench.formats.from_factiva import is_factiva, read_factiva
from workbench.formats.from_factiva_page import is_factiva_page, read_factiva_page
from workbench.formats.from_factiva_xml import (
    MAX_XML_BYTES,
    is_factiva_xml,
    is_xml_of_factiva,
    read_factiva_xml,
    read_xml,
)  # fmt: skip
from workbench.formats.from_html import MAX_HTML_BYTES, is_html, read_html
from workbench.formats.from_nexis import is_nexis, read_nexis
from workbench.formats.from_nexis_page import is_nexis_page, read_nexis_page
from workbench.formats.from_nexis_text import is_nexis_text, read_nexis_text
from workbench.formats.from_pdf import MAX_PDF_BYTES, is_pdf, read_pdf
from workbench.formats.from_proquest import (
    is_proquest_page,
    is_proquest_text,
    read_proquest_page,
    read_proquest_text,
)  # fmt: skip
from workbench.formats.from_rtf import MAX_RTF_BYTES, is_rtf, open_rtf, read_rtf
from workbench.formats.from_text import MAX_TEXT_BYTES, TEXT_SUFFIXES, read_text, text_source
from workbench.formats.from_zip import MAX_ZIP_BYTES, is_archive, is_zip, members
from workbench.formats.page_tree import page_source
from workbench.formats.press_record import settled
from workbench.formats.signatures import kind_of
from workbench.model.errors import FileError, FileProblem
from workbench.model.progress import Report, silent
from workbench.model.reading import FileReading

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from workbench.model.article import Article

HEAD_BYTES = 4_096
ARCHIVE = "zip"


@dataclass(frozen=True, slots=True)
class Reader:
    """One kind of file.

    `sniff` knows the kind by the file's first bytes alone; `read` gives the one article of the
    whole content or raises FileError; `open`, where exports are found in files of this kind,
    gives what their readers look at or raises FileError or Cancelled; `max_bytes` is the largest
    file that is tried.
    """

    name: str
    suffixes: tuple[str, ...]
    max_bytes: int
    sniff: Callable[[bytes], bool]
    read: Callable[[Path, bytes], Article]
    open: Callable[[Path, bytes, Report], Content] | None = None


@dataclass(frozen=True, slots=True)
class Export:
    """One layout in which a news database writes many articles into one file.

    `kinds` are the names of the readers in whose files it is found; `holds` knows it by the
    content; `read` gives its articles or raises FileError or Cancelled.
    """

    kinds: tuple[str, ...]
    holds: Callable[[Content], bool]
    read: Callable[[Content, Report], FileReading]


def _is_never(_head: bytes) -> bool:
    """Plain text has no mark of its own: it is known by its suffix."""
    return False


def _of_docx(path: Path, data: bytes, report: Report) -> Content:
    return Content(path, document=open_docx(path, data, report))


def _of_rtf(path: Path, data: bytes, report: Report) -> Content:
    return Content(path, document=open_rtf(path, data, report))


def _of_page(path: Path, data: bytes, _report: Report) -> Content:
    return Content(path, page_source(path, data))


def _of_text(path: Path, data: bytes, _report: Report) -> Content:
    return Content(path, text_source(path, data))


def _of_mail(path: Path, data: bytes, _report: Report) -> Content:
    return Content(path, mail_page(path, data))


def _no_article(path: Path, _data: bytes) -> Article:
    raise FileError(str(path), FileProblem.UNKNOWN, ARCHIVE)


READERS: tuple[Reader, ...] = (
    Reader("pdf", (".pdf",), MAX_PDF_BYTES, is_pdf, read_pdf),
    Reader("docx", (".docx",), MAX_DOCX_BYTES, is_docx, read_docx, _of_docx),
    Reader(ARCHIVE, (".zip",), MAX_ZIP_BYTES, is_zip, _no_article),
    Reader("rtf", (".rtf",), MAX_RTF_BYTES, is_rtf, read_rtf, _of_rtf),
    Reader("html", (".html", ".htm", ".xhtml"), MAX_HTML_BYTES, is_html, read_html, _of_page),
    Reader("xml", (".xml",), MAX_XML_BYTES, is_xml_of_factiva, read_xml, _of_text),
    Reader("eml", (".eml",), MAX_EML_BYTES, is_eml, read_eml, _of_mail),
    Reader("text", TEXT_SUFFIXES, MAX_TEXT_BYTES, _is_never, read_text, _of_text),
)
EXPORTS: tuple[Export, ...] = (
    Export(("docx", "rtf"), is_nexis, read_nexis),
    Export(("html",), is_nexis_page, read_nexis_page),
    Export(("text",), is_proquest_text, read_proquest_text),
    Export(("text",), is_nexis_text, read_nexis_text),
    Export(("docx", "rtf"), is_factiva, read_factiva),
    Export(("html",), is_factiva_page, read_factiva_page),
    Export(("xml",), is_factiva_xml, read_factiva_xml),
    Export(("html",), is_europresse, read_europresse),
    Export(("html", "eml"), is_proquest_page, read_proquest_page),
)
READABLE_SUFFIXES: tuple[str, ...] = tuple(s for reader in READERS for s in reader.suffixes)


def read_file(path: Path, report: Report = silent) -> FileReading:
    """Read one file by its content, or by its suffix where the content does not tell.

    Never raises for a file: one that gives no article is a reading with no articles and one
    `skipped` error. `report` is told of each article and may raise Cancelled.
    """
    name = ""
    try:
        data, reader = _content(path)
        name = reader.name
        return (
            _read_archive(path, data, report)
            if name == ARCHIVE
            else _read(path, data, reader, report)
        )
    except FileError as error:
        return _nothing(path, name, error)


def _read(path: Path, data: bytes, reader: Reader, report: Report) -> FileReading:
    """Read what an export holds, or else the one article of a file; raises FileError."""
    content = Content(path)
    if reader.open is not None:
        content = reader.open(path, data, report)
        for export in EXPORTS:
            if reader.name in export.kinds and export.holds(content):
                return export.read(content, report)
    is_open = bool(content.document.paragraphs)
    article = document_article(path, content.document) if is_open else reader.read(path, data)
    if not article.text.strip():
        problem = FileProblem.EMPTY if reader.name == "text" else FileProblem.NO_TEXT
        raise FileError(str(path), problem)
    return FileReading(str(path), reader.name, (article,))


def _nothing(path: Path, name: str, error: FileError) -> FileReading:
    suffix = path.suffix.lower()
    is_as_named = suffix.lstrip(".") == error.detail
    if error.problem is FileProblem.UNKNOWN and suffix in READABLE_SUFFIXES and not is_as_named:
        error = FileError(str(path), FileProblem.MISNAMED, error.detail)
    return FileReading(str(path), name, (), skipped=(error,))


def _read_archive(path: Path, data: bytes, report: Report) -> FileReading:
    """Read the files in an archive as one; raises FileError where it is broken."""
    readings = settled([_read_member(place, each, report) for place, each in members(path, data)])
    articles = tuple(article for reading in readings for article in reading.articles)
    skipped = tuple(error for reading in readings for error in reading.skipped)
    if not readings:
        skipped = (FileError(str(path), FileProblem.EMPTY),)
    return FileReading(str(path), ARCHIVE, articles, _announced(readings), skipped)


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


def _announced(readings: Sequence[FileReading]) -> int | None:
    """How many articles the files announce together; a file that says nothing has what it has."""
    if all(reading.announced is None for reading in readings):
        return None
    return sum(
        len(reading.articles) if reading.announced is None else reading.announced
        for reading in readings
    )


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
    """Find the reader; documents and archives are told apart by all of their content."""
    candidates = _candidates(path, head)
    called = path.suffix.lower() in candidates[-1].suffixes
    is_the_last = len(candidates) > 1 and is_archive(data, if_broken=called)
    return candidates[-1 if is_the_last else 0]


def _candidates(path: Path, head: bytes) -> list[Reader]:
    """List the readers of files that begin so, or else that are called so; raises FileError."""
    if not head:
        raise FileError(str(path), FileProblem.EMPTY)
    sniffing = [reader for reader in READERS if reader.sniff(head)]
    if sniffing:
        return sniffing
    kind = kind_of(head)
    if kind:
        raise FileError(str(path), FileProblem.UNKNOWN, kind)
    suffix = path.suffix.lower()
    for reader in READERS:
        if (suffix or TEXT_SUFFIXES[0]) in reader.suffixes:
            return [reader]
    raise FileError(str(path), FileProblem.UNKNOWN, suffix.lstrip("."))


def _file_error(path: Path, error: OSError | ValueError) -> FileError:
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
        return FileError(str(path), FileProblem.MISSING)
    if isinstance(error, PermissionError):
        return FileError(str(path), FileProblem.DENIED)
    number = error.errno or 0
    return FileError(str(path), FileProblem.UNREADABLE, errno.errorcode.get(number, str(number)))
