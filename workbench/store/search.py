"""Search: the index of words, how it is filled, and what is found by it."""

from __future__ import annotations

import json
import sqlite3
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING, Protocol

from workbench.model import AllOf, AnyOf, Field, Near, NoneOf, Phrase
from workbench.store.schema import BY_NAME
from workbench.store.search_tables import WAITING_INDEX

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from contextlib import AbstractContextManager

    from workbench.model import Condition
    from workbench.store.project_file import ProjectFile

PORTION = 1_000
"""Rows read at a time: a few milliseconds, so that a window goes on answering in between."""

LEAST_WASTE = 1_000
"""Rows of what has gone that an index may always have; else half of them."""

_FIELDS = {
    Field.ANYWHERE: "",
    Field.HEADLINE: "headline : ",
    Field.BYLINE: "byline : ",
    Field.MEMO: "memo : ",
}

_FIND = """
SELECT coalesce(article, ''), coalesce(annotation, ''), -bm25(search_words, 1, 4, 2, 3, 3)
FROM search_words JOIN searchable ON number = search_words.rowid
WHERE search_words MATCH ?
"""
"""Words in a headline weigh most, then those of a memo and of tags, which are short as well."""

_WAITING = """
SELECT number, coalesce(article, ''), coalesce(annotation, '') FROM searchable
WHERE NOT is_ready ORDER BY number LIMIT ?
"""
_COUNT_WAITING = "SELECT count(article), count(annotation) FROM searchable WHERE NOT is_ready"
_READY = "UPDATE searchable SET is_ready = 1 WHERE number = ? AND NOT is_ready"
_KEEP = """
INSERT INTO search_words (rowid, text, headline, byline, memo, tags) VALUES (?, ?, ?, ?, ?, ?)
"""
_WASTE = """
SELECT (SELECT count(*) FROM search_words_docsize),
  (SELECT count(*) FROM searchable WHERE is_ready)
"""

_TAGGED = """
SELECT DISTINCT annotation FROM annotation_tags WHERE tag IN (SELECT value FROM json_each(?))
"""
_BY_AUTHORS = "SELECT id FROM annotations WHERE author IN (SELECT value FROM json_each(?))"
_HOMES = """
SELECT ids.value, coalesce(selectors.article, annotations.article, '')
FROM json_each(?) AS ids JOIN annotations ON annotations.id = ids.value
LEFT JOIN selectors ON selectors.annotation = ids.value ORDER BY ids.key, selectors.place
"""

Homes = dict[str, tuple[str, ...]]
Found = tuple[str, str, float]
"""The id of an article, or else of an annotation, and how well it fits; more is better."""


class Index(Protocol):
    """Where the index is kept: a project file, or memory."""

    def reading(self) -> AbstractContextManager[sqlite3.Connection]:
        """Lend a connection for reading."""

    def writing(self) -> AbstractContextManager[sqlite3.Connection]:
        """Lend a connection for one transaction."""


@dataclass(frozen=True, slots=True)
class Words:
    """What an article or an annotation is found by; `number` is its row in the index."""

    number: int
    text: str = ""
    headline: str = ""
    byline: str = ""
    memo: str = ""
    tags: str = ""


class MemoryIndex:
    """An index of a file that may not be written, gone when it is closed; nothing is in it yet."""

    def __init__(self, articles: Iterable[str], annotations: Iterable[str]) -> None:
        self._connection = sqlite3.connect(":memory:", isolation_level=None)
        for name in ("searchable", "search_words"):
            self._connection.execute(BY_NAME[name].sql)
        self._connection.execute(WAITING_INDEX)
        insert = "INSERT INTO searchable (article, annotation) VALUES (?, ?)"
        with self.writing() as connection:
            connection.executemany(insert, ((id_, None) for id_ in articles))
            connection.executemany(insert, ((None, id_) for id_ in annotations))

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Lend the connection for reading."""
        yield self._connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Lend the connection for one transaction."""
        self._connection.execute("BEGIN")
        yield self._connection
        self._connection.execute("COMMIT")

    def close(self) -> None:
        """Forget all; a second call does nothing."""
        self._connection.close()


