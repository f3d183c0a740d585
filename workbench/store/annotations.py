"""Annotations: how they are put into the file and read back."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from workbench.model import Annotation, Placing, Selector, Span, Target
from workbench.store.articles import storable

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from workbench.store.project_file import ProjectFile

PORTION = 250
"""Annotations read at a time: some 10 ms, so that a window goes on answering in between."""

_PORTION = """
SELECT id, coalesce(article, ''), memo, author, created, changed FROM annotations
WHERE (created, id) > (?, ?) ORDER BY created, id LIMIT ?
"""
_SOME = """
SELECT id, coalesce(article, ''), memo, author, created, changed FROM annotations
WHERE id IN (SELECT value FROM json_each(?)) ORDER BY created, id
"""
_OF_ARTICLES = """
SELECT id, coalesce(article, ''), memo, author, created, changed FROM annotations
WHERE article IN (SELECT value FROM json_each(?1)) OR id IN
  (SELECT annotation FROM selectors WHERE article IN (SELECT value FROM json_each(?1)))
ORDER BY created, id
"""
_OF_PROJECT = """
SELECT id, '', memo, author, created, changed FROM annotations
WHERE article IS NULL AND NOT EXISTS
  (SELECT 1 FROM selectors WHERE selectors.annotation = annotations.id)
ORDER BY created, id
"""
_WITH_TAGS = """
SELECT id, coalesce(article, ''), memo, author, created, changed FROM annotations
WHERE id IN
  (SELECT annotation FROM annotation_tags WHERE tag IN (SELECT value FROM json_each(?)))
ORDER BY created, id
"""
_WAITING = """
SELECT id, coalesce(article, ''), memo, author, created, changed FROM annotations
WHERE id IN (SELECT annotation FROM selectors WHERE placing = 'doubtful') ORDER BY created, id
"""
_USES = "SELECT tag, count(DISTINCT annotation) FROM annotation_tags GROUP BY tag"
_TAGGINGS = """
SELECT given.annotation, given.tag, coalesce(selectors.article, annotations.article, ''),
  iif(selectors.placing = 'placed', selectors.start, 0),
  iif(selectors.placing = 'placed', selectors.end, 0), given.place
FROM (SELECT * FROM annotation_tags WHERE (annotation, place) > (?, ?)
  ORDER BY annotation, place LIMIT ?) AS given
