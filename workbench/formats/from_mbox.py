"""Mailboxes: every mail in one file (mbox) as an article of its own."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from workbench.formats.collection import collected, set_aside
from workbench.formats.decoding import decode
from workbench.formats.from_eml import header_of, parsed_mail, read_eml
from workbench.formats.press_record import MAX_RAW_CHARACTERS
from workbench.model.errors import FileError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from workbench.model.article import Article
    from workbench.model.errors import ArticleError
    from workbench.model.progress import Report
    from workbench.model.reading import FileReading

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
    """Read the mails of a mailbox; raises FileError where they are too many."""
    return collected(path, NAME, _mails(path, data), report)


def _mails(path: Path, data: bytes) -> Iterator[Article | ArticleError]:
    starts = [match.start() for match in _START.finditer(data)]
    for place, (start, end) in enumerate(pairwise([*starts, len(data)]), 1):
        mail = _SHIELDED.sub(rb"\1", data[start:end])
        try:
            yield read_eml(path, mail)
        except FileError as error:
            yield set_aside(
                path,
                place,
                error.problem,
                headline=_subject(path, mail),
                raw=decode(mail[:MAX_RAW_CHARACTERS]),
            )


def _subject(path: Path, mail: bytes) -> str:
    """Return the subject of a mail, which can be told even of one that is nested too deeply."""
    head = mail.partition(b"\n\n")[0].partition(b"\r\n\r\n")[0]
    return header_of(parsed_mail(path, head), "Subject")
