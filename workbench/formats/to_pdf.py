"""PDF: a document as pages that Typst sets: tagged, with contents, links and embedded fonts.

What the analyst says of words stands below them in the document, so that remarks, which would say
it again, are left out. A letter that no font has is told by its code point.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from workbench import resources
from workbench.formats.pdf_blocks import in_ascii, report_data
from workbench.formats.pdf_fonts import faces, fonts, told_by_code, undisplayable
from workbench.model.progress import silent

if TYPE_CHECKING:
    from typst import Fonts

    from workbench.formats.blocks import Document
    from workbench.model.progress import Report

TEMPLATE = "templates/report.typ"


def write_pdf(document: Document, report: Report = silent, there: Fonts | None = None) -> bytes:
    """Return a document as PDF, set in the fonts that are there: else ours and the system's.

    `report` may raise Cancelled while the blocks are read; setting the pages takes no heed of it.
    """
    import typst

    there = there or fonts()
    inputs, is_tagged = _inputs(document, there, report)
    made = typst.compile(
        resources.path(TEMPLATE),
        root=resources.path("."),
        format="pdf",
        font_paths=there,
        sys_inputs=inputs,
        pdf_tags=is_tagged,
    )
    report(1, 1)
    return made


def _inputs(document: Document, there: Fonts, report: Report) -> tuple[dict[str, str], bool]:
    """Return what the template is told, and whether the pages are tagged."""
    data = report_data(document, faces(there), report)
    missing = undisplayable(chain(data.head, data.blocks), there)
    told = {"report": data.head, "blocks": data.blocks}
    inputs = {name: in_ascii(told_by_code(text, missing)) for name, text in told.items()}
    return inputs, data.is_tagged
