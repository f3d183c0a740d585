"""Which reader reads which file: one table of kinds, one of exports, and the one way in."""

from __future__ import annotations

import errno
import stat
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.formats.collection import bounded, fetched, merged
from workbench.formats.content import Content
from workbench.formats.document import document_article
from workbench.formats.from_csv import CSV_SUFFIXES, MAX_CSV_BYTES, open_csv
from workbench.formats.from_docx import MAX_DOCX_BYTES, is_docx, open_docx, read_docx
from workbench.formats.from_eml import MAX_EML_BYTES, is_eml, mail_content, parsed_mail, read_eml
from workbench.formats.from_epub import read_epub
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
from workbench.formats.from_feed import MAX_FEED_BYTES, is_feed, read_feed
from workbench.formats.from_html import MAX_HTML_BYTES, is_html, read_html
from workbench.formats.from_jsonl import MAX_JSONL_BYTES, is_jsonl, read_jsonl
from workbench.formats.from_mbox import MAX_MBOX_BYTES, is_mbox, read_mbox
from workbench.formats.from_mhtml import MAX_MHTML_BYTES, is_mhtml, mhtml_content, read_mhtml
from workbench.formats.from_nexis import is_nexis, read_nexis
from workbench.formats.from_nexis_page import is_nexis_page, read_nexis_page
from workbench.formats.from_nexis_text import is_nexis_text, read_nexis_text
from workbench.formats.from_odt import read_odt
from workbench.formats.from_pdf import MAX_PDF_BYTES, is_pdf, read_pdf
from workbench.formats.from_proquest import (
    is_proquest_page,
    is_proquest_text,
    read_proquest_page,
    read_proquest_text,
)  # fmt: skip
from workbench.formats.from_rtf import MAX_RTF_BYTES, is_rtf, open_rtf, read_rtf
from workbench.formats.from_text import MAX_TEXT_BYTES, TEXT_SUFFIXES, read_text, text_source
from workbench.formats.from_warc import MAX_WARC_BYTES, is_warc, read_warc
from workbench.formats.from_xlsx import open_xlsx
from workbench.formats.from_zip import MAX_ZIP_BYTES, is_zip, members
from workbench.formats.package import ARCHIVE, MAX_PACKAGE_BYTES, package_kind
from workbench.formats.page_tree import page_source
from workbench.formats.saving import saved_on
from workbench.formats.settling import settled
from workbench.formats.signatures import PACKED, kind_of
from workbench.formats.table import Table, read_tables
from workbench.model.errors import FileError, FileProblem
from workbench.model.progress import Report, silent
from workbench.model.reading import FileReading

if TYPE_CHECKING:
    from workbench.formats.column_mapping import ColumnMapping
    from workbench.model.article import Article

HEAD_BYTES = 4_096

Read = Callable[[Path, bytes, Report], FileReading]


@dataclass(frozen=True, slots=True)
class Reader:
    """One kind of file.

    `sniff` knows the kind by the file's first bytes alone; `read` gives the articles in the whole
    content or raises FileError or Cancelled; `open`, where exports are found in files of this
    kind, gives what their readers look at or raises the same; `max_bytes` is the largest file
    that is tried.
    """

    name: str
    suffixes: tuple[str, ...]
    max_bytes: int
    sniff: Callable[[bytes], bool]
    read: Read
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
    source = page_source(path, data)
    return Content(path, source, retrieved=saved_on(source))


def _of_text(path: Path, data: bytes, _report: Report) -> Content:
    return Content(path, text_source(path, data))


def _of_mail(path: Path, data: bytes, _report: Report) -> Content:
    return mail_content(path, parsed_mail(path, data))


def _of_saved_page(path: Path, data: bytes, _report: Report) -> Content:
    return mhtml_content(path, data)


def _one(read: Callable[[Path, bytes], Article]) -> Read:
    """Read a file that holds one article."""

    def read_one(path: Path, data: bytes, _report: Report) -> FileReading:
        return FileReading(str(path), "", (read(path, data),))

    return read_one


def _rows(name: str) -> Read:
    """Read a table whose columns are guessed."""

    def read_rows(path: Path, data: bytes, report: Report) -> FileReading:
        return read_tables(path, name, TABLES[name](path, data), report)

    return read_rows


def _nested(path: Path, _data: bytes, _report: Report) -> FileReading:
    """Refuse an archive within an archive."""
    raise FileError(str(path), FileProblem.PACKED, ARCHIVE)


TABLES: dict[str, Callable[[Path, bytes], tuple[Table, ...]]] = {"csv": open_csv, "xlsx": open_xlsx}
READERS: tuple[Reader, ...] = (
    Reader("pdf", (".pdf",), MAX_PDF_BYTES, is_pdf, read_pdf),
    Reader("docx", (".docx",), MAX_DOCX_BYTES, is_docx, _one(read_docx), _of_docx),
    Reader("odt", (".odt",), MAX_PACKAGE_BYTES, is_zip, _one(read_odt)),
    Reader("epub", (".epub",), MAX_PACKAGE_BYTES, is_zip, read_epub),
    Reader("xlsx", (".xlsx", ".xlsm"), MAX_PACKAGE_BYTES, is_zip, _rows("xlsx")),
    Reader(ARCHIVE, (".zip",), MAX_ZIP_BYTES, is_zip, _nested),
    Reader("rtf", (".rtf",), MAX_RTF_BYTES, is_rtf, _one(read_rtf), _of_rtf),
    Reader("html", (".html", ".htm", ".xhtml"), MAX_HTML_BYTES, is_html, _one(read_html), _of_page),
    Reader("feed", (".rss", ".atom"), MAX_FEED_BYTES, is_feed, read_feed),
    Reader("xml", (".xml",), MAX_XML_BYTES, is_xml_of_factiva, _one(read_xml), _of_text),
    Reader("mbox", (".mbox", ".mbx"), MAX_MBOX_BYTES, is_mbox, read_mbox),
    Reader(
        "mhtml", (".mhtml", ".mht"), MAX_MHTML_BYTES, is_mhtml, _one(read_mhtml), _of_saved_page
    ),
    Reader("eml", (".eml",), MAX_EML_BYTES, is_eml, _one(read_eml), _of_mail),
    Reader("warc", (".warc", ".gz"), MAX_WARC_BYTES, is_warc, read_warc),
    Reader("jsonl", (".jsonl", ".ndjson"), MAX_JSONL_BYTES, is_jsonl, read_jsonl),
    Reader("csv", CSV_SUFFIXES, MAX_CSV_BYTES, _is_never, _rows("csv")),
    Reader("text", TEXT_SUFFIXES, MAX_TEXT_BYTES, _is_never, _one(read_text), _of_text),
)
_PAGES = ("html", "mhtml")
EXPORTS: tuple[Export, ...] = (
    Export(("docx", "rtf"), is_nexis, read_nexis),
    Export(_PAGES, is_nexis_page, read_nexis_page),
    Export(("text",), is_proquest_text, read_proquest_text),
    Export(("text",), is_nexis_text, read_nexis_text),
    Export(("docx", "rtf"), is_factiva, read_factiva),
    Export(_PAGES, is_factiva_page, read_factiva_page),
    Export(("xml",), is_factiva_xml, read_factiva_xml),
    Export(_PAGES, is_europresse, read_europresse),
    Export((*_PAGES, "eml"), is_proquest_page, read_proquest_page),
)
READABLE_SUFFIXES: tuple[str, ...] = tuple(s for reader in READERS for s in reader.suffixes)


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
        problem = FileProblem.PACKED if kind in PACKED else FileProblem.UNKNOWN
        raise FileError(str(path), problem, kind)
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
