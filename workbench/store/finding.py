"""Finding: one fault of a project file, and one thing that was mended."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    """What a check can find wrong."""

    FILE = "file"
    TEXT = "text"
    SPAN = "span"
    REFERENCE = "reference"
    QUOTE = "quote"
    PLACING = "placing"
    CIRCLE = "circle"
    HISTORY = "history"
    SEARCH = "search"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault and where it is: the name of an article or a row, or SQLite's own words."""

    fault: Fault
    where: str


class Cure(StrEnum):
    """What a repair can do."""

    INDEX = "index"
    COMPARISON = "comparison"
    TAG = "tag"
    TOP = "top"
    OUTLET = "outlet"
    QUOTE = "quote"
    REVIEW = "review"
    HISTORY = "history"
    SEARCH = "search"


@dataclass(frozen=True, slots=True)
class Repair:
    """One thing that was mended, and where it is."""

    cure: Cure
    where: str