JOIN annotations ON annotations.id = given.annotation
LEFT JOIN selectors ON selectors.annotation = given.annotation
ORDER BY given.annotation, given.place, selectors.place
"""

_SELECTORS = """
SELECT annotation, article, start, end, quote, prefix, suffix, revision, confidence, placing
FROM selectors WHERE annotation IN (SELECT value FROM json_each(?)) ORDER BY annotation, place
"""
_TAGS = """
SELECT annotation, tag FROM annotation_tags
WHERE annotation IN (SELECT value FROM json_each(?)) ORDER BY annotation, place
"""

_KEEP = """
INSERT INTO annotations (id, article, memo, author, created, changed)
VALUES (?, nullif(?, ''), ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
  article = excluded.article, memo = excluded.memo, author = excluded.author,
  created = excluded.created, changed = excluded.changed
"""
_KEEP_SELECTOR = """
INSERT INTO selectors (annotation, place, article, revision, start, end, quote, prefix, suffix,
  confidence, placing)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_KEEP_TAG = "INSERT INTO annotation_tags (annotation, place, tag) VALUES (?, ?, ?)"


def read_annotations(file: ProjectFile) -> Iterator[tuple[Annotation, ...]]:
    """Yield all annotations by when they were made, a portion at every step.

    What is put in or taken out between two steps may be met or not.
    """
    last = ("", "")
    while True:
        with file.reading() as connection:
            portion = _whole(connection, connection.execute(_PORTION, (*last, PORTION)).fetchall())
        if not portion:
            return
        yield portion
        last = (portion[-1].created, portion[-1].id)


def find_annotations(file: ProjectFile, ids: Iterable[str]) -> tuple[Annotation, ...]:
    """Return the annotations of these ids that there are, by when they were made."""
    return _found(file, _SOME, ids)


def annotations_of(file: ProjectFile, articles: Iterable[str]) -> tuple[Annotation, ...]:
    """Return the annotations that speak of any of these articles, by when they were made."""
    return _found(file, _OF_ARTICLES, articles)


def annotations_of_project(file: ProjectFile) -> tuple[Annotation, ...]:
    """Return the annotations on the project as such, by when they were made."""
    with file.reading() as connection:
        return _whole(connection, connection.execute(_OF_PROJECT).fetchall())


def annotations_with(file: ProjectFile, tags: Iterable[str]) -> tuple[Annotation, ...]:
    """Return the annotations that have any of these tags, by when they were made."""
    return _found(file, _WITH_TAGS, tags)


def waiting_annotations(file: ProjectFile) -> tuple[Annotation, ...]:
    """Return the annotations that have words whose place is doubtful, by when they were made."""
    with file.reading() as connection:
        return _whole(connection, connection.execute(_WAITING).fetchall())


def count_uses(file: ProjectFile) -> dict[str, int]:
    """Return how many annotations have each tag, by its id; tags without any are left out."""
    with file.reading() as connection:
        return dict(connection.execute(_USES).fetchall())


def read_taggings(file: ProjectFile) -> Iterator[list[tuple[str, str, str, int, int]]]:
    """Yield each tag that was given, a portion at every step, those of an annotation together.

    Each with its annotation, its tag, an article, or none where it is about the project, and the
    words in it, none where they are not placed; several times where there are several words.
    """
    last = ("", -1)
    while True:
        with file.reading() as connection:
            rows = connection.execute(_TAGGINGS, (*last, PORTION)).fetchall()
        if not rows:
            return
        yield [row[:5] for row in rows]
        last = (rows[-1][0], rows[-1][5])


def change_annotations(
    file: ProjectFile, put: Sequence[Annotation], removed: Sequence[str]
) -> None:
    """Store annotations, in place of those that have their ids, and take some out.

    One transaction. The articles and tags that they name must be there.
    """
    replaced = [(annotation.id,) for annotation in put]
    with file.writing() as connection:
        connection.executemany("DELETE FROM annotations WHERE id = ?", [(id_,) for id_ in removed])
        connection.executemany(_KEEP, [_row(annotation) for annotation in put])
        connection.executemany("DELETE FROM selectors WHERE annotation = ?", replaced)
        connection.executemany("DELETE FROM annotation_tags WHERE annotation = ?", replaced)
        connection.executemany(_KEEP_SELECTOR, [row for one in put for row in _selector_rows(one)])
        connection.executemany(
            _KEEP_TAG,
            [(one.id, place, tag) for one in put for place, tag in enumerate(one.tags)],
        )


def _found(file: ProjectFile, query: str, wanted: Iterable[str]) -> tuple[Annotation, ...]:
    with file.reading() as connection:
        rows = connection.execute(query, (json.dumps(list(wanted)),)).fetchall()
        return _whole(connection, rows)


def _whole(connection: sqlite3.Connection, rows: list[tuple[str, ...]]) -> tuple[Annotation, ...]:
    """Return the annotations of these rows with their selectors and tags."""
    ids = (json.dumps([row[0] for row in rows]),)
    selectors: dict[str, list[Selector]] = defaultdict(list)
    for id_, *row in connection.execute(_SELECTORS, ids):
        selectors[id_].append(_selector(row))
    tags: dict[str, list[str]] = defaultdict(list)
    for id_, tag in connection.execute(_TAGS, ids):
        tags[id_].append(tag)
    return tuple(
        Annotation(id_, Target(tuple(selectors[id_]), article), tuple(tags[id_]), *rest)
        for id_, article, *rest in rows
    )


def _selector(row: Sequence[Any]) -> Selector:
    article, start, end, quote, prefix, suffix, revision, confidence, placing = row
    context = (quote, prefix, suffix)
    return Selector(article, Span(start, end), *context, revision, confidence, Placing(placing))


def _row(annotation: Annotation) -> tuple[str, ...]:
    return (
        annotation.id,
        annotation.target.article,
        storable(annotation.memo),
        storable(annotation.author),
        annotation.created,
        annotation.changed,
    )


def _selector_rows(annotation: Annotation) -> Iterator[tuple[str | int | float, ...]]:
    for place, one in enumerate(annotation.target.selectors):
        words = (storable(one.quote), storable(one.prefix), storable(one.suffix))
        where = (one.article, one.revision, one.span.start, one.span.end)
        yield (annotation.id, place, *where, *words, one.confidence, one.placing.value)
