"""Verify, the index of words: whether it is whole and stands for all that is there."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from workbench.store.finding import Fault, Finding
from workbench.store.search_tables import FILL

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNLIKE = """
SELECT 'article ' || id FROM articles WHERE id NOT IN (SELECT article FROM searchable
  WHERE article IS NOT NULL)
UNION ALL SELECT 'annotation ' || id FROM annotations WHERE id NOT IN (SELECT annotation
  FROM searchable WHERE annotation IS NOT NULL)
UNION ALL SELECT 'article ' || article FROM searchable WHERE article IS NOT NULL
  AND article NOT IN (SELECT id FROM articles)
UNION ALL SELECT 'annotation ' || annotation FROM searchable WHERE annotation IS NOT NULL
  AND annotation NOT IN (SELECT id FROM annotations)
UNION ALL SELECT coalesce('article ' || article, 'annotation ' || annotation) FROM searchable
  WHERE is_ready AND number NOT IN (SELECT id FROM search_words_docsize)
"""


def search_findings(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Yield what the index of words does not know, or knows wrongly, or that it is broken.

    Whether it is broken can only be found where the file may be written.
    """
    for (name,) in connection.execute(_UNLIKE):
        yield Finding(Fault.SEARCH, name)
    if connection.execute("PRAGMA query_only").fetchone()[0]:
        return
    try:
        connection.execute("INSERT INTO search_words (search_words) VALUES ('integrity-check')")
    except sqlite3.DatabaseError as error:
        yield Finding(Fault.SEARCH, str(error))


def begin_search_anew(connection: sqlite3.Connection) -> None:
    """Empty the index of words; it is filled again while the project is open."""
    connection.execute("DELETE FROM searchable")
    connection.execute("INSERT INTO search_words (search_words) VALUES ('delete-all')")
    for statement in FILL:
        connection.execute(statement)
