"""Sheet tables: the table for each sheet of a dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.formats.report_matter import Matter
from workbench.formats.sheet_articles import articles
from workbench.formats.sheet_excerpts import excerpts
from workbench.formats.sheet_passages import clusters, pairs, variants
from workbench.formats.sheet_speech import quotations, terms
from workbench.model.outgoing import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from workbench.formats.blocks import Run
    from workbench.formats.sheets import Table
    from workbench.model import Dossier

_TABLES: Mapping[Sheet, Callable[[Matter], Table]] = {
    Sheet.EXCERPTS: excerpts,
    Sheet.PAIRS: pairs,
    Sheet.CLUSTERS: clusters,
    Sheet.VARIANTS: variants,
    Sheet.TERMS: terms,
    Sheet.QUOTATIONS: quotations,
    Sheet.ARTICLES: articles,
}


def tables(dossier: Dossier, citations: Mapping[str, tuple[Run, ...]]) -> Iterator[Table]:
    """Yield the table of each sheet that is asked for, or all; rows are made as they are read."""
    matter = Matter(dossier, citations)
    return (_TABLES[sheet](matter) for sheet in dossier.outgoing.sheets or _TABLES)
