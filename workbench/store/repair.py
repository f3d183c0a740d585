"""Repair: mends what of a project file can be mended without any guess, and says what it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model import Span, select
from workbench.store.finding import Cure, Fault, Repair
from workbench.store.schema import OF_COMPARISON
from workbench.store.verify import derived_findings
from workbench.store.verify_analyst import in_circle, misplaced, parents_of
from workbench.store.verify_search import begin_search_anew, search_findings

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterator

    from workbench.store.project_file import ProjectFile
    from workbench.store.verify_analyst import PlacedWords

RECOVERED = "Recovered"
"""What a tag is called that annotations have but the codebook has not."""

_COMPUTED = {table.name for table in OF_COMPARISON} | {"fingerprints"}

_LOST_TAGS = """
SELECT DISTINCT tag FROM annotation_tags WHERE tag NOT IN (SELECT id FROM tags) ORDER BY tag
"""
_NEW_TAG = """
INSERT INTO tags (id, parent, name, colour, definition, examples, key, place)
VALUES (?, '', ?, '', '', '', '', (SELECT coalesce(max(place) + 1, 0) FROM tags))
"""
_LOST_OUTLETS = """
SELECT id FROM articles WHERE outlet IS NOT NULL AND outlet NOT IN (SELECT id FROM outlets)
ORDER BY position
"""
_PLACE = """
UPDATE selectors SET start = ?, end = ?, prefix = ?, suffix = ? WHERE annotation = ? AND place = ?
"""
_REVIEW = "UPDATE selectors SET placing = 'doubtful' WHERE annotation = ? AND place = ?"


def repair(file: ProjectFile, broken_steps: Collection[int] = ()) -> tuple[Repair, ...]:
    """Mend what can be mended, in one transaction, and return what was.

    `broken_steps` are the numbers of the steps of the history whose records cannot be read. What
    the analyst has said is never dropped, nor moved unless its words stand at one place only.
    """
    with file.writing() as connection:
        return (
            *_mend_indexes(connection),
            *_mend_outlets(connection),
            *_mend_tags(connection),
            *_mend_tree(connection),
            *_mend_places(connection),
            *_mend_history(connection, broken_steps),
            *_mend_comparisons(connection),
            *_mend_search(connection),
        )


def _mend_indexes(connection: sqlite3.Connection) -> Iterator[Repair]:
    answers = [row[0] for row in connection.execute("PRAGMA integrity_check")]
    if any("index" in answer for answer in answers):
        connection.execute("REINDEX")
        yield Repair(Cure.INDEX, "")


def _mend_outlets(connection: sqlite3.Connection) -> Iterator[Repair]:
    for (article,) in connection.execute(_LOST_OUTLETS).fetchall():
        connection.execute("UPDATE articles SET outlet = NULL WHERE id = ?", (article,))
        yield Repair(Cure.OUTLET, article)


def _mend_tags(connection: sqlite3.Connection) -> Iterator[Repair]:
    """Make tags anew that annotations have: what was tagged alike stays tagged alike."""
    taken = {name for (name,) in connection.execute("SELECT name FROM tags")}
    number = 0
    for (tag,) in connection.execute(_LOST_TAGS).fetchall():
        number += 1
        while (name := f"{RECOVERED} {number}") in taken:
            number += 1
        connection.execute(_NEW_TAG, (tag, name))
        yield Repair(Cure.TAG, name)


def _mend_tree(connection: sqlite3.Connection) -> Iterator[Repair]:
    """Put tags to the top whose tag above is not there, and one of each circle."""
    parents = parents_of(connection)
    for tag, parent in parents.items():
        if parent and (parent not in parents or in_circle(tag, parents)):
            parents[tag] = ""
            connection.execute("UPDATE tags SET parent = '' WHERE id = ?", (tag,))
            name = connection.execute("SELECT name FROM tags WHERE id = ?", (tag,)).fetchone()[0]
            yield Repair(Cure.TOP, name)


def _mend_places(connection: sqlite3.Connection) -> Iterator[Repair]:
    """Put annotations back to their words where these stand once in their text."""
    for fault, words, text in list(misplaced(connection)):
        if fault in {Fault.SPAN, Fault.QUOTE} and _stands_once(words.quote, text):
            _put_back(connection, words, text)
            yield Repair(Cure.QUOTE, words.name)
    for fault, words, _ in list(misplaced(connection)):
        if fault is Fault.PLACING:
            connection.execute(_REVIEW, (words.annotation, words.place))
            yield Repair(Cure.REVIEW, words.name)


def _stands_once(quote: str, text: str) -> bool:
    first = text.find(quote) if quote else -1
    return first >= 0 and text.find(quote, first + 1) < 0


def _put_back(connection: sqlite3.Connection, words: PlacedWords, text: str) -> None:
    start = text.index(words.quote)
    found = select(words.article, text, Span(start, start + len(words.quote)))
    place = (found.span.start, found.span.end, found.prefix, found.suffix)
    connection.execute(_PLACE, (*place, words.annotation, words.place))


def _mend_history(connection: sqlite3.Connection, broken: Collection[int]) -> Iterator[Repair]:
    """Drop records that cannot be read, and those that only they lead to."""
    for done, drop in (
        (0, "DELETE FROM history WHERE NOT is_undone AND number <= ?"),
        (1, "DELETE FROM history WHERE is_undone AND number >= ?"),
    ):
        listed = connection.execute("SELECT number FROM history WHERE is_undone = ?", (done,))
        hit = {number for (number,) in listed}.intersection(broken)
        if hit:
            worst = min(hit) if done else max(hit)
            count = connection.execute(drop, (worst,)).rowcount
            yield Repair(Cure.HISTORY, str(count))


def _mend_comparisons(connection: sqlite3.Connection) -> Iterator[Repair]:
    """Drop what was computed where any of it is wrong; it is computed again."""
    orphans = {row[0] for row in connection.execute("PRAGMA foreign_key_check")}
    if orphans & _COMPUTED or any(True for _ in derived_findings(connection)):
        kept = connection.execute("SELECT count(*) FROM comparisons WHERE is_whole").fetchone()[0]
        for table in reversed(OF_COMPARISON):
            connection.execute(f"DELETE FROM {table.name}")  # noqa: S608 - our own names
        connection.execute("DELETE FROM comparisons")
        connection.execute("DELETE FROM fingerprints")
        yield Repair(Cure.COMPARISON, str(kept))


def _mend_search(connection: sqlite3.Connection) -> Iterator[Repair]:
    if any(True for _ in search_findings(connection)):
        begin_search_anew(connection)
        yield Repair(Cure.SEARCH, "")
