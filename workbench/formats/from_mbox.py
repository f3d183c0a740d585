"""Mailboxes: every mail in one file (mbox) as an article of its own."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from workbench.formats.collection import bounded, fetched, merged, set_aside
from workbench.formats.decoding import decode
from workbench.formats.from_eml import header_of, mail_article, mail_content, parsed_mail
from workbench.formats.from_proquest import is_proquest_page, read_proquest_page
from workbench.formats.press_record import MAX_RAW_CHARACTERS
from workbench.model.errors import ArticleError, FileError, FileProblem
from workbench.model.reading import FileReading

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from workbench.model.progress import Report

NAME = "mbox"
MAX_MBOX_BYTES = 512 * 1024**2

# The line that begins a mail names a sender and ends with a year or a zone; a header follows it.
_START = re.compile(
    rb"^From [^\r\n]{1,300}(?<!\d)(?:19|20)\d\d(?!\d)[^\r\n]{0,20}\r?\n(?=[A-Za-z][A-Za-z0-9-]*:)",
    re.MULTILINE,
)
_SHIELDED = re.compile(rb"^>(>*From )", re.MULTILINE)


def is_mbox(head: bytes) -> bool:
    """Whether a file begins as a mailbox does."""
    return _START.match(head) is not None


def read_mbox(path: Path, data: bytes, report: Report) -> FileReading:
    """Read the mails of a mailbox; raises FileError where they are too many.

    A mail in which ProQuest has sent articles gives these.
    """
    return merged(path, NAME, bounded(path, _mails(path, data, report)))


def _mails(path: Path, data: bytes, report: Report) -> Iterator[FileReading]:
    starts = [match.start() for match in _START.finditer(data)]
    done = 0
    for start, end in pairwise([*starts, len(data)]):
        report(done, done + 1)
        mail = _SHIELDED.sub(rb"\1", data[start:end])
        try:
            reading = _reading(path, mail, report)
        except FileError as error:
            name, raw = _subject(path, mail), decode(mail[:MAX_RAW_CHARACTERS])
            aside = set_aside(path, 1, error, headline=name, raw=raw)
            reading = FileReading(str(path), NAME, (), skipped=(aside,))
        yield replace(reading, skipped=tuple(_placed(each, done) for each in reading.skipped))
        done += len(reading.articles) + len(reading.skipped)


def _reading(path: Path, data: bytes, report: Report) -> FileReading:
    """Read a mail, as ProQuest writes it or as one article; raises FileError."""
    mail = parsed_mail(path, data)
    content = mail_content(path, mail)
    if is_proquest_page(content):
        return fetched(read_proquest_page(content, report), content.retrieved)
    article = mail_article(path, mail)
    if not article.text.strip():
        raise FileError(str(path), FileProblem.NO_TEXT)
    return FileReading(str(path), NAME, (article,))


def _placed(error: FileError, before: int) -> FileError:
    """Count an article that is set aside from the beginning of the mailbox."""
    if not isinstance(error, ArticleError):
        return error
    return ArticleError(
        error.path,
        error.problem,
        error.detail,
        place=before + error.place,
        headline=error.headline,
        raw=error.raw,
    )


def _subject(path: Path, mail: bytes) -> str:
    """Return the subject of a mail, which can be told even of one that is nested too deeply."""
    head = mail.partition(b"\n\n")[0].partition(b"\r\n\r\n")[0]
    return header_of(parsed_mail(path, head), "Subject")
