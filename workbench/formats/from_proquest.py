"""ProQuest: records of labelled lines, in plain text, in a web page and in a mail."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from workbench.formats.decoding import unify_line_ends
from workbench.formats.nexis_count import announced_by, is_count, page_lines
from workbench.formats.page_tree import blocks_below, shown_tree
from workbench.formats.press_dates import press_date, split_date
from workbench.formats.press_record import PressRecord, gather
from workbench.formats.press_words import labelled, press_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from workbench.formats.content import Content
    from workbench.model.progress import Report
    from workbench.model.reading import FileReading

NAME = "proquest"
MAX_DATE_CHARACTERS = 60  # of the line that dates a report

_RULE = re.compile(r"^_{40,}[ \t]*$|^_{3,}\s*\Z", re.MULTILINE)  # the last may be cut
_DIVIDER = re.compile(
    r"<div[^>]{0,200}border-bottom:\s*2px\s+solid\s+#ccc[^>]{0,200}>|<a\s[^>]{0,100}\bname=[\"']?DocID_",
    re.IGNORECASE,
)
# A page inside the page: taken out of the source, for no parser keeps its bounds.
_TEXT = re.compile(r"<text\b[^>]{0,500}>(.*?)(?:</text\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_WORDS = re.compile(r"<text\b[^>]{0,400}?\bwordcount=[\"']?(\d{1,7})", re.IGNORECASE)
_NAME = re.compile(r"\bProQuestDocuments-(\d{4}-\d\d-\d\d)\b")
_NAMED = re.compile(r"\bproquest\b", re.IGNORECASE)
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
_INFO_PAGE = re.compile(r":\s*([A-Z]{0,3}\.?\d[\w.-]*?)\.?\s*$")
_UNAVAILABLE = re.compile(r"(?:full text )?(?:is )?(?:not|un)\s?available\W*", re.IGNORECASE)


def is_proquest_text(content: Content) -> bool:
    """Whether a text holds records of ProQuest."""
    is_ruled = all(mark.search(content.source) is not None for mark in (_RULE, _NAMED))
    return is_ruled and any(map(_is_record, _RULE.split(content.source)))


def read_proquest_text(content: Content, report: Report) -> FileReading:
    """Read the records of a text."""
    source = unify_line_ends(content.source)
    chunks = [chunk.strip() for chunk in _RULE.split(source)]
    records = (_text_record(chunk) for chunk in chunks if _is_record(chunk))
    announced = announced_by(source.split("\n"))
    cover = takewhile(lambda chunk: not _is_record(chunk), chunks)
    return gather(
        content.path, NAME, records, report, replace(announced, retrieved=_made_on(cover))
    )


def is_proquest_page(content: Content) -> bool:
    """Whether a page, or the page in a mail, holds records of ProQuest."""
    marks = (_DIVIDER, _NAMED, _TEXT)
    return all(mark.search(content.source) is not None for mark in marks)


def read_proquest_page(content: Content, report: Report) -> FileReading:
    """Read the records of a page."""
    chunks = _divided(content.source)
    records = (_page_record(content.path, chunk) for chunk in chunks)
    announced = announced_by(page_lines(content.source))
    made = _NAME.search(content.source)
    announced = replace(announced, retrieved=press_date(made[1]) if made else "")
    return gather(content.path, NAME, filter(None, records), report, announced)


def _made_on(cover: Iterable[str]) -> str:
    """Return the day of a report, which stands in a line of its own before the first record."""
    lines = (line.strip() for chunk in cover for line in chunk.split("\n"))
    days = (press_date(line) for line in lines if len(line) <= MAX_DATE_CHARACTERS)
    return next(filter(None, days), "")[:10]


def _divided(source: str) -> list[str]:
    """Divide a page where a record ends or begins."""
    starts = [0, *(match.start() for match in _DIVIDER.finditer(source)), len(source)]
    return [source[start:end] for start, end in pairwise(starts)]


def _is_record(chunk: str) -> bool:
    labels = (labelled(line)[0] for line in chunk.split("\n"))
    return sum(label in press_words().proquest for label in labels) > 1


def _text_record(chunk: str) -> PressRecord:
    """Read a record of plain text: labels, the full text, and more labels to the end."""
    fields = press_words().proquest
    blocks = [block.strip() for block in _BLANK_LINES.split(chunk) if block.strip()]
    starts = (i for i, each in enumerate(blocks) if fields.get(labelled(each)[0]) == "text")
    start = next(starts, len(blocks))
    end = _end_of_text(blocks, start + 1)
    around = [line for block in (*blocks[:start], *blocks[end:]) for line in block.split("\n")]
    told = list(_told(around))
    opening = next((line for line in around if not labelled(line)[0] and not is_count(line)), "")
    body = [labelled(block)[1] for block in blocks[start : start + 1]] + blocks[start + 1 : end]
    return _record(dict(reversed(told)), [_spaced(each) for each in body], chunk, opening)


def _end_of_text(blocks: Sequence[str], start: int) -> int:
    """Where the labels begin that go on to the end; a label inside the text does not end it."""
    end = len(blocks)
    for index in range(len(blocks) - 1, start - 1, -1):
        label, _ = labelled(blocks[index])
        if label in press_words().proquest:
            end = index
        elif not label and index < len(blocks) - 1:  # the last label may be cut
            break
    return end


def _page_record(path: Path, chunk: str) -> PressRecord | None:
    """Read a record of a page, None where the chunk is a cover or a list of contents."""
    body = [block for text in _TEXT.findall(chunk) for block in _blocks(path, text)]
    lines = [
        line.strip() for block in _blocks(path, _TEXT.sub("", chunk)) for line in block.split("\n")
    ]
    told = list(_told(lines))
    if len(told) < 2:  # noqa: PLR2004 - a cover may speak of one thing that a record has too
        return None
    unlabelled = (line for line in lines if line and not labelled(line)[0] and not is_count(line))
    raw = "\n\n".join([*lines, *body])
    words = _WORDS.search(chunk)
    counted = {"words": words[1]} if words else {}
    return _record(counted | dict(reversed(told)), body, raw, next(unlabelled, ""))


def _blocks(path: Path, source: str) -> list[str]:
    tree = shown_tree(path, source)
    return [] if tree is None else list(blocks_below(tree))


def _told(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        label, value = labelled(line)
        field = press_words().proquest.get(label)
        if field is not None:
            yield field, value


def _record(told: dict[str, str], body: Sequence[str], raw: str, opening: str) -> PressRecord:
    info = told.get("info", "")
    outlet, day, after = split_date(info)
    page = _INFO_PAGE.search(after)
    date = told.get("date", "")
    is_text = len(body) != 1 or _UNAVAILABLE.fullmatch(body[0].strip()) is None
    return PressRecord(
        paragraphs=tuple(each for each in body if each.strip()) if is_text else (),
        raw=raw,
        headline=told.get("headline") or opening,
        outlet=(told.get("outlet") or outlet).split(";")[0].strip(" .,"),
        date=date if press_date(date) or not day else day,
        byline=told.get("byline", ""),
        section=told.get("section", ""),
        page=told.get("page") or (page[1] if page else ""),
        url=told.get("url", ""),
        language=told.get("language", ""),
        record=told.get("record", ""),
        words=told.get("words", ""),
    )


def _spaced(text: str) -> str:
    return " ".join(text.split())
