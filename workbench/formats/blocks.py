"""Blocks: a document that goes out, as headings, paragraphs and tables, before a format is chosen.

Who composes a report makes blocks of it; each writer (HTML, DOCX, ODT, PDF, Markdown) turns all of
them into its own format, and none knows what they speak of.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

PICTURES = "manual/pictures"
"""The folder of the resources in which the pictures of paragraphs are."""


class Style(StrEnum):
    """What a run of words is among those around it; a writer shows it without colour alone.

    A SIGLUM is the letter of an article.
    """

    PLAIN = "plain"
    EMPHASIS = "emphasis"
    STRONG = "strong"
    QUOTED = "quoted"
    VARIANT = "variant"
    ADDED = "added"
    OMITTED = "omitted"
    FAINT = "faint"
    CODE = "code"
    SIGLUM = "siglum"


class Role(StrEnum):
    """What a paragraph is for: text, the source of a quote, its context, a caption, a byline."""

    BODY = "body"
    LEAD = "lead"
    SOURCE = "source"
    CONTEXT = "context"
    QUOTE = "quote"
    MEMO = "memo"
    LITERATURE = "literature"


@dataclass(frozen=True, slots=True)
class Remark:
    """What the analyst says of a run of words: a comment in the formats that have them.

    `made` is ISO 8601 in UTC; an empty text means "not known". `tags` are the paths of the tags.
    """

    text: str
    author: str = ""
    made: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style; `link` is a web address, or `#` and an anchor of the same document.

    `language` is a BCP 47 tag where it is not that of the document.
    """

    text: str
    style: Style = Style.PLAIN
    link: str = ""
    language: str = ""
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 begins a part of the document. `anchor` is what links know it by."""

    level: int
    text: str
    anchor: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; a line break within it is a line break in its text.

    `picture` is the name of a PNG that belongs to the manual: it stands above its words in the
    formats that people read the manual in, and other formats have the words alone. `keeps_next`
    where print should have it on the page on which what follows it begins.
    """

    runs: tuple[Run, ...]
    role: Role = Role.BODY
    picture: str = ""
    keeps_next: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of short entries."""

    entries: tuple[tuple[Run, ...], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; `shade`, 0 to 1, colours it in a heat map, and its words tell the same."""

    runs: tuple[Run, ...] = ()
    is_number: bool = False
    shade: float | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a row of heads; `widths` are the columns' shares of the width, 1 together.

    `has_row_heads` where the first cell of each row names the row.
    """

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...] = ()
    has_row_heads: bool = False


@dataclass(frozen=True, slots=True)
class PageBreak:
    """Where print begins a new page."""


Block = Heading | Paragraph | Listing | Grid | PageBreak


@dataclass(frozen=True, slots=True)
class Document:
    """A title page and the blocks after it; `made` is ISO 8601, `facts` stand on the title page.

    Without facts there is no title page: the blocks begin right under the title.
    `blocks` may be asked for once only, so that a large document is never whole in memory.
    """

    title: str
    subtitle: str
    made: str
    language: str
    facts: tuple[tuple[str, str], ...]
    blocks: Iterable[Block]


def has_numbers(grid: Grid, column: int) -> bool:
    """Tell whether there are numbers in a column of a table, so that its head stands as they do."""
    return any(row[column].is_number for row in grid.rows)


def strong(run: Run) -> Run:
    """Return a run as the head of a row has it; one with a style of its own keeps that."""
    return replace(run, style=Style.STRONG) if run.style is Style.PLAIN else run
