"""Counts sheets: tables of tags by outlet, article or date, and of tags by tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.project.annotation_counts import Columns
from workbench.ui.articles_grouping import NO_OUTLET
from workbench.ui.counts_model import Sheet
from workbench.ui.wording import long_date

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workbench.model import Article, Codebook, Tag
    from workbench.project.annotation_counts import Meeting, Tally

ALL = "All"
NO_DATE = "No date"
MOST_COLUMNS = 300  # those with the most annotations; beyond lies nothing but paper
MONTH = len("2024-02")


def tally_sheet(
    codebook: Codebook, tally: Tally, columns: Columns, articles: Mapping[str, Article]
) -> Sheet:
    """Return how often each tag was given in each column, with totals at the end."""
    keys = _widest(tally)
    heads = tuple(head_of(key, columns, articles) for key in keys)
    tags = codebook.branch()
    rows = [
        (*(tally.cells.get((tag.id, key), 0) for key in keys), tally.uses.get(tag.id, 0))
        for tag in tags
    ]
    rows.append((*(tally.all[key] for key in keys), tally.annotations))
    indents = (*_indents(codebook, tags), 0)
    return Sheet((*tags, None), (*keys, None), (*heads, ALL), indents, tuple(rows))


def meeting_sheet(
    codebook: Codebook, meeting: Meeting, uses: Mapping[str, int], *, on_words: bool
) -> Sheet:
    """Return how often tags meet, for the tags that were given, with their uses at the end."""
    tags = tuple(tag for tag in codebook.branch() if uses.get(tag.id))
    rows = [
        (
            *(meeting.count(tag.id, other.id, on_words=on_words) for other in tags),
            uses.get(tag.id, 0),
        )
        for tag in tags
    ]
    keys = (*(tag.id for tag in tags), None)
    heads = (*(tag.name for tag in tags), "Uses")
    return Sheet(tags, keys, heads, _indents(codebook, tags), tuple(rows))


def _widest(tally: Tally) -> tuple[str, ...]:
    """Return the columns with the most annotations, in their order."""
    if len(tally.columns) <= MOST_COLUMNS:
        return tally.columns
    most = sorted(tally.columns, key=lambda key: -tally.all[key])[:MOST_COLUMNS]
    kept = set(most)
    return tuple(key for key in tally.columns if key in kept)


def head_of(key: str, columns: Columns, articles: Mapping[str, Article]) -> str:
    """Return what the column of a tally is called."""
    if columns is Columns.OUTLETS:
        return key or NO_OUTLET
    if columns is Columns.ARTICLES:
        article = articles[key]
        return article.headline or article.outlet or key
    return (long_date(key) if len(key) > MONTH else key) or NO_DATE


def _indents(codebook: Codebook, tags: Sequence[Tag]) -> tuple[int, ...]:
    return tuple(len(codebook.path(tag.id)) - 1 for tag in tags)
