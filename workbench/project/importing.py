"""Importing: which files there are to read, what they hold, and what of it is new to a project."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.formats.suffixes import READABLE_SUFFIXES
from workbench.model import (
    AddArticles,
    Article,
    ArticleError,
    FileError,
    FileProblem,
    FileReading,
    Report,
    silent,
)
from workbench.project.duplicates import Known, Likeness
from workbench.project.languages import with_language
from workbench.store.articles import storable_article

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

SUFFIXES = READABLE_SUFFIXES
"""The endings of names that mark a readable file, each with its dot and in lower case."""

PASTED = "pasted text"

_ID = re.compile(r"a([1-9][0-9]*)")
_LOCK_MARK = "~$"  # how word processors begin the name of a file that says another one is open
_ABOUT_THE_FOLDER = "readme"  # a file of this name tells of the articles beside it


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file; `announced` is None where it does not say how many it holds."""

    path: str
    reader: str
    announced: int | None
    imported: int
    duplicates: int
    skipped: tuple[FileError, ...]

    @property
    def missing(self) -> int:
        """How many articles the file announces and does not hold."""
        counted = (e.detail for e in self.skipped if e.problem is FileProblem.INCOMPLETE)
        return sum(map(int, counted)) + sum(map(_is_absent, self.skipped))

    def as_dict(self, why: Callable[[FileError], str]) -> dict[str, object]:
        """Return one element of the list in `ImportPlan.as_dict`."""
        return {
            "path": self.path,
            "reader": self.reader,
            "announced": self.announced,
            "imported": self.imported,
            "duplicates": self.duplicates,
            "skipped": [_skipped(error, why(error)) for error in self.skipped],
        }


def _is_absent(error: FileError) -> bool:
    """Whether it is about an article that a file announces and does not hold."""
    return isinstance(error, ArticleError) and error.problem is FileProblem.MISSING


def _skipped(error: FileError, why: str) -> dict[str, str]:
    """Say what was skipped and why, with its raw text where that is kept."""
    told = {"what": error.path, "why": why}
    return told | {"raw": error.raw} if isinstance(error, ArticleError) and error.raw else told


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """The edit that adds what is new, and a report for each file in the order given."""

    edit: AddArticles
    rows: tuple[FileReport, ...]

    def as_dict(self, why: Callable[[FileError], str]) -> dict[str, object]:
        """Return what `crossread import --format json` writes; `why` gives the sentences."""
        return {"files": [row.as_dict(why) for row in self.rows]}


def find_files(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Return the files to read: those named, and in place of a folder the readable files in it.

    Folders are gone through with all below them, by name; hidden files, those that word
    processors leave while a file is open, and those named README are passed over. A folder that
    cannot be listed stands for itself, so that reading it says why. No file is returned twice.
    """
    visited: set[tuple[int, int]] = set()
    found: dict[str, Path] = {}
    for path in paths:
        for file in _walk(path, visited) if _is_folder(path) else (path,):
            found.setdefault(os.path.realpath(file), file)
    return tuple(found.values())


def read_files(paths: Sequence[Path], report: Report = silent) -> tuple[FileReading, ...]:
    """Read each file; one that cannot be read gives a reading that says why.

    Lone surrogates, which no file can hold, become U+FFFD. `report` is told of files, but asked
    at each article of a file that holds many, so that it can cancel.
    """
    from workbench.formats.readers import read_file
    from workbench.formats.settling import settled

    readings = []
    for done, path in enumerate(paths):

        def report_article(_done: int, _total: int, *, done: int = done) -> None:
            report(done, len(paths))

        report(done, len(paths))
        readings.append(prepared(read_file(path, report_article), report_article))
    report(len(paths), len(paths))
    return settled(readings)


def prepared(reading: FileReading, report: Report = silent) -> FileReading:
    """Make the articles of a reading such that they can be stored, in the language they are in.

    `report` is asked between two articles, so that it can cancel.
    """
    articles = []
    for place, article in enumerate(reading.articles):
        if place:
            report(place, len(reading.articles))
        articles.append(with_language(storable_article(article)))
    return replace(reading, articles=tuple(articles))


def read_pasted(text: str) -> FileReading:
    """Read a text that was pasted and stands in no file, as Markdown is read."""
    from workbench.formats.from_text import read_text

    try:
        article = read_text(Path(PASTED), text.encode("utf-8", "replace"))
    except FileError as error:
        return FileReading(PASTED, PASTED, (), skipped=(error,))
    return FileReading(PASTED, PASTED, (with_language(replace(article, path=""), quickly=True),))


def read_pasted_page(page: str) -> FileReading:
    """Read what was copied from a web page, all of it; without words it is set aside as such."""
    from workbench.formats.from_clipboard import read_selection

    article = storable_article(read_selection(Path(PASTED), page))
    if not article.text.strip():
        return FileReading(PASTED, "html", (), skipped=(FileError(PASTED, FileProblem.NO_TEXT),))
    return FileReading(PASTED, "html", (with_language(replace(article, path="")),))


def plan_import(existing: Sequence[Article], readings: Sequence[FileReading]) -> ImportPlan:
    """Return the edit that adds those articles that are new, with ids that go on counting.

    What is there already is told by `Known`; a changed text of a known article is new.
    """
    known = Known(existing)
    added: list[Article] = []
    rows = []
    number = next_number(existing)
    for reading in readings:
        new = [one for one in reading.articles if known.meet(one)[0] is Likeness.NEW]
        added += [replace(article, id=f"a{number + place}") for place, article in enumerate(new)]
        number += len(new)
        rows.append(
            FileReport(
                reading.path,
                reading.reader,
                reading.announced,
                len(new),
                len(reading.articles) - len(new),
                reading.skipped,
            )
        )
    return ImportPlan(AddArticles(tuple(added)), tuple(rows))


def next_number(articles: Sequence[Article]) -> int:
    """Return the number with which the ids of further articles go on."""
    return 1 + max((_number(article) for article in articles), default=0)


def _number(article: Article) -> int:
    match = _ID.fullmatch(article.id)
    return int(match[1]) if match else 0


def _walk(folder: Path, visited: set[tuple[int, int]]) -> Iterator[Path]:
    """Yield the readable files below a folder, each folder once even where links make a circle."""
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if not _is_folder(path):
            yield path
            continue
        status = path.stat()
        if (status.st_dev, status.st_ino) in visited:
            continue
        visited.add((status.st_dev, status.st_ino))
        try:
            entries = sorted(path.iterdir(), key=lambda entry: entry.name, reverse=True)
        except OSError:
            yield path
            continue
        waiting += [entry for entry in entries if _is_wanted(entry)]


def _is_wanted(entry: Path) -> bool:
    if entry.name.startswith((".", _LOCK_MARK)):
        return False
    if _is_folder(entry):
        return True
    is_about_the_folder = entry.name.lower().partition(".")[0] == _ABOUT_THE_FOLDER
    return entry.suffix.lower() in SUFFIXES and not is_about_the_folder


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False
