"""Export formats: every format that a dossier goes out in, each with one entry in a table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.model import Dossier, Report
from workbench.project.refi import dossier_to_refi

if TYPE_CHECKING:
    from collections.abc import Iterable

Write = Callable[[Dossier, Report], bytes]


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """One format: its name on the command line, the suffix of its files, and what writes it.

    `write` is told a dossier and whom to tell how far it is, and raises Cancelled.
    """

    name: str
    suffix: str
    write: Write


def _ris(dossier: Dossier, _report: Report) -> bytes:
    from workbench.formats.to_ris import to_ris

    return _encoded(to_ris(dossier.articles))


def _bibtex(dossier: Dossier, _report: Report) -> bytes:
    from workbench.formats.to_bibtex import to_bibtex

    return _encoded(to_bibtex(dossier.articles))


def _csl_json(dossier: Dossier, _report: Report) -> bytes:
    from workbench.formats.to_csl import to_csl

    return _encoded(to_csl(dossier.articles))


def _web_annotations(dossier: Dossier, report: Report) -> bytes:
    from workbench.formats.to_web_annotations import web_annotations

    return web_annotations(dossier, report).encode()


def _codebook(dossier: Dossier, _report: Report) -> bytes:
    from workbench.formats.to_codebook_qdc import codebook_to_qdc

    return codebook_to_qdc(dossier.codebook)


EXPORT_FORMATS = (
    ExportFormat("ris", ".ris", _ris),
    ExportFormat("bibtex", ".bib", _bibtex),
    ExportFormat("csl-json", ".json", _csl_json),
    ExportFormat("web-annotations", ".jsonld", _web_annotations),
    ExportFormat("refi-qda", ".qdpx", dossier_to_refi),
    ExportFormat("codebook", ".qdc", _codebook),
)
"""In the order in which they are offered."""


def export_format(name: str, formats: Iterable[ExportFormat] = EXPORT_FORMATS) -> ExportFormat:
    """Return the format of that name; raises KeyError where there is none."""
    return {each.name: each for each in formats}[name]


def _encoded(text: str) -> bytes:
    """Return text as UTF-8; a lone surrogate, which that cannot hold, becomes a question mark."""
    return text.encode("utf-8", "replace")
