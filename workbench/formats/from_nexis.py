"""Nexis Uni and Lexis+ in a document: a cover, then articles that each end in a mark."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from workbench.formats.nexis_article import is_head_label, is_mark, new_article
from workbench.formats.press_dates import is_dated, press_date
from workbench.formats.press_record import (
    LIST,
    LISTED,
    Announcement,
    PressRecord,
    gather,
    reconciled,
)
from workbench.formats.press_words import folded, labelled, press_words
from workbench.model.errors import FileProblem
from workbench.model.reading import FileReading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.formats.content import Content
    from workbench.formats.document import Document, Paragraph
    from workbench.model.progress import Report

MAX_COVER_PARAGRAPHS = 100  # looked through for what only a cover says
MAX_TITLE_CHARACTERS = 200  # of a document that says nothing but where it is from

_COUNT = re.compile(r"([^\W\d_]+) ?\((\d{1,6})\)")
_LISTED = re.compile(r"(\d{1,6})\. (.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Chunk:
    """The paragraphs up to an end mark, or what follows the last one."""

    paragraphs: Sequence[Paragraph]
    is_ended: bool


def is_nexis(content: Content) -> bool:
    """Whether a document holds articles of Nexis, or its cover, or says no more than its name."""
    document = content.document
    texts = [paragraph.text for paragraph in document.paragraphs]
    ends = any(is_mark(text, "end") for text in texts)
    starts = any(is_mark(text, "body") or is_head_label(text) for text in texts)
    has_cover = any(map(_is_of_cover, texts)) and _announced(document) is not None
    is_delivered = document.delivered is not None
    return (ends and starts) or has_cover or is_delivered or _is_named_only(texts)


def read_nexis(content: Content, report: Report) -> FileReading:
    """Read the articles of a document; the cover tells how many there should be."""
    announced = _announced(content.document)
    if announced is not None and not any(map(_is_of_article, content.document.paragraphs)):
        return reconciled(FileReading(str(content.path), LIST, (), announced), announced)
    chunks = list(_chunks(content.document.paragraphs))
    cover = _Cover(chunks[0].paragraphs)
    told = Announcement(announced, cover.absent, retrieved=cover.made_on)
    return gather(content.path, LISTED, _records(chunks), report, told)


class _Cover:
    """The titles that a cover lists by number, some of which may be cut, and its own date."""

    def __init__(self, chunk: Sequence[Paragraph]) -> None:
        texts = [each.text for each in chunk[: _after_cover(chunk)]]
        matches = map(_LISTED.fullmatch, texts)
        self._titles = {int(match[1]): match[2] for match in matches if match}
        labels = dict(map(labelled, reversed(texts)))
        made = (labels[name] for name in press_words().nexis_marks["made"] if name in labels)
        self.made_on = press_date(next(made, ""))[:10]

    def absent(self, headlines: Sequence[str]) -> list[tuple[int, str]]:
        """List the titles that are no headline of an article, each with its number."""
        found = sorted(folded(headline.replace(";", " ")) for headline in headlines)
        absent = []
        for place, title in self._titles.items():
            name = folded(title.replace(";", " "))
            nearest = bisect_left(found, name)
            if "".join(found[nearest : nearest + 1]).startswith(name):
                del found[nearest]
            else:
                absent.append((place, title))
        return absent


def _is_of_article(paragraph: Paragraph) -> bool:
    return is_mark(paragraph.text, "body") or is_head_label(paragraph.text)


def _is_of_cover(text: str) -> bool:
    return labelled(text)[0] in press_words().nexis_marks["cover"]


def _is_named_only(texts: Sequence[str]) -> bool:
    text = " ".join(texts[:2])
    named = not press_words().databases.isdisjoint(folded(text).split())
    return len(texts) == 1 and len(text) <= MAX_TITLE_CHARACTERS and named


def _announced(document: Document) -> int | None:
    """How many articles the cover announces, or else the package, which has no cover then."""
    words = press_words().nexis_marks["documents"]
    for paragraph in document.paragraphs[:MAX_COVER_PARAGRAPHS]:
        match = _COUNT.fullmatch(paragraph.text.strip())
        if match and folded(match[1]) in words:
            return int(match[2])
    return document.delivered


def _records(chunks: Sequence[_Chunk]) -> Iterator[PressRecord]:
    for number, chunk in enumerate(chunks):
        first = 0 if number else _after_cover(chunk.paragraphs)
        article = chunk.paragraphs[first:]
        if chunk.is_ended:
            yield new_article(article)
        elif any(map(_is_of_article, article)):
            raw = "\n\n".join(each.text for each in article)
            yield PressRecord((), raw, headline=article[0].text, fault=FileProblem.DAMAGED)


def _chunks(paragraphs: Sequence[Paragraph]) -> Iterator[_Chunk]:
    start = 0
    for index, paragraph in enumerate(paragraphs):
        if is_mark(paragraph.text, "end"):
            yield _Chunk(paragraphs[start:index], is_ended=True)
            start = index + 1
    yield _Chunk(paragraphs[start:], is_ended=False)


def _after_cover(chunk: Sequence[Paragraph]) -> int:
    """Where the first article begins: at the title that the cover lists first, or by its date."""
    head = takewhile(lambda each: not _is_of_article(each), chunk)
    last = max((i for i, each in enumerate(head) if _is_of_cover(each.text)), default=-1)
    titles = (_LISTED.fullmatch(each.text) for each in chunk[: last + 1])
    title = next((folded(match[2]) for match in titles if match), None)
    for index in range(last + 1, len(chunk)):
        if folded(chunk[index].text) == title:
            return index
    dates = (i for i in range(last + 1, len(chunk)) if is_dated(chunk[i].text))
    return max(last + 1, next(dates, 0) - 2)
