"""Exchange work: what the worker process does before anything of another program is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from workbench.model import Article, Codebook, Report
    from workbench.project.exchange_articles import Incoming


def look_at_exchange(
    path: Path, articles: Sequence[Article], codebook: Codebook, *, report: Report
) -> Incoming:
    """Read what another program's file brings into a project with these articles and tags."""
    from workbench.project.exchanging import read_exchange

    return read_exchange(path, articles, codebook, report)
