"""JSON Lines: an archive of articles, one JSON object on each line."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from workbench.formats.collection import collected, set_aside
from workbench.formats.day_order import day_order
from workbench.formats.decoding import decode, unify_line_ends
from workbench.formats.file_dates import FileDates
from workbench.formats.press_record import MAX_RAW_CHARACTERS
from workbench.formats.publication import Publication
from workbench.model import (
    Article,
    ArticleError,
    FileError,
    FileProblem,
    FileReading,
    RecordError,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

    from workbench.model import Report

NAME = "jsonl"
MAX_JSONL_BYTES = 512 * 1024**2
MAX_LINE_BYTES = 64 * 1024**2  # as much as an article in a file of its own may have
OPTIONAL_FIELDS = ("outlet", "headline", "published", "url")
IMPORTED_FIELDS = (
    *OPTIONAL_FIELDS,
    *("byline", "language", "section", "page", "record", "retrieved"),
)
REPORT_EVERY = 1_000  # lines: often enough to stop at once, too seldom to cost time

_PUBLISHED = re.compile(rb"\"published\"\s*:\s*\"([^\"]{1,200})\"")
_RECORD = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*(?=\")[^\r\n]*\"text\"\s*:\s*\"")


def is_jsonl(head: bytes) -> bool:
    """Whether a file begins with a record that has a text."""
    return _RECORD.match(head) is not None


def read_jsonl(path: Path, data: bytes, report: Report) -> FileReading:
    """Read the records of an archive as articles; raises FileError where they are too many.

    Here a record needs no id. A line that is no record is set aside, and the others go on.
    """
    dates = FileDates(day_order(_dates(data, report)))
    return collected(path, NAME, _imported(path, data, dates), report)


def _dates(data: bytes, report: Report) -> Iterator[str]:
    for number, line in enumerate(io.BytesIO(data)):
        if number % REPORT_EVERY == 0:
            report(0, 1)
        if published := _PUBLISHED.search(line):
            yield decode(published[1])


def _imported(path: Path, data: bytes, dates: FileDates) -> Iterator[Article | ArticleError]:
    for number, line in enumerate(io.BytesIO(data), 1):
        if line.strip():
            try:
                yield _import(path, line, number, dates)
            except RecordError:
                raw = decode(line[:MAX_RAW_CHARACTERS])
                yield set_aside(path, number, _fault(path, line), raw=raw)


def _fault(path: Path, line: bytes) -> FileError:
    if len(line) > MAX_LINE_BYTES:
        return FileError(str(path), FileProblem.TOO_LARGE, str(MAX_LINE_BYTES))
    return FileError(str(path), FileProblem.DAMAGED)


def _import(path: Path, line: bytes, number: int, dates: FileDates) -> Article:
    if len(line) > MAX_LINE_BYTES:
        raise RecordError(str(path), number, f"> {MAX_LINE_BYTES} bytes")
    record = _parsed(line, str(path), number)
    text = record.get("text") if isinstance(record, Mapping) else None
    if not isinstance(record, Mapping) or not isinstance(text, str):
        raise RecordError(str(path), number, "text")
    told = {field: _told(record, field, str(path), number) for field in IMPORTED_FIELDS}
    told["published"] = dates.iso(told["published"], told["language"])
    words = record.get("printed_words")
    told["printed_words"] = str(words) if isinstance(words, int | str) else ""
    return Publication.told(**told).article(path, unify_line_ends(text))


def read_archive(path: Path) -> Iterator[Article]:
    """Yield the article on each line of a file; raises FileError and RecordError."""
    try:
        with path.open("rb") as stream:
            yield from read_records(str(path), stream)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise _file_error(path, error) from error


def read_records(path: str, stream: BinaryIO) -> Iterator[Article]:
    """Yield the article on each line that is not blank; `path` is for naming the archive.

    Raises RecordError at the first line that holds no article.
    """
    line = 0
    while data := stream.readline(MAX_LINE_BYTES + 1):
        line += 1
        if len(data) > MAX_LINE_BYTES:
            raise RecordError(path, line, f"> {MAX_LINE_BYTES} bytes")
        if data.strip():
            yield article_of(_parsed(data, path, line), path, line)


def article_of(record: object, path: str, line: int) -> Article:
    """Return the article in a record: `id` and `text`, and the fields known of its publication.

    An id may be a whole number; it is called by its digits from then on. A field that is null is
    not known; fields with other names are passed over. Raises RecordError.
    """
    if not isinstance(record, Mapping):
        raise RecordError(path, line, "JSON")
    key = record.get("id")
    if isinstance(key, int) and not isinstance(key, bool):
        key = str(key)
    if not isinstance(key, str) or not key:
        raise RecordError(path, line, "id")
    text = record.get("text")
    if not isinstance(text, str):
        raise RecordError(path, line, "text")
    told = {field: _told(record, field, path, line) for field in OPTIONAL_FIELDS}
    return Article(
        key, text, told["outlet"], told["headline"], published=told["published"], url=told["url"]
    )


def _told(record: Mapping[str, object], field: str, path: str, line: int) -> str:
    value = record.get(field)
    if value is not None and not isinstance(value, str):
        raise RecordError(path, line, field)
    return value or ""


def _parsed(data: bytes, path: str, line: int) -> object:
    try:
        text = data.decode("utf-8-sig" if line == 1 else "utf-8")
    except UnicodeDecodeError as error:
        raise RecordError(path, line, "UTF-8") from error
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise RecordError(path, line, "JSON") from error


def _file_error(path: Path, error: OSError | ValueError) -> FileError:
    if isinstance(error, IsADirectoryError):
        return FileError(str(path), FileProblem.FOLDER)
    if isinstance(error, PermissionError):
        return FileError(str(path), FileProblem.DENIED)
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
        return FileError(str(path), FileProblem.MISSING)
    return FileError(str(path), FileProblem.UNREADABLE, error.strerror or "")
