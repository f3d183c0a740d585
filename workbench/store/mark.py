"""Mark: what tells, at a glance, whether the analyst's part of a file has changed."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

_LOOKS = (
    "SELECT count(*), total(position) FROM articles",
    "SELECT max(rowid) FROM articles",
    "SELECT count(*) FROM revisions",
    "SELECT * FROM outlets ORDER BY id",
    "SELECT * FROM tags ORDER BY id",
    "SELECT * FROM settings ORDER BY key",
    "SELECT count(*), max(created) FROM annotations",
    "SELECT count(*) FROM annotation_tags",
    "SELECT number, words, length(edit), is_undone FROM history ORDER BY number DESC LIMIT 1",
    "SELECT number FROM history WHERE NOT is_undone ORDER BY number DESC LIMIT 1",
)
"""Some milliseconds in a large project: every step that can be undone stands in the history."""


def mark_of(connection: sqlite3.Connection) -> str:
    """Return a hash that changes with what the analyst puts in, not with what is computed."""
    found = [connection.execute(look).fetchall() for look in _LOOKS]
    return hashlib.sha256(repr(found).encode("utf-8", "surrogatepass")).hexdigest()
