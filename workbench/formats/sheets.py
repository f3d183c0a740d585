"""Sheets: what goes out as tables with typed columns, before a format is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

Value = str | int | float
"""What a cell holds; an empty text stands for nothing."""


class Kind(StrEnum):
    """What a column holds: words, numbers, days and times in ISO 8601, or web addresses."""

    TEXT = "text"
    NUMBER = "number"
    SHARE = "share"
    DATE = "date"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Column:
    """A column under a name in plain words; `width` is about how many letters it should show.

    A SHARE is a number from 0 to 1. What is no day in a column of days stays a text.
    """

    name: str
    kind: Kind = Kind.TEXT
    width: int = 16


@dataclass(frozen=True, slots=True)
class Table:
    """A table under its title; `rows` may be asked for once, so that it is never whole in memory.

    Each row has a value for each column.
    """

    title: str
    columns: tuple[Column, ...]
    rows: Iterable[tuple[Value, ...]]


def number(name: str, width: int = 10) -> Column:
    """Return a column of numbers."""
    return Column(name, Kind.NUMBER, width)


def day(name: str) -> Column:
    """Return a column of days and times."""
    return Column(name, Kind.DATE, 17)


def words(name: str) -> Column:
    """Return a column of whole sentences."""
    return Column(name, Kind.TEXT, 60)


def yes(holds: bool) -> str:  # noqa: FBT001 - the one value that it speaks of
    """Return what a cell says of a condition."""
    return "yes" if holds else "no"
