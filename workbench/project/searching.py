"""Searching: what a query finds in a project, the best first, and where the words stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from workbench.model import Field
from workbench.project.search_matches import SearchMatches
from workbench.project.search_parts import field_of
from workbench.store.annotations import find_annotations
from workbench.text.query import parse, phrases
from workbench.text.searchable import Searched

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping

    from workbench.model import Annotation, Article, Condition, Near, Phrase, Span
    from workbench.project.project import Project
    from workbench.project.search_index import SearchIndex
    from workbench.project.search_matches import Scores

FIRST = 10
"""Articles shown at a time, which fill a list; who needs more of them scrolls."""

MOST_NOTES = 20
"""Annotations shown of one article."""


class Order(StrEnum):
    """The order of what is found; by date and outlet, what is about the project stands last."""

    RELEVANCE = "relevance"
    DATE = "date"
    OUTLET = "outlet"


@dataclass(frozen=True, slots=True)
class Found:
    """The ids of the articles found, in order; an empty one for what is about the project.

    `texts` are those that are found themselves, `annotations` the ids of those that are, the best
    first, by the article that they speak of first. `sought` is what stands in them.
    """

    articles: tuple[str, ...] = ()
    texts: frozenset[str] = frozenset()
    annotations: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sought: tuple[Phrase | Near, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """An annotation that is found, and where in its memo the words stand."""

    annotation: Annotation
    places: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """An article with what is found of it; `article` is None where that is about the project.

    The spans are those of its text, headline and byline. `more_notes` counts the annotations that
    are found beside `notes`.
    """

    article: Article | None
    places: tuple[Span, ...]
    headline: tuple[Span, ...]
    byline: tuple[Span, ...]
    notes: tuple[Note, ...]
    more_notes: int = 0


def looking(
    index: SearchIndex, condition: Condition | None, order: Order = Order.RELEVANCE
) -> Generator[None, None, Found]:
    """Return what a query finds, found in portions, one at every step."""
    if condition is None:
        return Found()
    matches = SearchMatches(index, condition)
    yield from matches.gathering()
    articles = matches.articles()
    yield
    annotations = matches.annotations()
    yield
    groups: dict[str, list[str]] = {}
    best = dict(articles)
    for id_ in sorted(annotations, key=lambda id_: (-annotations[id_], id_)):
        home = matches.homes[id_][0]
        groups.setdefault(home, []).append(id_)
        best[home] = max(best.get(home, 0.0), annotations[id_])
    yield
    return Found(
        _ordered(index, best, order),
        frozenset(articles),
        {home: tuple(ids) for home, ids in groups.items()},
        tuple(dict.fromkeys(phrases(condition))),
    )


def hits(index: SearchIndex, found: Found, start: int = 0, most: int = FIRST) -> tuple[Hit, ...]:
    """Return some of what was found, with the places of the words; what has gone is left out."""
    some = found.articles[start : start + most]
    shown = [id_ for id_ in some if not id_ or index.contents.has_article(id_)]
    wanted = [id_ for article in shown for id_ in found.annotations.get(article, ())[:MOST_NOTES]]
    annotations = {one.id: one for one in find_annotations(index.contents.file, wanted)}
    return tuple(_hit(index, found, article, annotations) for article in shown)


def places_in(index: SearchIndex, found: Found, id_: str) -> tuple[Span, ...]:
    """Return where in the text of an article the words stand, nowhere where it is not found."""
    if id_ not in found.texts or not index.contents.has_article(id_):
        return ()
    return _places(index.contents.article(id_).text, found, Field.ANYWHERE)


def search(
    project: Project,
    query: str,
    order: Order = Order.RELEVANCE,
    start: int = 0,
    most: int = FIRST,
) -> tuple[int, tuple[Hit, ...]]:
    """Return how many articles a query finds, and some of them; raises QueryError.

    The index is filled first, which takes some seconds in a project of thousands of articles.
    """
    index = project.index
    for _ in index.filling():
        pass
    steps = looking(index, parse(query), order)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: Found = end.value
            return len(found.articles), hits(index, found, start, most)


def _ordered(index: SearchIndex, best: Scores, order: Order) -> tuple[str, ...]:
    articles = [one for one in index.contents.articles() if one.id in best]
    if order is Order.DATE:
        articles.sort(key=lambda article: article.published or "~")
    elif order is Order.OUTLET:
        articles.sort(key=lambda article: (article.outlet.casefold() or "~", article.published))
    ids = [article.id for article in articles]
    if "" in best:
        ids.append("")
    if order is Order.RELEVANCE:
        ids.sort(key=lambda id_: -best[id_])
    return tuple(ids)


def _hit(index: SearchIndex, found: Found, id_: str, annotations: Mapping[str, Annotation]) -> Hit:
    article = index.contents.article(id_) if id_ else None
    ids = found.annotations.get(id_, ())
    notes = [annotations[each] for each in ids[:MOST_NOTES] if each in annotations]
    return Hit(
        article,
        places_in(index, found, id_),
        _places(article.headline if article else "", found, Field.ANYWHERE, Field.HEADLINE),
        _places(article.byline if article else "", found, Field.ANYWHERE, Field.BYLINE),
        tuple(Note(one, _places(one.memo, found, Field.ANYWHERE, Field.MEMO)) for one in notes),
        max(0, len(ids) - MOST_NOTES),
    )


def _places(text: str, found: Found, *fields: Field) -> tuple[Span, ...]:
    return Searched(text).places(each for each in found.sought if field_of(each) in fields)
