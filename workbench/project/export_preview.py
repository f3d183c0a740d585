"""Export preview: how much of a project would go out, how it begins, and what would be lost."""

from __future__ import annotations

from dataclasses import dataclass, replace
from html import escape
from itertools import islice
from typing import TYPE_CHECKING

from workbench.formats.blocks import (
    Cell,
    Grid,
    Heading,
    Listing,
    PageBreak,
    Paragraph,
    Role,
    Run,
    Style,
)
from workbench.formats.sheets import Kind
from workbench.formats.to_printable import to_terminal
from workbench.formats.to_rich_text import blocks_to_rich_text
from workbench.model import Sheet, silent
from workbench.project.dossiers import gather
from workbench.project.export_formats import export_format
from workbench.project.exporting import WHOLE
from workbench.project.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from workbench.formats.blocks import Block
    from workbench.formats.sheets import Value
    from workbench.model import Dossier, Loss, Outgoing, Report

OF_A_PART = 14
"""Blocks of each part that are shown: about a page."""

OF_A_TABLE = 24
"""Rows of a table that are shown."""

OF_A_CELL = 40
"""Code points of a cell that are shown, all on one line."""

NO_BREAK = "\N{NO-BREAK SPACE}"

OF_A_TEXT = 4_000
"""Code points that are shown of a file that is text."""

CITED = 200
"""Articles that are cited at most: what cites the others comes later than what is shown."""

IN_ALL = 160
"""Blocks that are shown in all: nobody reads more of a preview."""

DOCUMENTS = ("docx", "pdf", "html", "odt", "markdown")
TABLES = ("xlsx", "csv", "csv-plain")
GOES_ON = Paragraph((Run("…"),))

NO_ROWS = Paragraph((Run("No rows.", Style.FAINT),))

CITING = frozenset((Sheet.EXCERPTS, Sheet.ARTICLES))
"""Tables that have citations."""

READABLE = ("ris", "bibtex", "csl-json", "web-annotations", "codebook")
"""Formats whose files are text that says something to a reader."""


@dataclass(frozen=True, slots=True)
class ExportPreview:
    """How many articles, shared passages, excerpts, annotations and tags would go out.

    `sources` are the articles that the excerpts are from. `beginning` is rich text, empty where a
    file of the format cannot be read. `losses` are what the format cannot carry.
    """

    articles: int
    passages: int
    excerpts: int
    annotations: int
    tags: int
    sources: int = 0
    beginning: str = ""
    losses: tuple[Loss, ...] = ()


def preview_export(
    path: Path, outgoing: Outgoing, form: str, report: Report = silent
) -> ExportPreview:
    """Return what would go out of the project at `path`, which may be open elsewhere.

    Raises what `gather` raises, and ProjectError where the project cannot be opened.
    """
    with Project.open(path) as project:
        if form == WHOLE:
            every, tags = len(project.articles()), len(project.codebook().tags)
            return ExportPreview(every, 0, 0, project.count_annotations(), tags)
        kind = export_format(form)
        dossier = gather(project, kind.narrow(outgoing), report)
    quoted = {(each.article.id, each.span) for group in dossier.groups for each in group.excerpts}
    return ExportPreview(
        len(dossier.articles),
        len(dossier.comparison.clusters),
        len(quoted),
        len(dossier.annotations),
        len(dossier.codebook.tags),
        len({article for article, _ in quoted}),
        _beginning(dossier, form, report),
        kind.losses(dossier),
    )


def _beginning(dossier: Dossier, form: str, report: Report) -> str:
    if form in DOCUMENTS:
        return blocks_to_rich_text(_of_document(dossier, report))
    if form in TABLES:
        return blocks_to_rich_text(_of_tables(dossier))
    if form in READABLE:
        written = export_format(form).write(dossier, report).decode("utf-8", "replace")
        text = written.replace("\r\n", "\n")
        more = "…" if text[OF_A_TEXT:] else ""
        return f"<pre>{escape(to_terminal(text[:OF_A_TEXT]))}{more}</pre>"
    return ""


def _of_document(dossier: Dossier, report: Report) -> Iterator[Block]:
    """Yield the title of a document and how each of its parts begins."""
    from workbench.formats.citations import citations
    from workbench.formats.report import compose

    cited = citations(dossier.articles[:CITED], dossier.outgoing.style)
    document = compose(dossier, cited)
    yield Paragraph((Run(document.title),), Role.LEAD)
    yield Heading(1, document.subtitle)
    if document.facts:
        yield Listing(
            tuple((Run(f"{name}: ", Style.FAINT), Run(said)) for name, said in document.facts)
        )
    yield from _first(document.blocks, report)


def _of_tables(dossier: Dossier) -> Iterator[Block]:
    """Yield how each table begins."""
    from workbench.formats.citations import citations
    from workbench.formats.sheet_tables import tables

    some = () if CITING.isdisjoint(dossier.outgoing.sheets) else dossier.articles[:CITED]
    for table in tables(dossier, citations(some, dossier.outgoing.style)):
        yield Heading(2, table.title)
        numbers = [column.kind in (Kind.NUMBER, Kind.SHARE) for column in table.columns]
        rows = tuple(tuple(map(_cell, row, numbers)) for row in islice(table.rows, OF_A_TABLE + 1))
        heads = tuple(column.name for column in table.columns)
        yield from _shortened(Grid("", heads, rows)) if rows else (NO_ROWS,)


def _cell(value: Value, is_number: bool) -> Cell:  # noqa: FBT001 - one of a row
    words = " ".join((f"{value:,}" if isinstance(value, int) else str(value)).split())
    cut = words if len(words) <= OF_A_CELL else f"{words[:OF_A_CELL].rstrip()}…"
    return Cell((Run(cut.replace(" ", NO_BREAK)),), is_number)


def _first(blocks: Iterable[Block], report: Report) -> Iterator[Block]:
    """Yield how each part begins, and an ellipsis where it goes on."""
    every = shown = 0
    for done, block in enumerate(blocks):
        report(done, done + 1)
        if isinstance(block, PageBreak):
            continue
        if isinstance(block, Heading) and block.level == 1:
            shown = 0
        shown += 1
        if shown <= OF_A_PART:
            every += 1
            yield from _shortened(block)
        elif shown == OF_A_PART + 1:
            yield GOES_ON
        if every > IN_ALL:
            yield GOES_ON
            return


def _shortened(block: Block) -> Iterator[Block]:
    """Yield a block, of a table the first rows."""
    if isinstance(block, Grid) and block.rows[OF_A_TABLE:]:
        yield replace(block, rows=block.rows[:OF_A_TABLE])
        yield GOES_ON
    else:
        yield block
