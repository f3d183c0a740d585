"""PressRecord: one article as a news database tells it, and what a file of them gives."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from workbench.formats.day_order import day_order
from workbench.formats.decoding import unify_line_ends
from workbench.formats.press_dates import press_date
from workbench.formats.press_words import folded, press_words
from workbench.formats.publication import Publication
from workbench.model.errors import ArticleError, FileError, FileProblem
from workbench.model.reading import FileReading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from workbench.model.article import Article
    from workbench.model.progress import Report

LISTED = "nexis"
LIST = "nexis list"  # a cover alone: it counts the articles of the files beside it
MAX_ARTICLES = 20_000  # of one file; the databases themselves stop at 500 or 1,000
MAX_RAW_CHARACTERS = 100_000  # of an article that is set aside

_PAGE_NUMBER = re.compile(r"[A-Z]{0,4}-?\d{1,4}[A-Z]?(?:[-–,] ?[A-Z]{0,4}\d{1,4})*", re.IGNORECASE)
_VERSION = re.compile(r"Version\s*:?\s*\d+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PressRecord:
    """What an export says of one article, as it says it; an empty string means "not known".

    `date` may hold a time as well; `section` may hold a page; `words` is how many it was printed
    in; `fault` says why it is no article.
    """

    paragraphs: tuple[str, ...]
    raw: str = field(repr=False)
    headline: str = ""
    outlet: str = ""
    date: str = ""
    byline: str = ""
    section: str = ""
    page: str = ""
    url: str = ""
    language: str = ""
    record: str = ""
    words: str = ""
    fault: FileProblem | None = None

    def article(self, path: Path, order: str = "", retrieved: str = "") -> Article:
        """Make the article; its paragraphs are separated by a blank line.

        `order` says which of two numbers is the day, as in `parse_date`; `retrieved` is the day
        on which the file was made, as ISO 8601.
        """
        section, page = _divided(self.section)
        told = Publication.told(
            headline=self.headline,
            outlet=self.outlet,
            byline=_without_by(self.byline),
            published=press_date(self.date, order),
            url=self.url,
            language=self.language,
            section=section,
            page=self.page or page,
            record=self.record,
            retrieved=retrieved,
            printed_words=self.words,
        )
        return told.article(path, unify_line_ends("\n\n".join(self.paragraphs)))


Absent = Callable[[Sequence[str]], Sequence[tuple[int, str]]]
"""Tells by the headlines found the places and headlines of the articles that are not."""


def _nobody_knows(_headlines: Sequence[str]) -> Sequence[tuple[int, str]]:
    return ()


@dataclass(frozen=True, slots=True)
class Announcement:
    """What a file says of the articles it should hold.

    `absent` tells by the headlines found which are not there. Where the file counts each of them,
    `places` are the numbers it gives, and `total` is of how many; `retrieved` is the day on which
    the file was made, as ISO 8601.
    """

    count: int | None = None
    absent: Absent = _nobody_knows
    places: tuple[int, ...] = ()
    total: int = 0
    retrieved: str = ""


NOTHING = Announcement()
"""What a file that announces nothing says."""


def gather(
    path: Path,
    reader: str,
    records: Iterable[PressRecord],
    report: Report,
    announced: Announcement = NOTHING,
) -> FileReading:
    """Make the articles of a file's records; `report` is told of each and may raise Cancelled.

    A record without text is set aside. Where as many are known to be absent as are missing, they
    are named. Raises FileError where the file holds too many.
    """
    sound: list[PressRecord] = []
    aside: list[ArticleError] = []
    for place, record in enumerate(records, 1):
        report(place - 1, announced.count or place)
        if place > MAX_ARTICLES:
            raise FileError(str(path), FileProblem.TOO_LARGE, f"{MAX_ARTICLES} articles")
        text = "".join(record.paragraphs).strip()
        fault = record.fault or (None if text else FileProblem.NO_TEXT)
        if fault is None:
            sound.append(record)
        else:
            aside.append(_set_aside(path, place, record, fault))
    articles = tuple(_articles(path, sound, announced.retrieved, report))
    missing = (announced.count or 0) - len(articles) - len(aside)
    headlines = [a.headline for a in articles] + [e.headline for e in aside]
    named = announced.absent(headlines) if missing > 0 else []
    if len(named) == missing:
        missing = 0
        aside += [absent_article(str(path), *each) for each in named]
    reading = FileReading(str(path), reader, articles, announced.count, tuple(aside))
    return reconciled(replace(reading, places=announced.places, total=announced.total), missing)


def _set_aside(path: Path, place: int, record: PressRecord, fault: FileProblem) -> ArticleError:
    raw = record.raw.strip()[:MAX_RAW_CHARACTERS]
    headline = " ".join(record.headline.split())
    return ArticleError(str(path), fault, place=place, headline=headline, raw=raw)


def _articles(
    path: Path, records: Sequence[PressRecord], retrieved: str, report: Report
) -> Iterator[Article]:
    """Make the articles, once all dates of the file are known."""
    order = day_order(record.date for record in records)
    for done, record in enumerate(records):
        report(done, len(records))
        yield record.article(path, order, retrieved)


def absent_article(path: str, place: int, headline: str = "") -> ArticleError:
    """Say of an article that a file announces that it is not there."""
    return ArticleError(path, FileProblem.MISSING, place=place, headline=headline)


def reconciled(reading: FileReading, missing: int) -> FileReading:
    """Add to a reading that so many articles which it announces are not there, or that none is."""
    path = reading.path
    skipped = reading.skipped
    if missing > 0:
        skipped += (FileError(path, FileProblem.INCOMPLETE, str(missing)),)
    if not reading.articles and not skipped:
        skipped = (FileError(path, FileProblem.NO_TEXT),)
    return replace(reading, skipped=skipped)


def _divided(section: str) -> tuple[str, str]:
    """Divide "A SECTION; Pg. A13" into the section and its page."""
    names: list[str] = []
    page = ""
    for part in (part.strip() for part in section.split(";")):
        first, _, rest = part.partition(" ")
        marked = folded(first) in press_words().page and _PAGE_NUMBER.fullmatch(rest.strip())
        bare = bool(names) and _PAGE_NUMBER.fullmatch(part)
        if marked or bare:
            page = page or (rest.strip() if marked else part)
        elif part and not _VERSION.fullmatch(part):
            names.append(part)
    return "; ".join(names), page


def _without_by(byline: str) -> str:
    first, _, rest = " ".join(byline.split()).partition(" ")
    return rest if first.casefold() in press_words().by else byline
