"""Settling: what files announce, set against what lies beside them in the same folder."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from workbench.formats.press_record import LIST, LISTED, absent_article, reconciled
from workbench.model.errors import ArticleError, FileError, FileProblem
from workbench.model.reading import FileReading

if TYPE_CHECKING:
    from collections.abc import Sequence


def settled(readings: Sequence[FileReading]) -> tuple[FileReading, ...]:
    """Set lists of articles against the files they count, and parts of one export together."""
    joined = _joined(readings)
    return tuple(_listed(each, joined) if each.reader == LIST else each for each in joined)


def _joined(readings: Sequence[FileReading]) -> tuple[FileReading, ...]:
    """Take together the files of a folder that count their articles as parts of one export.

    What one of them lacks may stand in another; files with the same number are no such parts.
    """
    parts: dict[tuple[PurePath, str, int], list[int]] = defaultdict(list)
    for index, each in enumerate(readings):
        if each.total:
            parts[PurePath(each.path).parent, each.reader, each.total].append(index)
    result = list(readings)
    for (_, _, total), indexes in parts.items():
        places = [place for index in indexes for place in readings[index].places]
        if len(indexes) > 1 and len(set(places)) == len(places):
            last = total if 1 in places else max(places)
            absent = sorted({*range(min(places), last + 1)} - {*places})
            first = min(indexes, key=lambda index: min(readings[index].places))
            for index in indexes:
                result[index] = _part(readings[index], absent if index == first else [])
    return tuple(result)


def _part(reading: FileReading, absent: Sequence[int]) -> FileReading:
    """Return a reading that announces what it counts, and those that no part has."""
    named = tuple(absent_article(reading.path, place) for place in absent)
    own = tuple(error for error in reading.skipped if not _is_of_the_whole(error))
    aside = sum(isinstance(error, ArticleError) for error in own)
    announced = len(reading.places) + len(absent)
    part = replace(reading, announced=announced, skipped=own + named)
    return reconciled(part, len(reading.places) - len(reading.articles) - aside)


def _is_of_the_whole(error: FileError) -> bool:
    """Whether it says what is missing where the file is taken for the whole export."""
    if isinstance(error, ArticleError):
        return error.problem is FileProblem.MISSING
    return error.problem is FileProblem.INCOMPLETE


def _listed(listing: FileReading, readings: Sequence[FileReading]) -> FileReading:
    """Set a list against the files in its folder: it announces only what they lack."""
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
