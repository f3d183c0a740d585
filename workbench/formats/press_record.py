"""PressRecord: one article as a news database tells it, and what a file of them gives."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING

from workbench.formats.decoding import unify_line_ends
from workbench.formats.press_dates import press_date
from workbench.formats.press_words import folded, press_words
from workbench.formats.publication import Publication
from workbench.model.errors import ArticleError, FileError, FileProblem
from workbench.model.reading import FileReading

if TYPE_CHECKING:
    from collections.abc import Iterable
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

    `date` may hold a time as well; `section` may hold a page; `fault` says why it is no article.
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
    fault: FileProblem | None = None

    def article(self, path: Path) -> Article:
        """Make the article; its paragraphs are separated by a blank line."""
        section, page = _divided(self.section)
        told = Publication.told(
            headline=self.headline,
            outlet=self.outlet,
            byline=_without_by(self.byline),
            published=press_date(self.date),
            url=self.url,
            language=self.language,
            section=section,
            page=self.page or page,
            record=self.record,
        )
        return told.article(path, unify_line_ends("\n\n".join(self.paragraphs)))


Absent = Callable[[Sequence[str]], Sequence[tuple[int, str]]]
"""Tells by the headlines found the places and headlines of the articles that are not."""


def _nobody_knows(_headlines: Sequence[str]) -> Sequence[tuple[int, str]]:
    return ()


def gather(
    path: Path,
    reader: str,
    records: Iterable[PressRecord],
    announced: int | None,
    report: Report,
    absent: Absent = _nobody_knows,
) -> FileReading:
    """Make the articles of a file's records; `report` is told of each and may raise Cancelled.

    A record without text is set aside. `absent` tells by the headlines found which articles are
    not there; they are named where these are as many as are missing. Raises FileError where the
    file holds too many.
    """
    articles: list[Article] = []
    aside: list[ArticleError] = []
    for place, record in enumerate(records, 1):
        report(place - 1, announced or place)
        if place > MAX_ARTICLES:
            raise FileError(str(path), FileProblem.TOO_LARGE, f"{MAX_ARTICLES} articles")
        text = "".join(record.paragraphs).strip()
        fault = record.fault or (None if text else FileProblem.NO_TEXT)
        if fault is None:
            articles.append(record.article(path))
        else:
            raw = record.raw.strip()[:MAX_RAW_CHARACTERS]
            headline = " ".join(record.headline.split())
            aside.append(ArticleError(str(path), fault, place=place, headline=headline, raw=raw))
    missing = (announced or 0) - len(articles) - len(aside)
    headlines = [a.headline for a in articles] + [e.headline for e in aside]
    named = absent(headlines) if missing > 0 else []
    if len(named) == missing:
        problem, missing = FileProblem.MISSING, 0
        aside += [ArticleError(str(path), problem, place=p, headline=h) for p, h in named]
    reading = FileReading(str(path), reader, tuple(articles), announced, tuple(aside))
    return reconciled(reading, missing)


def reconciled(reading: FileReading, missing: int) -> FileReading:
    """Add to a reading that so many articles which it announces are not there, or that none is."""
    path = reading.path
    skipped = reading.skipped
    if missing > 0:
        skipped += (FileError(path, FileProblem.INCOMPLETE, str(missing)),)
    if not reading.articles and not skipped:
        skipped = (FileError(path, FileProblem.NO_TEXT),)
    return FileReading(path, reading.reader, reading.articles, reading.announced, skipped)


def settled(readings: Sequence[FileReading]) -> tuple[FileReading, ...]:
    """Set each list of articles against the files in its folder, whose articles it counts."""
    return tuple(_settled(each, readings) if each.reader == LIST else each for each in readings)


def _settled(listing: FileReading, readings: Sequence[FileReading]) -> FileReading:
    folder = PurePath(listing.path).parent
    beside = [r for r in readings if r.reader == LISTED and PurePath(r.path).parent == folder]
    if not beside:
        return listing
    found = sum(len(r.articles) for r in beside)
    found += sum(isinstance(error, ArticleError) for r in beside for error in r.skipped)
    missing = (listing.announced or 0) - found
    if missing <= 0:
        return FileReading(listing.path, LIST, ())
    error = FileError(listing.path, FileProblem.INCOMPLETE, str(missing))
    return FileReading(listing.path, LIST, (), listing.announced, (error,))


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
