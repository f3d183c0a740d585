"""Rows of annotations: what the list says of each, which are wanted, and in which order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from heapq import merge
from itertools import islice
from typing import TYPE_CHECKING

from workbench.model import Article, Placing

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Mapping, Sequence

    from workbench.model import Annotation, Codebook, Span

PORTION = 1_000
"""Rows that are looked at or sorted at a time: some 3 ms."""

MOST_WORDS = 300  # code points of the annotated words in a row: more is not seen


class Column(IntEnum):
    """What stands in which column."""

    WORDS = 0
    TAGS = 1
    MEMO = 2
    OUTLET = 3
    ARTICLE = 4
    DATE = 5
    AUTHOR = 6
    CHANGED = 7


@dataclass(frozen=True, slots=True)
class AnnotationRow:
    """One annotation as the list has it; `span` where its first words are, if they are placed.

    `article` is the first article that it speaks of, empty for the project; `folded` is what the
    search looks through.
    """

    id: str
    words: str
    tags: tuple[str, ...]
    memo: str
    article: str
    articles: tuple[str, ...]
    span: Span | None
    placing: Placing
    author: str
    changed: str
    folded: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which annotations are wanted; None, or an empty text, where it does not matter.

    `tags` are any of these, none of them: an empty set. `since` and `until` are ISO dates of the
    article, or beginnings of one.
    """

    words: tuple[str, ...] = ()
    tags: frozenset[str] | None = None
    outlet: str | None = None
    author: str | None = None
    since: str = ""
    until: str = ""
    ids: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What rows need to know of the project: its articles by their ids, and its tags."""

    articles: Mapping[str, Article]
    codebook: Codebook


def row_of(annotation: Annotation) -> AnnotationRow:
    """Return what the list says of an annotation."""
    target = annotation.target
    first = target.selectors[0] if target.selectors else None
    words = " … ".join(" ".join(one.quote.split()) for one in target.selectors[:2])
    articles = target.articles
    placing = first.placing if first else Placing.PLACED
    return AnnotationRow(
        annotation.id,
        words[:MOST_WORDS],
        annotation.tags,
        annotation.memo,
        articles[0] if articles else "",
        articles,
        first.span if first and placing is Placing.PLACED else None,
        placing,
        annotation.author,
        annotation.changed,
        f"{words}\n{annotation.memo}".casefold(),
    )


def sort_key(column: Column, context: Context) -> Callable[[AnnotationRow], tuple[str, str]]:
    """Return what sorts rows by a column; what is empty comes first."""
    names = {tag.id: tag.name.casefold() for tag in context.codebook.tags}
    articles, nothing = context.articles, Article("", "")
    key: Callable[[AnnotationRow], str] = {
        Column.WORDS: lambda row: row.words.casefold(),
        Column.TAGS: lambda row: "\n".join(names.get(tag, "") for tag in row.tags),
        Column.MEMO: lambda row: row.memo.casefold(),
        Column.OUTLET: lambda row: articles.get(row.article, nothing).outlet.casefold(),
        Column.ARTICLE: lambda row: articles.get(row.article, nothing).headline.casefold(),
        Column.DATE: lambda row: articles.get(row.article, nothing).published,
        Column.AUTHOR: lambda row: row.author.casefold(),
        Column.CHANGED: lambda row: row.changed,
    }[column]
    return lambda row: (key(row), row.id)


def is_wanted(row: AnnotationRow, wanted: Wanted, context: Context) -> bool:
    """Tell whether a row is one of those that are wanted."""
    if any(word not in row.folded for word in wanted.words):
        return False
    if wanted.author is not None and row.author != wanted.author:
        return False
    if not _has_tags(row, wanted):
        return False
    if wanted.ids is not None and row.id not in wanted.ids:
        return False
    if wanted.outlet is None and not wanted.since and not wanted.until:
        return True
    articles = (context.articles[id_] for id_ in row.articles if id_ in context.articles)
    return any(_fits(article, wanted) for article in articles)


def arranging(
    rows: Iterable[AnnotationRow],
    wanted: Wanted,
    column: Column | None,
    context: Context,
    *,
    backwards: bool = False,
) -> Generator[None, None, list[AnnotationRow]]:
    """Return the wanted rows in the order of a column, or as they come, a portion at every step."""
    every = list(rows)
    found: list[AnnotationRow] = []
    for start in range(0, len(every), PORTION):
        found += [row for row in every[start : start + PORTION] if is_wanted(row, wanted, context)]
        yield
    if column is None:
        return found[::-1] if backwards else found
    return (yield from _sorting(found, sort_key(column, context), backwards=backwards))


def _sorting(
    rows: Sequence[AnnotationRow],
    key: Callable[[AnnotationRow], tuple[str, str]],
    *,
    backwards: bool,
) -> Generator[None, None, list[AnnotationRow]]:
    runs = []
    for start in range(0, len(rows), PORTION):
        runs.append(sorted(((*key(row), row) for row in rows[start : start + PORTION]), key=_first))
        yield
    order: list[AnnotationRow] = []
    merged = merge(*runs, key=_first)
    while portion := [row for *_, row in islice(merged, PORTION)]:
        order += portion
        yield
    return order[::-1] if backwards else order


def _first(keyed: tuple[str, str, AnnotationRow]) -> tuple[str, str]:
    return keyed[:2]


def _has_tags(row: AnnotationRow, wanted: Wanted) -> bool:
    if wanted.tags is None:
        return True
    return not wanted.tags.isdisjoint(row.tags) if wanted.tags else not row.tags


def _fits(article: Article, wanted: Wanted) -> bool:
    if wanted.outlet is not None and article.outlet != wanted.outlet:
        return False
    day = article.published[:10]
    if wanted.since and day < wanted.since:
        return False
    return not wanted.until or (bool(day) and day[: len(wanted.until)] <= wanted.until)
