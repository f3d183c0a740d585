"""Comparing: articles from files, streams and callers, given to the engine."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.model import (
    Article,
    FileError,
    FileProblem,
    FileReading,
    InputError,
    InputProblem,
    Quotations,
    silent,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import BinaryIO

    from workbench.comparison.options import CompareOptions
    from workbench.model import Alignment, Boilerplate, Comparison, PassagePair, Report

STDIN = "-"
_FEWEST = 2
_CALLER = "records"  # what an archive is called that a caller hands over, for naming its lines


def read_texts(names: Sequence[str], stdin: BinaryIO) -> tuple[FileReading, ...]:
    """Read each file, and for `-` a text from `stdin`; never raises for a file."""
    from workbench.formats.readers import read_file

    return tuple(_read_stdin(stdin) if name == STDIN else read_file(Path(name)) for name in names)


def compare_readings(readings: Sequence[FileReading], report: Report = silent) -> Comparison:
    """Compare the articles that were read, called "a1", "a2", … in order.

    Where fewer than two are left, raises the last FileError met, or InputError where there is none.
    """
    articles = [article for reading in readings for article in reading.articles]
    _check_enough(len(articles), readings)
    numbered = (replace(article, id=_name(place)) for place, article in enumerate(articles))
    return compare_articles(numbered, report=report)


def compare_articles(
    articles: Iterable[str | Article],
    options: CompareOptions | None = None,
    report: Report = silent,
) -> Comparison:
    """Compare articles; strings are called "a1", "a2", … by their place.

    Raises InputError where there are fewer than two, or two with the same id.
    """
    from workbench.comparison.compare import compare
    from workbench.comparison.options import CompareOptions
    from workbench.project.languages import with_language

    named = tuple(with_language(article) for article in _as_articles(articles))
    if len(named) < _FEWEST:
        raise InputError(InputProblem.TOO_FEW_ARTICLES, str(len(named)))
    return compare(named, options or CompareOptions(), report)


def quote_readings(readings: Sequence[FileReading], report: Report = silent) -> Quotations:
    """Find the quotations of the articles that were read, called "a1", "a2", … in order.

    Where none is left, raises the last FileError met.
    """
    articles = [article for reading in readings for article in reading.articles]
    skipped = [error for reading in readings for error in reading.skipped]
    if not articles and skipped:
        raise skipped[-1]
    numbered = (replace(article, id=_name(place)) for place, article in enumerate(articles))
    return quote_articles(numbered, report)


def quote_articles(articles: Iterable[str | Article], report: Report = silent) -> Quotations:
    """Find the quotations of articles; strings are called "a1", "a2", … by their place.

    Raises InputError where two have the same id.
    """
    from workbench.comparison.quoting import quotations_of
    from workbench.project.languages import with_language

    named = tuple(_distinct(map(with_language, _as_articles(articles))))
    return Quotations(named, *quotations_of(named, report))


def collate_readings(readings: Sequence[FileReading], witnesses: Sequence[str]) -> Alignment:
    """Collate the texts that were read, and after them `witnesses`.

    Where fewer than two are left, raises the last FileError met, or InputError where there is none.
    """
    from workbench.comparison.collate import collate

    texts = [article.text for reading in readings for article in reading.articles]
    _check_enough(len(texts) + len(witnesses), readings)
    return collate([*texts, *witnesses])


def read_archives(names: Sequence[str], stdin: BinaryIO) -> Iterator[Article]:
    """Yield the articles in JSON Lines files, `-` for `stdin`; raises FileError, RecordError."""
    return (article for name in names for article in _read_archive(name, stdin))


def overlap_articles(
    articles: Iterable[Article],
    options: CompareOptions | None = None,
    jobs: int | None = None,
    report: Report = silent,
    left_out: Callable[[tuple[Boilerplate, ...]], None] | None = None,
) -> Iterator[PassagePair]:
    """Yield the passages that articles share; `left_out` is told first what is not compared.

    `jobs` is how many processes work at once, by default one for each core. Raises InputError
    where two articles have the same id.
    """
    from workbench.comparison.archive import overlaps
    from workbench.comparison.options import CompareOptions

    workers = jobs or os.cpu_count() or 1
    return overlaps(_distinct(articles), options or CompareOptions(), workers, report, left_out)


def keeping_boilerplate() -> CompareOptions:
    """Return the usual options, but that boilerplate is compared like any other text."""
    from workbench.comparison.options import CompareOptions

    return CompareOptions(boilerplate_articles=None)


def overlap_records(
    records: Iterable[Mapping[str, object] | str | Article], jobs: int | None = None
) -> Iterator[PassagePair]:
    """Yield the passages shared by records: mappings as in JSON Lines, articles or strings.

    Raises RecordError, and InputError where two articles have the same id.
    """
    return overlap_articles(_as_articles(records), jobs=jobs)


def _read_stdin(stdin: BinaryIO) -> FileReading:
    from workbench.formats.from_text import MAX_TEXT_BYTES, read_text

    try:
        data = stdin.read(MAX_TEXT_BYTES + 1)
        if len(data) > MAX_TEXT_BYTES:
            raise FileError(STDIN, FileProblem.TOO_LARGE, str(MAX_TEXT_BYTES))
        article = replace(read_text(Path(STDIN), data), path="")
        if not article.text.strip():
            raise FileError(STDIN, FileProblem.EMPTY)
    except FileError as error:
        return FileReading(STDIN, "text", (), skipped=(error,))
    return FileReading(STDIN, "text", (article,))


def _read_archive(name: str, stdin: BinaryIO) -> Iterator[Article]:
    from workbench.formats.from_jsonl import read_archive, read_records

    return read_records(STDIN, stdin) if name == STDIN else read_archive(Path(name))


def _check_enough(count: int, readings: Sequence[FileReading]) -> None:
    """Raise why files were not read where that, and not the request, leaves too few texts."""
    skipped = [error for reading in readings for error in reading.skipped]
    if count < _FEWEST and skipped:
        raise skipped[-1]


def _as_articles(records: Iterable[Mapping[str, object] | str | Article]) -> Iterator[Article]:
    from workbench.formats.from_jsonl import article_of

    if isinstance(records, str | Mapping):
        raise TypeError("several articles are needed, in a list")
    for place, record in enumerate(records):
        if isinstance(record, str):
            yield Article(_name(place), record)
        elif isinstance(record, Article):
            yield record
        else:
            yield article_of(record, _CALLER, place + 1)


def _distinct(articles: Iterable[Article]) -> Iterator[Article]:
    seen: set[str] = set()
    for article in articles:
        if article.id in seen:
            raise InputError(InputProblem.DUPLICATE_ID, article.id)
        seen.add(article.id)
        yield article


def _name(place: int) -> str:
    return f"a{place + 1}"
