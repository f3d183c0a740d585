"""Export choices: what goes out as what, and what of it is shown, as the analyst chose it last."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from workbench.model import CitationStyle, Grouping, Outgoing, Part, Sheet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.ui.export_offers import Offer


class Aim(StrEnum):
    """For what something goes out."""

    REPORT = "report"
    EXCERPTS = "excerpts"
    TABLES = "tables"
    LITERATURE = "literature"
    PROGRAMS = "programs"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Form:
    """A format as the window offers it: its name in the registry, its words, its files."""

    name: str
    words: str
    tip: str
    suffix: str
    kind: str


DOCUMENTS = (
    Form("docx", "Word", "A document with headings, tables and comments", ".docx", "Word document"),
    Form("pdf", "PDF", "Pages to print, with links and an outline", ".pdf", "PDF document"),
    Form("html", "Web page", "One file that every browser opens, offline", ".html", "Web page"),
    Form("odt", "OpenDocument", "A document for LibreOffice and others", ".odt", "OpenDocument"),
    Form(
        "markdown", "Markdown", "Plain text with marks for headings and quotes", ".md", "Markdown"
    ),
)
FORMS: Mapping[Aim, tuple[Form, ...]] = {
    Aim.REPORT: DOCUMENTS,
    Aim.EXCERPTS: DOCUMENTS,
    Aim.TABLES: (
        Form("xlsx", "Excel", "All tables in one workbook", ".xlsx", "Excel workbook"),
        Form("csv", "CSV", "One table, for spreadsheets", ".csv", "CSV for spreadsheets"),
        Form("csv-plain", "CSV, plain", "One table, for other programs", ".csv", "Plain CSV"),
    ),
    Aim.LITERATURE: (
        Form("ris", "RIS", "For Zotero, EndNote, Citavi and others", ".ris", "RIS"),
        Form("bibtex", "BibTeX", "For LaTeX", ".bib", "BibTeX"),
        Form("csl-json", "CSL-JSON", "For Zotero, Pandoc and others", ".json", "CSL-JSON"),
    ),
    Aim.PROGRAMS: (
        Form(
            "refi-qda",
            "REFI-QDA project",
            "For NVivo, ATLAS.ti, MAXQDA and other programs",
            ".qdpx",
            "REFI-QDA project",
        ),
        Form(
            "codebook", "REFI-QDA codebook", "The tags with their definitions", ".qdc", "Codebook"
        ),
        Form(
            "web-annotations",
            "Web annotations",
            "For Hypothesis, Recogito and others, as the W3C has them",
            ".jsonld",
            "Web annotations",
        ),
    ),
    Aim.WHOLE: (
        Form(
            "json", "JSON", "All of it, to keep it or to go on elsewhere", ".json", "Whole project"
        ),
    ),
}

ALONE = (Part.EXCERPTS, Part.LITERATURE, Part.METHODS)
"""What can stand in a document of excerpts."""


@dataclass(frozen=True, slots=True)
class Choices:
    """Everything that is chosen but of what; `forms` names the format of each aim.

    `sheet` is the one table of a format that holds one. `extras` are the parts beside the
    excerpts in a document of them.
    """

    aim: Aim = Aim.REPORT
    forms: Mapping[Aim, str] = field(
        default_factory=lambda: {aim: forms[0].name for aim, forms in FORMS.items()}
    )
    parts: tuple[Part, ...] = tuple(Part)
    extras: tuple[Part, ...] = ()
    grouping: Grouping = Grouping.ARTICLE
    sheets: tuple[Sheet, ...] = tuple(Sheet)
    sheet: Sheet = Sheet.EXCERPTS
    style: CitationStyle = CitationStyle.APA
    has_context: bool = True
    has_memos: bool = True
    has_variants: bool = False

    @property
    def form(self) -> Form:
        """The format that is chosen for the aim."""
        return next(each for each in FORMS[self.aim] if each.name == self.forms[self.aim])

    @property
    def is_all(self) -> bool:
        """Whether the format has all of the project, whatever is chosen of it."""
        return self.aim is Aim.WHOLE or self.form.name == "codebook"

    @property
    def is_one_table(self) -> bool:
        """Whether the format holds one table alone."""
        return self.aim is Aim.TABLES and self.form.suffix == ".csv"

    def aimed(self, aim: Aim) -> Choices:
        """Return the same choices for another aim."""
        return replace(self, aim=aim)

    def formed(self, name: str) -> Choices:
        """Return the same choices with another format for the aim."""
        return replace(self, forms={**self.forms, self.aim: name})

    def outgoing(self, offer: Offer) -> Outgoing:
        """Return what goes out of what is offered."""
        return Outgoing(
            scope=offer.scope,
            ids=offer.ids,
            words=offer.words,
            search=offer.search,
            parts=(Part.EXCERPTS, *self.extras) if self.aim is Aim.EXCERPTS else self.parts,
            grouping=self.grouping,
            sheets=(self.sheet,) if self.is_one_table else self.sheets,
            style=self.style,
            has_context=self.has_context,
            has_memos=self.has_memos,
            has_variants=self.has_variants,
        )


def as_setting(choices: Choices) -> str:
    """Return choices as the settings keep them."""
    return json.dumps(
        {
            "aim": choices.aim,
            "forms": dict(choices.forms),
            "parts": choices.parts,
            "extras": choices.extras,
            "grouping": choices.grouping,
            "sheets": choices.sheets,
            "sheet": choices.sheet,
            "style": choices.style,
            "shown": [choices.has_context, choices.has_memos, choices.has_variants],
        },
        sort_keys=True,
    )


def from_setting(kept: str) -> Choices:
    """Return choices as they were kept; all as at first where that is damaged."""
    try:
        return _read(json.loads(kept or "{}"))
    except (ValueError, TypeError, KeyError, AttributeError):
        return Choices()


def _read(found: Mapping[str, object]) -> Choices:
    if not found:
        return Choices()
    known = {aim: {form.name for form in forms} for aim, forms in FORMS.items()}
    forms = {Aim(aim): str(name) for aim, name in dict(found["forms"]).items()}  # type: ignore[call-overload]
    if forms.keys() != known.keys() or any(name not in known[aim] for aim, name in forms.items()):
        raise ValueError(forms)
    has_context, has_memos, has_variants = map(bool, found["shown"])  # type: ignore[call-overload]
    return Choices(
        Aim(str(found["aim"])),
        forms,
        tuple(map(Part, found["parts"])),  # type: ignore[call-overload]
        tuple(map(Part, found["extras"])),  # type: ignore[call-overload]
        Grouping(str(found["grouping"])),
        tuple(map(Sheet, found["sheets"])),  # type: ignore[call-overload]
        Sheet(str(found["sheet"])),
        CitationStyle(str(found["style"])),
        has_context,
        has_memos,
        has_variants,
    )
