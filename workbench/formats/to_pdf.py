"""PDF: a document as pages that Typst sets: tagged, with contents, links and embedded fonts.

What the analyst says of words stands below them in the document, so that remarks, which would say
it again, are left out. A letter that no font has is told by its code point.
"""

from __future__ import annotations

from contextlib import suppress
from itertools import chain
from typing import TYPE_CHECKING, Final

from workbench import resources
from workbench.formats.pdf_blocks import Tagged, in_ascii, report_data
from workbench.formats.pdf_fonts import faces, fonts, told_by_code, undisplayable
from workbench.model.progress import silent

if TYPE_CHECKING:
    from typst import Fonts, PDFStandard

    from workbench.formats.blocks import Document
    from workbench.model.progress import Report

TEMPLATE = "templates/report.typ"
ACCESSIBLE: Final = "ua-1"
"""PDF/UA-1 (ISO 14289-1): what a reader for the blind needs."""


def write_pdf(document: Document, report: Report = silent, there: Fonts | None = None) -> bytes:
    """Return a document as PDF, set in the fonts that are there: else ours and the system's.

    `report` may raise Cancelled while the blocks are read; setting the pages takes no heed of it.
    """
    there = there or fonts()
    data = report_data(document, faces(there), report)
    missing = undisplayable(chain(data.head, data.blocks), there)
    told = {"report": data.head, "blocks": data.blocks}
    tagged = data.tagged
    del data  # the pages of a large document need its memory
    inputs = {name: in_ascii(told_by_code(told.pop(name), missing)) for name in tuple(told)}
    made = _pages(inputs, tagged, there)
    report(1, 1)
    return made


def _pages(inputs: dict[str, str], tagged: Tagged, there: Fonts) -> bytes:
    """Return the pages, under the rules of PDF/UA-1 where all is tagged and nothing is amiss.

    A heading without words and a document without a title are against those rules.
    """
    import typst

    def made(standards: list[PDFStandard]) -> bytes:
        return typst.compile(
            resources.path(TEMPLATE),
            root=resources.path("."),
            format="pdf",
            font_paths=there,
            sys_inputs=inputs,
            pdf_standards=standards,
            pdf_tags=tagged is not Tagged.NOTHING,
        )

    if tagged is Tagged.ALL:
        with suppress(typst.TypstError):
            return made([ACCESSIBLE])
    return made([])
