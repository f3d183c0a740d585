"""Verify, the analyst's part: whether annotations, tags and revisions fit together."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from workbench.model import Placing, Span
from workbench.store.finding import Fault, Finding

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping

    from workbench.store.project_file import ProjectFile

_SELECTORS = """
SELECT annotation, place, article, revision, start, end, quote, placing FROM selectors
ORDER BY article, revision, annotation, place
"""

_TEXT = """
SELECT text FROM articles WHERE id = ?1 AND revision = ?2
UNION ALL SELECT text FROM revisions WHERE article = ?1 AND number = ?2
"""

_REVISIONS = """
SELECT id FROM articles WHERE revision != (
  SELECT count(*) FROM revisions WHERE article = articles.id AND number < articles.revision
) OR revision < (SELECT count(*) FROM revisions WHERE article = articles.id)
ORDER BY position
"""


class PlacedWords(NamedTuple):
    """The selector of an annotation, as a row of the file has it."""

    annotation: str
    place: int
    article: str
    revision: int
    start: int
    end: int
    quote: str
    placing: str

    @property
    def name(self) -> str:
        """What it is called in a report."""
        return f"annotation {self.annotation}.{self.place}: {self.article}"


def analyst_findings(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Yield what is wrong with what the analyst has put in, the texts themselves aside."""
    for (article,) in connection.execute(_REVISIONS):
        yield Finding(Fault.REFERENCE, f"revisions of article {article}")
    yield from _tag_findings(parents_of(connection))
    for fault, words, _ in misplaced(connection):
        where = f"{words.name} [{words.start}, {words.end})"
        yield Finding(fault, where)


def parents_of(connection: sqlite3.Connection) -> dict[str, str]:
    """Return each tag's id with that of the tag above it, an empty one at the top."""
    return dict(connection.execute("SELECT id, parent FROM tags ORDER BY id"))


def in_circle(tag: str, parents: Mapping[str, str]) -> bool:
    """Tell whether a tag stands below itself."""
    above, met = parents[tag], {""}
    while above != tag and above not in met:
        met.add(above)
        above = parents.get(above, "")
    return above == tag


def misplaced(connection: sqlite3.Connection) -> Iterator[tuple[Fault, PlacedWords, str]]:
    """Yield the words of annotations that are not at their places, with the text of the place.

    The text is empty where there is none of that revision.
    """
    key, text, latest = ("", -1), "", -1
    for words in map(PlacedWords._make, connection.execute(_SELECTORS)):
        if key != (words.article, words.revision):
            key = (words.article, words.revision)
            row = connection.execute(_TEXT, key).fetchone()
            text = "" if row is None else row[0]
            latest = _revision_of(connection, words.article)
        if fault := _fault_of(words, text, latest):
            yield fault, words, text


def records(file: ProjectFile) -> tuple[tuple[int, str, str], ...]:
    """Return number, words and record of each step of the history, the first one first."""
    with file.reading() as connection:
        rows = connection.execute("SELECT number, words, edit FROM history ORDER BY number")
        return tuple((int(number), words, edit) for number, words, edit in rows)


def _revision_of(connection: sqlite3.Connection, article: str) -> int:
    """Return the number of the present text of an article, -1 where there is no such article."""
    row = connection.execute("SELECT revision FROM articles WHERE id = ?", (article,)).fetchone()
    return -1 if row is None else int(row[0])


def _fault_of(words: PlacedWords, text: str, latest: int) -> Fault | None:
    if not text:
        return Fault.REFERENCE
    if words.end > len(text):
        return Fault.SPAN
    if Span(words.start, words.end).of(text) != words.quote:
        return Fault.QUOTE
    if words.placing == Placing.PLACED and words.revision != latest:
        return Fault.PLACING
    return None


def _tag_findings(parents: Mapping[str, str]) -> Iterator[Finding]:
    for tag, parent in parents.items():
        if parent and parent not in parents:
            yield Finding(Fault.REFERENCE, f"tag {tag}: {parent}")
        elif in_circle(tag, parents):
            yield Finding(Fault.CIRCLE, f"tag {tag}")
