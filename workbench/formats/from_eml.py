"""Mail saved as a file: its page or its plain text, with subject, sender and date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.formats.decoding import decode
from workbench.formats.from_html import read_html
from workbench.formats.from_text import read_text
from workbench.formats.publication import Publication
from workbench.model.errors import FileError, FileProblem

if TYPE_CHECKING:
    from email.message import EmailMessage
    from pathlib import Path

    from workbench.model.article import Article

MAX_EML_BYTES = 64 * 1024**2
MAX_PARTS = 1_000
MAX_DEPTH = 20  # of mails in mails

_HEADER = rb"(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n)"
_MAIL = re.compile(rb"(?:From [^\r\n]*\r?\n)?" + _HEADER + rb"{2,}")
_TELLING = re.compile(
    rb"^(?:MIME-Version|Received|Message-ID|Return-Path):", re.IGNORECASE | re.MULTILINE
)


def is_eml(head: bytes) -> bool:
    """Whether a file begins with the header of a mail."""
    match = _MAIL.match(head.removeprefix(b"\xef\xbb\xbf").lstrip())
    return match is not None and _TELLING.search(match[0]) is not None


def read_eml(path: Path, data: bytes) -> Article:
    """Read a mail as one article; raises FileError."""
    mail = _parsed(data)
    if not mail.keys():
        raise FileError(str(path), FileProblem.UNKNOWN)
    page = mail_page(path, data)
    known = Publication.told(
        headline=str(mail.get("Subject", "")),
        byline=str(mail.get("From", "")),
        published=_date(mail),
    )
    if page:
        article = read_html(path, page.encode())
    else:
        article = read_text(path, _plain(path, mail).encode())
    return known.article(path, article.text)


def mail_page(path: Path, data: bytes) -> str:
    """Return the source of the first page in a mail, "" without one; raises FileError."""
    for part in _parts(path, _parsed(data)):
        if part.get_content_type() == "text/html":
            return _decoded(part)
    return ""


def _plain(path: Path, mail: EmailMessage) -> str:
    for part in _parts(path, mail):
        if part.get_content_type() == "text/plain":
            return _decoded(part)
    raise FileError(str(path), FileProblem.NO_TEXT)


def _parsed(data: bytes) -> EmailMessage:
    import email.policy
    from email import message_from_bytes

    return message_from_bytes(data.lstrip(), policy=email.policy.default)


def _parts(path: Path, mail: EmailMessage) -> list[EmailMessage]:
    """List the parts that hold no others, in order; raises FileError where they are too many."""
    waiting: list[tuple[int, EmailMessage]] = [(0, mail)]
    found: list[EmailMessage] = []
    while waiting:
        depth, part = waiting.pop()
        if depth > MAX_DEPTH or len(found) > MAX_PARTS:
            raise FileError(str(path), FileProblem.TOO_LARGE, f"{MAX_PARTS} parts")
        if part.is_multipart():
            waiting += [(depth + 1, each) for each in reversed(list(part.iter_parts()))]
        else:
            found.append(part)
    return found


def _decoded(part: EmailMessage) -> str:
    content = part.get_payload(decode=True)
    return decode(content if isinstance(content, bytes) else b"", part.get_content_charset() or "")


def _date(mail: EmailMessage) -> str:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(str(mail.get("Date", ""))).isoformat()
    except (ValueError, TypeError):
        return ""
