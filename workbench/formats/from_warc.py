"""Web archives (WARC): the pages that a crawler has kept, each with its address."""

from __future__ import annotations

import gzip
import io
import zlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, BinaryIO, cast

from workbench.formats.collection import collected, set_aside
from workbench.formats.from_html import read_html
from workbench.formats.from_text import read_text
from workbench.formats.http_message import HttpMessage, http_message
from workbench.formats.publication import Publication
from workbench.model.errors import FileError, FileProblem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from workbench.model.article import Article
    from workbench.model.errors import ArticleError
    from workbench.model.progress import Report
    from workbench.model.reading import FileReading

NAME = "warc"
MAX_WARC_BYTES = 1024**3
MAX_EXPANDED_BYTES = 4 * 1024**3
MAX_RECORD_BYTES = 32 * 1024**2  # of a page; what is larger is no article
MAX_LINE_BYTES = 65_536
MAX_HEADER_LINES = 1_000

_START = b"WARC/"
_GZIP = b"\x1f\x8b"
_BROKEN = (EOFError, zlib.error, gzip.BadGzipFile)
_CHUNK = 1024**2


@dataclass(frozen=True, slots=True)
class _Record:
    """One record; `is_cut` where the file ends within it, `block` is empty where it is too long."""

    headers: dict[str, str]
    block: bytes
    is_cut: bool = False

    def __getitem__(self, name: str) -> str:
        return self.headers.get(name, "")


def is_warc(head: bytes) -> bool:
    """Whether a file begins as a web archive does, compressed or not."""
    if not head.startswith(_GZIP):
        return head.startswith(_START)
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, len(_START)) == _START
    except zlib.error:
        return False


def read_warc(path: Path, data: bytes, report: Report) -> FileReading:
    """Read the pages and plain texts of a web archive; raises FileError.

    Pictures, redirections and pages that the server could not give are passed over.
    """
    stream: BinaryIO = io.BytesIO(data)
    if data.startswith(_GZIP):
        stream = cast("BinaryIO", gzip.GzipFile(fileobj=stream))
    return collected(path, NAME, _articles(path, stream, report), report)


def _articles(path: Path, stream: BinaryIO, report: Report) -> Iterator[Article | ArticleError]:
    place = 0
    for record in _records(path, stream):
        report(place, place + 1)
        message = _message(record)
        if message is None and not record.is_cut:
            continue
        place += 1
        try:
            if message is None or record.is_cut:
                raise FileError(str(path), FileProblem.DAMAGED)
            yield _article(path, record, message)
        except FileError as error:
            name = record["warc-target-uri"]
            yield set_aside(path, place, error, headline=name)


def _message(record: _Record) -> HttpMessage | None:
    """Return what a record keeps where it is a page or a plain text."""
    kind = record["warc-type"]
    if kind == "response" and record["content-type"].startswith("application/http"):
        message = http_message(record.block, MAX_RECORD_BYTES)
    elif kind in {"resource", "conversion"}:
        message = HttpMessage(record["content-type"], record.block)
    else:
        return None
    return message if message is not None and message.is_text else None


def _article(path: Path, record: _Record, message: HttpMessage) -> Article:
    if message.coding:
        raise FileError(str(path), FileProblem.PACKED, message.coding)
    if message.is_damaged:
        raise FileError(str(path), FileProblem.DAMAGED)
    read = read_html if message.is_page else read_text
    article = read(path, message.body)
    told = Publication.told(
        url=record["warc-target-uri"].strip("<>"), retrieved=record["warc-date"]
    )
    return replace(article, url=article.url or told.url, retrieved=told.retrieved)


def _records(path: Path, stream: BinaryIO) -> Iterator[_Record]:
    """List the records; the last is cut where the file ends or is broken within it."""
    taken = 0
    try:
        while line := _next_line(stream):
            if not line.startswith(_START):
                yield _Record({}, b"", is_cut=True)
                return
            headers = _headers(stream)
            length = headers.get("content-length", "")
            size = int(length) if length.isdecimal() else 0
            taken += size
            if taken > MAX_EXPANDED_BYTES:
                raise FileError(str(path), FileProblem.TOO_LARGE, str(MAX_EXPANDED_BYTES))
            block = stream.read(size) if size <= MAX_RECORD_BYTES else b""
            left = size - len(block)
            while left and block == b"" and (skipped := len(stream.read(min(_CHUNK, left)))):
                left -= skipped
            is_cut = left > 0 or not length.isdecimal()
            yield _Record(headers, block, is_cut=is_cut)
            if is_cut:
                return
    except _BROKEN:
        yield _Record({}, b"", is_cut=True)


def _next_line(stream: BinaryIO) -> bytes:
    """Return the next line that is not blank, empty at the end."""
    while line := stream.readline(MAX_LINE_BYTES):
        if line.strip():
            return line
    return b""


def _headers(stream: BinaryIO) -> dict[str, str]:
    """Read the header of a record, up to the blank line that ends it."""
    headers: dict[str, str] = {}
    for _ in range(MAX_HEADER_LINES):
        line = stream.readline(MAX_LINE_BYTES).decode("utf-8", "replace").strip()
        if not line:
            break
        name, _, value = line.partition(":")
        headers[name.strip().lower()] = value.strip()
    return headers