def expression(condition: Condition) -> str | None:
    """Return what FTS5 calls a condition whose phrases are words with single blanks between them.

    None for one that asks for more than words, or only that some are absent.
    """
    match condition:
        case Phrase() if condition.field in _FIELDS:
            return f"{_FIELDS[condition.field]}{_quoted(condition)}"
        case Near() if condition.first.field in _FIELDS:
            both = f"{_quoted(condition.first)} {_quoted(condition.second)}"
            return f"{_FIELDS[condition.first.field]}NEAR({both}, {condition.within})"
        case AnyOf():
            parts = [expression(part) for part in condition.parts]
            return _joined(" OR ", parts)
        case AllOf():
            wanted = [expression(each) for each in condition.parts if not isinstance(each, NoneOf)]
            absent = [expression(each.part) for each in condition.parts if isinstance(each, NoneOf)]
            return _joined(" NOT ", [_joined(" AND ", wanted), *absent])
    return None


def find_words(index: Index, sought: str) -> Iterator[tuple[Found, ...]]:
    """Yield what has the words of an FTS5 expression, in no order, a portion at every step."""
    with index.reading() as connection:
        cursor = connection.execute(_FIND, (sought,))
        while rows := cursor.fetchmany(PORTION):
            yield tuple(rows)


def waiting(index: Index, most: int) -> tuple[tuple[int, str, str], ...]:
    """Return what is not in the index yet: its row there, id of the article, or of annotation."""
    with index.reading() as connection:
        return tuple(connection.execute(_WAITING, (most,)))


def count_waiting(index: Index) -> tuple[int, int]:
    """Return how many articles and how many annotations are not in the index yet."""
    with index.reading() as connection:
        articles, annotations = connection.execute(_COUNT_WAITING).fetchone()
        return int(articles), int(annotations)


def keep_words(index: Index, found: Iterable[Words]) -> None:
    """Put words into the index, in one transaction; of what has changed meanwhile, nothing."""
    with index.writing() as connection:
        for words in found:
            if connection.execute(_READY, (words.number,)).rowcount:
                connection.execute(_KEEP, astuple(words))


def clear_waste(index: Index) -> None:
    """Let the index begin anew where most of it stands for what has gone."""
    with index.reading() as connection:
        rows, ready = connection.execute(_WASTE).fetchone()
    if rows - ready > max(LEAST_WASTE, ready):
        with index.writing() as connection:
            connection.execute("INSERT INTO search_words (search_words) VALUES ('delete-all')")
            connection.execute("UPDATE searchable SET is_ready = 0")


def annotation_ids(file: ProjectFile) -> tuple[str, ...]:
    """Return the ids of all annotations, by when they were made."""
    with file.reading() as connection:
        rows = connection.execute("SELECT id FROM annotations ORDER BY created, id")
        return tuple(id_ for (id_,) in rows)


def annotation_authors(file: ProjectFile) -> tuple[str, ...]:
    """Return who has made annotations."""
    with file.reading() as connection:
        rows = connection.execute("SELECT DISTINCT author FROM annotations ORDER BY author")
        return tuple(author for (author,) in rows)


def annotations_by(file: ProjectFile, authors: Iterable[str]) -> frozenset[str]:
    """Return the ids of the annotations that any of these have made."""
    return _ids(file, _BY_AUTHORS, authors)


def annotations_tagged(file: ProjectFile, tags: Iterable[str]) -> frozenset[str]:
    """Return the ids of the annotations that have any of these tags."""
    return _ids(file, _TAGGED, tags)


def homes_of(file: ProjectFile, annotations: Iterable[str]) -> Homes:
    """Return the ids of the articles that annotations speak of; an empty one for the project."""
    homes: Homes = {}
    with file.reading() as connection:
        for id_, article in connection.execute(_HOMES, (json.dumps(list(annotations)),)):
            if article not in (known := homes.get(id_, ())):
                homes[id_] = (*known, article)
    return homes


def _ids(file: ProjectFile, query: str, wanted: Iterable[str]) -> frozenset[str]:
    with file.reading() as connection:
        return frozenset(id_ for (id_,) in connection.execute(query, (json.dumps(list(wanted)),)))


def _quoted(phrase: Phrase) -> str:
    words = phrase.text.replace('"', '""')
    return f'"{words}" *' if phrase.is_beginning else f'"{words}"'


def _joined(sign: str, parts: list[str | None]) -> str | None:
    """Return parts joined, each in parentheses; None where one is missing, or all are."""
    there = [f"({part})" for part in parts if part is not None]
    return sign.join(there) if there and len(there) == len(parts) else None
