"""Factiva in a document: articles that each end in their number, with or without codes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.formats.factiva_fields import CODES, record_of
from workbench.formats.factiva_lines import factiva_lines, record_number
from workbench.formats.press_record import PressRecord, gather
from workbench.model.errors import FileProblem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.formats.content import Content
    from workbench.model.progress import Report
    from workbench.model.reading import FileReading

NAME = "factiva"
MAX_HEAD_LINES = 20  # from the section to the copyright

_CODED = re.compile(r"\s*([A-Z]{2,3})(?:\t|\s*\|\s*|\s{2,}|\n|$)\s*(.*)", re.DOTALL)
_PAGE_MARK = re.compile(
    r"(?:Page|Seite|Página|Pagina)\s+\d+\b.*|.*©\s*\d{4}\s+Factiva.*", re.IGNORECASE
)


def is_factiva(content: Content) -> bool:
    """Whether a document holds articles of Factiva: they end in numbers of one kind."""
    return any(record_number(each.text) for each in content.document.paragraphs)


def read_factiva(content: Content, report: Report) -> FileReading:
    """Read the articles of a document; Factiva announces no number."""
    texts = [each.text for each in content.document.paragraphs]
    shown = [text for text in texts if not _PAGE_MARK.fullmatch(text)]
    return gather(content.path, NAME, _records(shown), report)


def _records(texts: Sequence[str]) -> Iterator[PressRecord]:
    start = 0
    for index, text in enumerate(texts):
        if number := _number(text):
            yield _record(texts[start:index], number)
            start = index + 1
    rest = texts[start:]
    if _fields(rest) or factiva_lines(rest[:MAX_HEAD_LINES]):  # no number: the file was cut
        raw = "\n\n".join(rest)
        yield PressRecord((), raw, headline=rest[0], fault=FileProblem.DAMAGED)


def _number(text: str) -> str:
    """Return the number in the line that ends an article; "" for other lines."""
    coded = _CODED.fullmatch(text)
    return record_number(coded[2] if coded and coded[1] == "AN" else text)


def _record(texts: Sequence[str], number: str) -> PressRecord:
    raw = "\n\n".join(texts)
    fields = _fields(texts)
    if fields:
        return record_of(fields | {"AN": [number]}, raw)
    told = factiva_lines(texts[:MAX_HEAD_LINES])
    if told is None:
        return PressRecord(tuple(texts[1:]), raw, headline="".join(texts[:1]), record=number)
    section, headline, byline = _above(told.above)
    return PressRecord(
        paragraphs=tuple(_without_publisher(texts[told.count :], texts[told.count - 1])),
        raw=raw,
        headline=headline,
        outlet=told.outlet,
        date=told.date,
        byline=byline,
        section=section,
        page=told.page,
        language=told.language,
        record=number,
        words=told.words,
    )


def _fields(texts: Sequence[str]) -> dict[str, list[str]]:
    """Return the paragraphs of each field of the layout with codes; none in the other."""
    fields: dict[str, list[str]] = {}
    code = ""
    for text in texts:
        match = _CODED.fullmatch(text)
        if match and match[1] in CODES:
            code, text = match[1], match[2]  # noqa: PLW2901
        if code and text.strip():
            fields.setdefault(code, []).append(text)
    return fields if "HD" in fields and "PD" in fields else {}


def _above(lines: Sequence[str]) -> tuple[str, str, str]:
    """Tell section, headline and byline apart: the headline is the longer of the first two."""
    first, second, third = (*lines[:3], "", "", "")[:3]
    if third and len(first) < len(second):
        return first, second, third
    return "", first, second


def _without_publisher(texts: Sequence[str], rights: str) -> Sequence[str]:
    """Leave out the last line where it only names who the copyright line named."""
    return texts[:-1] if texts and texts[-1].strip() in rights else texts
