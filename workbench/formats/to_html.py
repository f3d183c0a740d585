"""HTML: a comparison and a collation as one page that needs no network and runs no script."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench import resources
from workbench.formats.to_bands import Column, Moved, bands, moved_words
from workbench.formats.to_page import page, render
from workbench.formats.to_printable import to_printable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from workbench.model import Alignment, Comparison

WIDTH = 88  # places of a collation's lines: what a page printed upright holds
WIDTH_BESIDE = 44  # places of a collation beside the articles


@dataclass(frozen=True, slots=True)
class Table:
    """What a page shows of a collation."""

    sigla: tuple[str, ...]
    bands: tuple[tuple[Column, ...], ...]
    moved: tuple[Moved, ...]


def comparison_to_html(
    comparison: Comparison, tables: Mapping[str, Alignment] | None = None
) -> str:
    """Return the articles side by side, shared passages marked, and the list of these passages.

    `tables` are the collations of clusters, by their ids, to be shown with these.
    """
    shown = {name: _table(one, WIDTH_BESIDE) for name, one in (tables or {}).items()}
    return _page("comparison.html.jinja", page=page(comparison), tables=shown)


def alignment_to_html(alignment: Alignment) -> str:
    """Return the table in bands as wide as a page; columns that differ are marked.

    Words that have moved are listed below it.
    """
    return _page("alignment.html.jinja", shown=_table(alignment, WIDTH))


def _table(alignment: Alignment, width: int) -> Table:
    sigla = tuple(witness.siglum for witness in alignment.witnesses)
    return Table(sigla, tuple(bands(alignment, width)), tuple(moved_words(alignment)))


def _page(template: str, **values: object) -> str:
    style = resources.read_text("templates/page.css")
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    return to_printable(render(template, style=style, style_digest=digest, **values))
