"""Matrices: which share of their words articles, or outlets, have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model import Matrix

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model import Article, PassagePair

MOST_ARTICLES = 24
"""More than this are told by outlet: a page has no room for more columns with numbers in them."""

MOST_OUTLETS = 60
"""Beyond so many outlets a table says nothing to a reader; those with most articles are shown."""


def matrix_of(articles: Sequence[Article], pairs: Sequence[PassagePair]) -> Matrix:
    """Return the shares of articles in their order, or of outlets by name where there are many."""
    from workbench.comparison.shares import shares

    by_outlet = len(articles) > MOST_ARTICLES
    members = _outlets(articles) if by_outlet else _single(articles)
    found = shares(articles, pairs)
    places = list(members.values())
    rows = zip(found.common(places, places).tolist(), found.total(places).tolist(), strict=True)
    cells = tuple(
        tuple(
            None if row == column else count / max(1, total) for column, count in enumerate(counts)
        )
        for row, (counts, total) in enumerate(rows)
    )
    names = [name for _, name in members]
    return Matrix(tuple(names), cells, by_outlet)


def _single(articles: Sequence[Article]) -> dict[tuple[str, str], list[int]]:
    """Return the place of each article under its id and what it is called."""
    return {
        (article.id, article.outlet or article.headline or article.id): [place]
        for place, article in enumerate(articles)
    }


def _outlets(articles: Sequence[Article]) -> dict[tuple[str, str], list[int]]:
    """Return the places of each outlet's articles, by name; what has no outlet last."""
    found: dict[str, list[int]] = {}
    for place, article in enumerate(articles):
        found.setdefault(article.outlet, []).append(place)
    most = sorted(found, key=lambda name: (-len(found[name]), name))[:MOST_OUTLETS]
    return {("", name): found[name] for name in sorted(most, key=lambda name: (not name, name))}
