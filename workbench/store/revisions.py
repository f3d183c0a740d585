"""Revisions: the texts that articles had before, kept in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model import Article, Revision

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.store.project_file import ProjectFile

_COLUMNS = """
SELECT article, text, outlet, headline, byline, published, url, language, path, section, page,
  record, retrieved, printed_words, number, added
FROM revisions
"""
_READ = f"{_COLUMNS} WHERE article = ? ORDER BY number"
_READ_ALL = f"{_COLUMNS} ORDER BY article, number"

_KEEP = """
INSERT INTO revisions (article, text, outlet, headline, byline, published, url, language, path,
  section, page, record, retrieved, printed_words, number, added, sha256)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


def read_revisions(file: ProjectFile, id_: str) -> tuple[Revision, ...]:
    """Return the texts that an article had before, the first one first."""
    with file.reading() as connection:
        rows = connection.execute(_READ, (id_,))
        return tuple(Revision(Article(*row[:-1]), row[-1]) for row in rows)


def read_all_revisions(file: ProjectFile) -> tuple[Revision, ...]:
    """Return the texts that articles had before, those of an article together, in their order."""
    with file.reading() as connection:
        rows = connection.execute(_READ_ALL)
        return tuple(Revision(Article(*row[:-1]), row[-1]) for row in rows)


def keep_revisions(file: ProjectFile, revisions: Iterable[Revision]) -> None:
    """Store earlier texts of articles that the file has, in one transaction."""
    with file.writing() as connection:
        connection.executemany(_KEEP, [_row(revision) for revision in revisions])


def drop_revision(file: ProjectFile, id_: str, number: int) -> None:
    """Take one earlier text of an article out."""
    with file.writing() as connection:
        connection.execute("DELETE FROM revisions WHERE article = ? AND number = ?", (id_, number))


def _row(revision: Revision) -> tuple[str | int, ...]:
    one = revision.article
    return (
        one.id,
        one.text,
        one.outlet,
        one.headline,
        one.byline,
        one.published,
        one.url,
        one.language,
        one.path,
        one.section,
        one.page,
        one.record,
        one.retrieved,
        one.printed_words,
        one.revision,
        revision.added,
        one.sha256,
    )
