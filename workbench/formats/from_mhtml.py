"""Web pages saved whole in one file (MHTML): the page in it, and the address it came from."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.formats.content import Content
from workbench.formats.from_eml import (
    header_of,
    leaf_parts,
    mail_date,
    mail_header,
    parsed_mail,
    part_text,
)
from workbench.formats.from_html import read_html
from workbench.formats.publication import Publication
from workbench.model.errors import FileError, FileProblem

if TYPE_CHECKING:
    from email.message import Message
    from pathlib import Path

    from workbench.model.article import Article

MAX_MHTML_BYTES = 64 * 1024**2  # pictures included

_RELATED = re.compile(rb"^Content-Type:\s*multipart/related\b", re.IGNORECASE | re.MULTILINE)
_SENT = re.compile(rb"^(?:Received|Message-ID|To|Return-Path):", re.IGNORECASE | re.MULTILINE)
_ADDRESSES = ("Snapshot-Content-Location", "Content-Location")


def is_mhtml(head: bytes) -> bool:
    """Whether a file begins as a saved page does: like a mail that was never sent."""
    header = mail_header(head)
    return _RELATED.search(header) is not None and _SENT.search(header) is None


def read_mhtml(path: Path, data: bytes) -> Article:
    """Read the article in a saved page; raises FileError."""
    mail, page = _page(path, data)
    article = read_html(path, part_text(page).encode("utf-8", "replace"))
    told = [header_of(part, name) for part in (mail, page) for name in _ADDRESSES]
    address = next(filter(None, (Publication.told(url=each).url for each in told)), "")
    return replace(article, url=article.url or address, retrieved=_saved_on(mail))


def mhtml_content(path: Path, data: bytes) -> Content:
    """Return the source of the page and the day of saving; raises FileError."""
    mail, page = _page(path, data)
    return Content(path, part_text(page), retrieved=_saved_on(mail))


def _saved_on(mail: Message) -> str:
    return mail_date(header_of(mail, "Date"))[:10]


def _page(path: Path, data: bytes) -> tuple[Message, Message]:
    """Find the page in a file: its first, for frames and advertisements follow it."""
    mail = parsed_mail(path, data)
    for part in leaf_parts(path, mail):
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            return mail, part
    problem = FileProblem.NO_TEXT if mail.keys() else FileProblem.UNKNOWN
    raise FileError(str(path), problem)
