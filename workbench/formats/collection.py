"""Collections: files that hold many articles, each of which is read or set aside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.formats.from_eml import mail_date
from workbench.formats.press_dates import press_date
from workbench.formats.press_record import MAX_RAW_CHARACTERS, reconciled
from workbench.model.errors import ArticleError, FileError, FileProblem
from workbench.model.reading import FileReading

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from workbench.model.article import Article
    from workbench.model.progress import Report

MAX_ARTICLES = 100_000  # of one file: ten times the archive that is to be read in a breath

_ISO = re.compile(r"\s*\d{4}[-/.]?\d")


def collected(
    path: Path, reader: str, found: Iterable[Article | ArticleError], report: Report
) -> FileReading:
    """Gather what a file holds; an article without text is set aside.

    `report` is told of each and may raise Cancelled. Raises FileError where they are too many.
    """
    articles: list[Article] = []
    aside: list[ArticleError] = []
    for place, each in enumerate(found, 1):
        report(place - 1, place)
        if place > MAX_ARTICLES:
            raise FileError(str(path), FileProblem.TOO_LARGE, f"{MAX_ARTICLES} articles")
        if isinstance(each, ArticleError):
            aside.append(each)
        elif each.text.strip():
            articles.append(each)
        else:
            name = each.headline or each.url
            aside.append(set_aside(path, place, FileProblem.NO_TEXT, headline=name))
    reading = FileReading(str(path), reader, tuple(articles), skipped=tuple(aside))
    return reconciled(reading, 0)


def quick_date(told: str) -> str:
    """Return the date that a field tells as ISO 8601, or what it tells where that is none.

    Of ten thousand articles each asks: the search through all languages takes 20 ms.
    """
    return told if _ISO.match(told) else mail_date(told) or press_date(told) or told


def set_aside(
    path: Path, place: int, problem: FileProblem, *, headline: str = "", raw: str = ""
) -> ArticleError:
    """Say why one article of a file is not read.

    A `problem` that speaks of files is told as damage; `place` counts from 1.
    """
    told = {FileProblem.NO_TEXT, FileProblem.MISSING}
    return ArticleError(
        str(path),
        problem if problem in told else FileProblem.DAMAGED,
        place=place,
        headline=headline,
        raw=raw.strip()[:MAX_RAW_CHARACTERS],
    )
