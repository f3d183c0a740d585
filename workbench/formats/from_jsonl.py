"""JSON Lines: an archive of articles, one JSON object on each line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from workbench.model import Article, FileError, FileProblem, RecordError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

MAX_LINE_BYTES = 64 * 1024**2  # as much as an article in a file of its own may have
OPTIONAL_FIELDS = ("outlet", "headline", "published", "url")


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
    return Article(
        key, text, **{field: _told(record, field, path, line) for field in OPTIONAL_FIELDS}
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
