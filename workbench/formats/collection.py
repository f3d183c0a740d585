"""Collections: files that hold many articles, each of which is read or set aside."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.formats.press_record import MAX_RAW_CHARACTERS, reconciled
from workbench.model.errors import ArticleError, FileError, FileProblem
from workbench.model.reading import FileReading

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from workbench.model.article import Article
    from workbench.model.progress import Report

MAX_ARTICLES = 100_000  # of one file: ten times the archive that is to be read in a breath

_OF_ARTICLES = frozenset(
    [FileProblem.NO_TEXT, FileProblem.MISSING, FileProblem.PACKED, FileProblem.TOO_LARGE]
)


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


def bounded(path: Path, readings: Iterable[FileReading]) -> list[FileReading]:
    """Return readings of what stands in one file; raises FileError where they hold too many."""
    taken: list[FileReading] = []
    count = 0
    for reading in readings:
        taken.append(reading)
        count += len(reading.articles) + len(reading.skipped)
        if count > MAX_ARTICLES:
            raise FileError(str(path), FileProblem.TOO_LARGE, f"{MAX_ARTICLES} articles")
    return taken


def fetched(reading: FileReading, day: str) -> FileReading:
    """Say when its articles were fetched, as ISO 8601, where they do not say it themselves."""
    articles = (
        each if each.retrieved else replace(each, retrieved=day) for each in reading.articles
    )
    return replace(reading, articles=tuple(articles))


def merged(path: Path, reader: str, readings: Sequence[FileReading]) -> FileReading:
    """Put the readings of what stands in one file together as one.

    Where one of them announces a number, each that says nothing counts as what it holds.
    """
    articles = tuple(article for reading in readings for article in reading.articles)
    skipped = tuple(error for reading in readings for error in reading.skipped)
    counts = [len(r.articles) if r.announced is None else r.announced for r in readings]
    is_told = any(reading.announced is not None for reading in readings)
    announced = sum(counts) if is_told else None
    return reconciled(FileReading(str(path), reader, articles, announced, skipped), 0)


def set_aside(
    path: Path, place: int, error: FileError | FileProblem, *, headline: str = "", raw: str = ""
) -> ArticleError:
    """Say why one article of a file is not read.

    A problem that speaks of files is told as damage; `place` counts from 1.
    """
    problem, detail = (error.problem, error.detail) if isinstance(error, FileError) else (error, "")
    is_told = problem in _OF_ARTICLES
    return ArticleError(
        str(path),
        problem if is_told else FileProblem.DAMAGED,
        detail if is_told else "",
        place=place,
        headline=headline,
        raw=raw.strip()[:MAX_RAW_CHARACTERS],
    )
