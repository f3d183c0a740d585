"""Mail saved as a file: its page or its plain text, with subject, sender and date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from workbench.formats.content import Content
from workbench.formats.decoding import decode
from workbench.formats.from_html import read_html
from workbench.formats.from_text import read_text
from workbench.formats.publication import Publication
from workbench.model.errors import FileError, FileProblem

if TYPE_CHECKING:
    from email.message import Message
    from pathlib import Path

    from workbench.model.article import Article

MAX_EML_BYTES = 32 * 1024**2
MAX_PARTS = 1_000
MAX_HEADER_CHARACTERS = 2_000
MAX_DEPTH = 20  # of mails in mails
UTF_8_MARK = b"\xef\xbb\xbf"

_HEADER = rb"(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n)"
_MAIL = re.compile(rb"(?:From [^\r\n]*\r?\n)?" + _HEADER + rb"{2,}")
_TELLING = re.compile(
    rb"^(?:MIME-Version|Received|Message-ID|Return-Path):", re.IGNORECASE | re.MULTILINE
)


def is_eml(head: bytes) -> bool:
    """Whether a file begins with the header of a mail."""
    return _TELLING.search(mail_header(head)) is not None


def mail_header(head: bytes) -> bytes:
    """Return the header of a mail that a file begins with, empty where it begins otherwise."""
    match = _MAIL.match(head.removeprefix(UTF_8_MARK).lstrip())
    return match[0] if match else b""


def read_eml(path: Path, data: bytes) -> Article:
    """Read a mail as one article; raises FileError."""
    return mail_article(path, parsed_mail(path, data))


def mail_article(path: Path, mail: Message) -> Article:
    """Return a parsed mail as one article; raises FileError."""
    if not mail.keys():
        raise FileError(str(path), FileProblem.UNKNOWN)
    page = _page(path, mail)
    known = Publication.told(
        headline=header_of(mail, "Subject"),
        byline=header_of(mail, "From"),
        published=mail_date(header_of(mail, "Date")),
    )
    if page:
        article = read_html(path, page.encode())
    else:
        article = read_text(path, _plain(path, mail).encode())
    return known.article(path, article.text)


def mail_content(path: Path, mail: Message) -> Content:
    """Return the first page in a mail, and the day of sending; raises FileError."""
    day = mail_date(header_of(mail, "Date"))[:10]
    return Content(path, _page(path, mail), retrieved=day)


def _page(path: Path, mail: Message) -> str:
    """Return the source of the first page in a mail, "" without one; raises FileError."""
    for part in leaf_parts(path, mail):
        if part.get_content_type() == "text/html":
            return part_text(part)
    return ""


def _plain(path: Path, mail: Message) -> str:
    for part in leaf_parts(path, mail):
        if part.get_content_type() == "text/plain":
            return part_text(part)
    raise FileError(str(path), FileProblem.NO_TEXT)


def parsed_mail(path: Path, data: bytes) -> Message:
    """Parse a mail with the older policy: the newer one fails at headers that are damaged.

    Raises FileError where mails stand in mails without end.
    """
    from email import message_from_bytes

    try:
        return message_from_bytes(data.removeprefix(UTF_8_MARK).lstrip())
    except RecursionError as error:
        raise _too_deep(path) from error


def _too_deep(path: Path) -> FileError:
    return FileError(str(path), FileProblem.TOO_LARGE, f"{MAX_DEPTH} mails in mails")


def header_of(mail: Message, name: str) -> str:
    """Return a header with its encoded words decoded, or as it stands where they are damaged."""
    from email.errors import HeaderParseError
    from email.header import decode_header, make_header

    value = str(mail.get(name, ""))
    if len(value) > MAX_HEADER_CHARACTERS:  # decoding takes quadratic time
        return ""
    try:
        return str(make_header(decode_header(value)))
    except (LookupError, ValueError, HeaderParseError):
        return value


def leaf_parts(path: Path, mail: Message) -> list[Message]:
    """List the parts that hold no others, in order; raises FileError where they are too many."""
    waiting: list[tuple[int, Message]] = [(0, mail)]
    found: list[Message] = []
    while waiting:
        depth, part = waiting.pop()
        if depth > MAX_DEPTH:
            raise _too_deep(path)
        if len(found) >= MAX_PARTS:
            raise FileError(str(path), FileProblem.TOO_LARGE, f"{MAX_PARTS} parts")
        payload = part.get_payload()
        if isinstance(payload, list):
            inner = [cast("Message", each) for each in payload]
            waiting += [(depth + 1, each) for each in reversed(inner)]
        else:
            found.append(part)
    return found


def part_text(part: Message) -> str:
    """Decode a part that holds no others, as it declares where that is true."""
    content = part.get_payload(decode=True)
    return decode(content if isinstance(content, bytes) else b"", part.get_content_charset() or "")


def mail_date(value: str) -> str:
    """Return the date of a mail or feed as ISO 8601, "" where it is none."""
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError, OverflowError):
        return ""
