"""Exporting: results in the formats that leave the program, written whole or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workbench.model import Codebook, Grouping, silent
from workbench.project.excerpts import annotated_excerpts, grouped
from workbench.project.writing import replacing, write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import BinaryIO

    from workbench.model import (
        Alignment,
        Article,
        Boilerplate,
        Comparison,
        PassagePair,
        Quotations,
        Report,
    )
    from workbench.project.project import Project
    from workbench.project.whole import Whole

STDOUT = "-"
COMPARISON_FORMATS = ("json", "html", "text", "tei")
QUOTATION_FORMATS = ("json", "text")
ALIGNMENT_FORMATS = ("json", "html", "text", "tei")
BIBLIOGRAPHY_FORMATS = ("ris", "bibtex", "csl-json")
PROJECT_FORMATS = ("json", "markdown", *BIBLIOGRAPHY_FORMATS)


def export_comparison(comparison: Comparison, form: str) -> str:
    """Return a comparison in one of `COMPARISON_FORMATS`; "tei" has the apparatus alone."""
    if form == "html":
        from workbench.formats.to_html import comparison_to_html
        from workbench.project.collating import shown_tables

        return comparison_to_html(comparison, shown_tables(comparison))
    if form == "text":
        from workbench.formats.to_text import comparison_to_text

        return comparison_to_text(comparison)
    if form == "tei":
        from workbench.formats.to_tei import tables_to_tei
        from workbench.project.collating import all_tables

        return tables_to_tei(all_tables(comparison))
    from workbench.formats.to_json import to_json

    return to_json(comparison.as_dict())


def export_alignment(alignment: Alignment, form: str) -> str:
    """Return an alignment in one of `ALIGNMENT_FORMATS`."""
    if form == "html":
        from workbench.formats.to_html import alignment_to_html

        return alignment_to_html(alignment)
    if form == "text":
        from workbench.formats.to_text import alignment_to_text

        return alignment_to_text(alignment)
    if form == "tei":
        from workbench.formats.to_tei import to_tei

        return to_tei(alignment)
    from workbench.formats.to_json import to_json

    return to_json(alignment.as_dict())


def export_quotations(quotations: Quotations, form: str) -> str:
    """Return quotations in one of `QUOTATION_FORMATS`."""
    if form == "text":
        from workbench.formats.to_quotes import quotations_to_text

        return quotations_to_text(quotations)
    from workbench.formats.to_json import to_json

    return to_json(quotations.as_dict())


def export_project(
    project: Project, form: str, report: Report = silent, by: Grouping = Grouping.ARTICLE
) -> str:
    """Return a project in one of `PROJECT_FORMATS`, "markdown" in groups of excerpts.

    "json" has all of it, "markdown" the annotated words, the others the articles. `report` is told
    when what is there has been read, and when it has been told.
    """
    report(0, 2)
    articles = project.articles()
    if form in BIBLIOGRAPHY_FORMATS:
        report(1, 2)
        text = export_bibliography(articles, form)
    else:
        from workbench.project.stepping import result_of
        from workbench.project.whole_files import whole_to_json

        whole = result_of(project.reading_whole())
        report(1, 2)
        text = whole_to_json(whole) if form == "json" else export_excerpts(whole, by)
    report(2, 2)
    return text


def export_bibliography(articles: Iterable[Article], form: str) -> str:
    """Return the articles as literature, in one of `BIBLIOGRAPHY_FORMATS`."""
    if form == "ris":
        from workbench.formats.to_ris import to_ris

        return to_ris(articles)
    if form == "bibtex":
        from workbench.formats.to_bibtex import to_bibtex

        return to_bibtex(articles)
    from workbench.formats.to_csl import to_csl

    return to_csl(articles)


def export_excerpts(whole: Whole, by: Grouping = Grouping.ARTICLE) -> str:
    """Return the annotated words of a project as Markdown, in groups."""
    from workbench.formats.to_markdown import excerpts_to_markdown

    codebook = Codebook(whole.tags)
    excerpts = annotated_excerpts(whole.annotations, whole.articles)
    return excerpts_to_markdown(grouped(excerpts, by, codebook), codebook)


def write_excerpts(whole: Whole, path: Path, *, report: Report = silent) -> None:
    """Write the annotated words of a project as Markdown, by articles; raises OutputError."""
    report(0, 1)
    write_whole(path, export_excerpts(whole))
    report(1, 1)


def write_bibliography(
    articles: Iterable[Article], form: str, path: Path, *, report: Report = silent
) -> None:
    """Write the articles as literature to a file; raises OutputError."""
    report(0, 1)
    write_whole(path, export_bibliography(articles, form))
    report(1, 1)


def write_comparison(comparison: Comparison, form: str, path: Path) -> None:
    """Write a comparison in one of `COMPARISON_FORMATS` to a file; raises OutputError."""
    write_whole(path, export_comparison(comparison, form))


def write_text(text: str, output: str, stdout: BinaryIO) -> None:
    """Write a text as UTF-8 to the file `output`, or to `stdout` for `-`; raises OutputError."""
    if output == STDOUT:
        stdout.write(text.encode("utf-8", "replace"))
        stdout.flush()
    else:
        write_whole(Path(output), text)


def write_pairs(pairs: Iterable[PassagePair], output: str, stdout: BinaryIO) -> None:
    """Write pairs as JSON Lines, one by one, to the file `output` or to `stdout` for `-`.

    The file takes its name when all are written; raises OutputError.
    """
    path = Path(output)
    if output == STDOUT:
        _write_lines(pairs, stdout)
    elif path.exists() and not path.is_file() and not path.is_dir():  # a pipe or a device
        with path.open("wb") as stream:
            _write_lines(pairs, stream)
    else:
        with replacing(path) as part, part.open("wb") as stream:
            _write_lines(pairs, stream)


def write_boilerplate(texts: Iterable[Boilerplate], output: str, stdout: BinaryIO) -> None:
    """Write what was left out as JSON Lines, with all its passages; raises OutputError."""
    from workbench.formats.to_json import to_json_line

    lines = [
        to_json_line(
            {**text.as_dict(), "passages": [passage.as_dict() for passage in text.passages]}
        )
        for text in texts
    ]
    write_text("".join(lines), output, stdout)


def _write_lines(pairs: Iterable[PassagePair], stream: BinaryIO) -> None:
    from workbench.formats.to_json import to_json_line

    for pair in pairs:
        stream.write(to_json_line(pair.as_dict()).encode("utf-8"))
    stream.flush()
