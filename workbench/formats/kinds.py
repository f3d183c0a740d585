"""Kinds: every kind of file and every export that can be read, each with one entry in a table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.formats.content import Content
from workbench.formats.from_csv import MAX_CSV_BYTES, open_csv
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
from workbench.formats.from_text import MAX_TEXT_BYTES, read_text, text_source
from workbench.formats.from_warc import MAX_WARC_BYTES, is_warc, read_warc
from workbench.formats.from_xlsx import open_xlsx
from workbench.formats.from_zip import MAX_ZIP_BYTES, is_zip
from workbench.formats.package import ARCHIVE, MAX_PACKAGE_BYTES
from workbench.formats.page_tree import page_source
from workbench.formats.saving import saved_on
from workbench.formats.suffixes import SUFFIXES
from workbench.formats.table import Table, read_tables
from workbench.model.errors import FileError, FileProblem
from workbench.model.progress import Report
from workbench.model.reading import FileReading

if TYPE_CHECKING:
    from workbench.model.article import Article

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
    max_bytes: int
    sniff: Callable[[bytes], bool]
    read: Read
    open: Callable[[Path, bytes, Report], Content] | None = None

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The endings of names that mark such files, each with its dot and in lower case."""
        return SUFFIXES[self.name]


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
    Reader("pdf", MAX_PDF_BYTES, is_pdf, read_pdf),
    Reader("docx", MAX_DOCX_BYTES, is_docx, _one(read_docx), _of_docx),
    Reader("odt", MAX_PACKAGE_BYTES, is_zip, _one(read_odt)),
    Reader("epub", MAX_PACKAGE_BYTES, is_zip, read_epub),
    Reader("xlsx", MAX_PACKAGE_BYTES, is_zip, _rows("xlsx")),
    Reader(ARCHIVE, MAX_ZIP_BYTES, is_zip, _nested),
    Reader("rtf", MAX_RTF_BYTES, is_rtf, _one(read_rtf), _of_rtf),
    Reader("html", MAX_HTML_BYTES, is_html, _one(read_html), _of_page),
    Reader("feed", MAX_FEED_BYTES, is_feed, read_feed),
    Reader("xml", MAX_XML_BYTES, is_xml_of_factiva, _one(read_xml), _of_text),
    Reader("mbox", MAX_MBOX_BYTES, is_mbox, read_mbox),
    Reader("mhtml", MAX_MHTML_BYTES, is_mhtml, _one(read_mhtml), _of_saved_page),
    Reader("eml", MAX_EML_BYTES, is_eml, _one(read_eml), _of_mail),
    Reader("warc", MAX_WARC_BYTES, is_warc, read_warc),
    Reader("jsonl", MAX_JSONL_BYTES, is_jsonl, read_jsonl),
    Reader("csv", MAX_CSV_BYTES, _is_never, _rows("csv")),
    Reader("text", MAX_TEXT_BYTES, _is_never, _one(read_text), _of_text),
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
