"""Passages columns: what the table of shared passages tells of each, and how that is sorted."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from workbench.model import Kind
from workbench.ui.desk import articles_of
from workbench.ui.timeline_sheet import UNKNOWN
from workbench.ui.wording import KINDS, first_words, length_words, long_date

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.model import Cluster
    from workbench.ui.desk import Desk


class Column(IntEnum):
    """The columns from left to right."""

    WORDS = 0
    OUTLETS = 1
    KIND = 2
    DIFFERENCES = 3
    LENGTH = 4
    FIRST = 5
    ANNOTATIONS = 6


HEADS = (
    "First words",
    "Outlets",
    "Kind",
    "Differences",
    "Length",
    "First published",
    "Annotations",
)
NUMBERS = (Column.DIFFERENCES, Column.ANNOTATIONS)
FOLDED = 60  # characters by which passages are sorted
KIND_ORDER = tuple(Kind)


def cells(cluster: Cluster, desk: Desk) -> tuple[str, ...]:
    """Return what the table says about a passage, a cell for each column."""
    passage = cluster.passages[0]
    first = desk.article(cluster.earliest.article).published if cluster.earliest else ""
    return (
        first_words(cluster, desk),
        " · ".join(desk.siglum(key) for key in articles_of(cluster)),
        KINDS[cluster.kind],
        f"{desk.differences(cluster):,}",
        length_words(passage.span.of(desk.article(passage.article).text)),
        long_date(first),
        f"{_annotations(cluster, desk):,}",
    )


def outlets(cluster: Cluster, desk: Desk) -> str:
    """Return who has a passage, each article by its siglum and its outlet."""
    named = (f"{desk.siglum(key)} {desk.article(key).outlet}" for key in articles_of(cluster))
    return ", ".join(name.strip() for name in named)


def sort_key(column: Column, desk: Desk) -> Callable[[Cluster], str | int]:
    """Return what clusters are sorted by in a column; cheap, for there may be many thousands."""

    def words(cluster: Cluster) -> str:
        passage = cluster.passages[0]
        start = passage.span.start
        return desk.article(passage.article).text[start : start + FOLDED].casefold()

    def first(cluster: Cluster) -> str:
        earliest = cluster.earliest
        return desk.article(earliest.article).published if earliest else UNKNOWN

    keys: dict[Column, Callable[[Cluster], str | int]] = {
        Column.WORDS: words,
        Column.OUTLETS: lambda cluster: len(articles_of(cluster)),
        Column.KIND: lambda cluster: KIND_ORDER.index(cluster.kind),
        Column.DIFFERENCES: desk.differences,
        Column.LENGTH: lambda cluster: cluster.passages[0].span.length,
        Column.FIRST: first,
        Column.ANNOTATIONS: lambda cluster: _annotations(cluster, desk),
    }
    return keys[column]


def _annotations(cluster: Cluster, desk: Desk) -> int:
    return len(desk.annotated.on_passages(cluster))
