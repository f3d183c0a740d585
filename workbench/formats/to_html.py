"""HTML: a comparison and a collation as one page that needs no network and runs no script."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING

from workbench import resources
from workbench.formats.to_bands import bands, moved_words
from workbench.formats.to_page import page, render
from workbench.formats.to_printable import to_printable

if TYPE_CHECKING:
    from workbench.model import Alignment, Comparison

WIDTH = 88  # places of a collation's lines: what a page printed upright holds


def comparison_to_html(comparison: Comparison) -> str:
    """Return the articles side by side, shared passages marked, and the list of these passages."""
    return _page("comparison.html.jinja", page=page(comparison))


def alignment_to_html(alignment: Alignment) -> str:
    """Return the table in bands as wide as a page; columns that differ are marked.

    Words that have moved are listed below it.
    """
    sigla = [witness.siglum for witness in alignment.witnesses]
    table = list(bands(alignment, WIDTH))
    return _page("alignment.html.jinja", sigla=sigla, bands=table, moved=moved_words(alignment))


def _page(template: str, **values: object) -> str:
    style = resources.read_text("templates/page.css")
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    return to_printable(render(template, style=style, style_digest=digest, **values))
