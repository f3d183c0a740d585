"""Export formats: every format that a dossier goes out in, each with one entry in a table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING

from workbench.model import (
    Dossier,
    Grouping,
    InputError,
    InputProblem,
    Loss,
    LossReason,
    Outgoing,
    Part,
    Placing,
    Report,
    Scope,
    Sheet,
    stretch,
)
from workbench.project.writing import as_output_error

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.formats.blocks import Document, Run
    from workbench.model import Article

Write = Callable[[Dossier, Report], bytes]

CITED = 30
"""Per cent of writing a document that are done when the articles are cited."""


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """One format: its name on the command line, the suffix of its files, and what writes it.

    `write` is told a dossier and whom to tell how far it is, and raises Cancelled. `narrow` leaves
    of what is to go out what the format has, so that nothing is gathered for nothing; `losses`
    tells what it cannot carry of a dossier.
    """

    name: str
    suffix: str
    write: Write
    narrow: Callable[[Outgoing], Outgoing]
    losses: Callable[[Dossier], tuple[Loss, ...]] = lambda _dossier: ()


def _for_document(outgoing: Outgoing) -> Outgoing:
    return replace(outgoing, sheets=())


def _for_tables(outgoing: Outgoing) -> Outgoing:
    return replace(outgoing, parts=())


def _for_table(outgoing: Outgoing) -> Outgoing:
    return replace(outgoing, parts=(), sheets=outgoing.sheets[:1])


def _for_programs(outgoing: Outgoing) -> Outgoing:
    return replace(
        outgoing, parts=(), sheets=(Sheet.PAIRS,), grouping=Grouping.ARTICLE, has_variants=False
    )


def _for_literature(outgoing: Outgoing) -> Outgoing:
    return replace(outgoing, parts=(), sheets=(), grouping=Grouping.ARTICLE, has_variants=False)


def _for_codebook(_outgoing: Outgoing) -> Outgoing:
    return _for_literature(Outgoing(Scope.ANNOTATIONS))


def _document(dossier: Dossier, report: Report) -> Document:
    from workbench.formats.report import compose

    return compose(dossier, _citations(dossier, report))


def _citations(dossier: Dossier, report: Report) -> dict[str, tuple[Run, ...]]:
    from workbench.formats.citations import citations

    told = stretch(report, 0, CITED)
    return citations(tuple(_cited(dossier)), dossier.outgoing.style, told)


def _cited(dossier: Dossier) -> Iterable[Article]:
    """Return the articles that a document or a table cites: those of its excerpts, or all."""
    parts, sheets = dossier.outgoing.parts, dossier.outgoing.sheets
    if Part.LITERATURE in parts or Sheet.ARTICLES in sheets:
        return dossier.articles
    is_quoted = Part.EXCERPTS in parts or Sheet.EXCERPTS in sheets
    quoted = (each.article for group in dossier.groups for each in group.excerpts if is_quoted)
    return {each.id: each for each in quoted}.values()


def _after_citing(report: Report) -> Report:
    return stretch(report, CITED, 100)


def _docx(dossier: Dossier, report: Report) -> bytes:
    from workbench.formats.to_docx import write_docx

    return write_docx(_document(dossier, report), _after_citing(report))


def _odt(dossier: Dossier, report: Report) -> bytes:
    from workbench.formats.to_odt import write_odt

    return write_odt(_document(dossier, report), _after_citing(report))


def _pdf(dossier: Dossier, report: Report) -> bytes:
    from workbench.formats.to_pdf import write_pdf

    return write_pdf(_document(dossier, report), _after_citing(report))


def _web_page(dossier: Dossier, report: Report) -> bytes:
    from workbench.formats.to_web_page import write_web_page

    return write_web_page(_document(dossier, report), _after_citing(report))


def _markdown(dossier: Dossier, report: Report) -> bytes:
    from workbench.formats.to_markdown import write_markdown

    return write_markdown(_document(dossier, report), _after_citing(report))


def _xlsx(dossier: Dossier, report: Report) -> bytes:
    from workbench.formats.to_xlsx import write_xlsx

    with as_output_error(Path(gettempdir())):  # where its rows wait
        return write_xlsx(dossier, _citations(dossier, report), _after_citing(report))


def _xlsx_losses(dossier: Dossier) -> tuple[Loss, ...]:
    from workbench.formats.to_xlsx import cut_cells

    return (*_table_losses(dossier), *cut_cells(dossier))


def _table_losses(dossier: Dossier) -> tuple[Loss, ...]:
    """Return how many annotations no table has: those that are on no words, or on lost ones."""
    if Sheet.EXCERPTS not in dossier.outgoing.sheets:
        return ()
    count = sum(
        all(one.placing is not Placing.PLACED for one in annotation.target.selectors)
        for annotation in dossier.annotations
    )
    return (Loss("wordless", "", LossReason.NO_PLACE, count),) if count else ()


def _csv(dossier: Dossier, report: Report) -> bytes:
    from workbench.formats.to_csv import write_csv

    return write_csv(dossier, _citations(dossier, report), _after_citing(report))


def _csv_plain(dossier: Dossier, report: Report) -> bytes:
    from workbench.formats.to_csv import write_csv

    return write_csv(dossier, _citations(dossier, report), _after_citing(report), plain=True)


def _web_annotations(dossier: Dossier, report: Report) -> bytes:
    from workbench.formats.to_web_annotations import web_annotations

    return _encoded(web_annotations(dossier, report))


def _web_losses(dossier: Dossier) -> tuple[Loss, ...]:
    from workbench.project.web_annotations import web_losses

    return web_losses(dossier)


def _refi(dossier: Dossier, report: Report) -> bytes:
    from workbench.project.refi import dossier_to_refi

    return dossier_to_refi(dossier, report)


def _refi_losses(dossier: Dossier) -> tuple[Loss, ...]:
    from workbench.project.refi import refi_losses

    return refi_losses(dossier)


def _codebook(dossier: Dossier, _report: Report) -> bytes:
    from workbench.formats.to_codebook_qdc import codebook_to_qdc

    if not dossier.codebook.tags:
        raise InputError(InputProblem.NO_TAGS)  # the schema wants one
    return codebook_to_qdc(dossier.codebook)


def _codebook_losses(dossier: Dossier) -> tuple[Loss, ...]:
    from workbench.formats.to_codebook_qdc import codebook_losses

    return codebook_losses(dossier.codebook)


def _ris(dossier: Dossier, _report: Report) -> bytes:
    from workbench.formats.to_ris import to_ris

    return _encoded(to_ris(dossier.articles))


def _bibtex(dossier: Dossier, _report: Report) -> bytes:
    from workbench.formats.to_bibtex import to_bibtex

    return _encoded(to_bibtex(dossier.articles))


def _csl_json(dossier: Dossier, _report: Report) -> bytes:
    from workbench.formats.to_csl import to_csl

    return _encoded(to_csl(dossier.articles))


EXPORT_FORMATS = (
    ExportFormat("html", ".html", _web_page, _for_document),
    ExportFormat("docx", ".docx", _docx, _for_document),
    ExportFormat("pdf", ".pdf", _pdf, _for_document),
    ExportFormat("odt", ".odt", _odt, _for_document),
    ExportFormat("markdown", ".md", _markdown, _for_document),
    ExportFormat("xlsx", ".xlsx", _xlsx, _for_tables, _xlsx_losses),
    ExportFormat("csv", ".csv", _csv, _for_table, _table_losses),
    ExportFormat("csv-plain", ".csv", _csv_plain, _for_table, _table_losses),
    ExportFormat("web-annotations", ".jsonld", _web_annotations, _for_programs, _web_losses),
    ExportFormat("refi-qda", ".qdpx", _refi, _for_programs, _refi_losses),
    ExportFormat("codebook", ".qdc", _codebook, _for_codebook, _codebook_losses),
    ExportFormat("ris", ".ris", _ris, _for_literature),
    ExportFormat("bibtex", ".bib", _bibtex, _for_literature),
    ExportFormat("csl-json", ".json", _csl_json, _for_literature),
)
"""In the order in which they are offered."""


def export_format(name: str) -> ExportFormat:
    """Return the format of that name; raises KeyError where there is none."""
    return {each.name: each for each in EXPORT_FORMATS}[name]


def _encoded(text: str) -> bytes:
    """Return text as UTF-8; a lone surrogate, which that cannot hold, becomes a question mark."""
    return text.encode("utf-8", "replace")
