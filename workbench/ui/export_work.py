"""Export work: what the worker's process does to show, write and copy what goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.model import Article, CitationStyle, Codebook, Outgoing, Report
    from workbench.project.copying import Copied, Quoted
    from workbench.project.export_preview import ExportPreview


def needs_comparison(outgoing: Outgoing, form: str) -> bool:
    """Tell whether the articles must have been compared before something can go out."""
    from workbench.project.dossiers import is_compared
    from workbench.project.export_formats import export_format
    from workbench.project.exporting import WHOLE

    return form != WHOLE and is_compared(export_format(form).narrow(outgoing))


def look_ahead(path: Path, outgoing: Outgoing, form: str, *, report: Report) -> ExportPreview:
    """Find out how much of a project would go out, and how it begins."""
    from workbench.project.export_preview import preview_export

    return preview_export(path, outgoing, form, report)


def write_out(path: Path, outgoing: Outgoing, form: str, target: Path, *, report: Report) -> None:
    """Write what goes out of a project to a file."""
    from workbench.project.exporting import export_file

    export_file(path, outgoing, form, target, report)


def make_project(source: Path, path: Path, *, report: Report) -> int:
    """Make a new project of one that was written as JSON."""
    from workbench.project.whole_files import import_whole

    return import_whole(source, path, report)


def cite(
    articles: tuple[Article, ...],
    quoted: Quoted,
    codebook: Codebook,
    style: CitationStyle,
    *,
    report: Report,
) -> Copied:
    """Quote words with their citations, or cite articles."""
    from workbench.project.copying import copied_excerpts

    return copied_excerpts(articles, quoted, codebook, style, report)
