"""Mark: what tells, without reading all of it, whether the analyst's part of a file has changed."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from workbench.model import Change

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

_ARTICLES = """
SELECT id, position, outlet, headline, byline, published, url, language, path, sha256, section,
  page, record, retrieved, printed_words, revision
FROM articles ORDER BY id
"""
_LOOKS = {
    Change.ARTICLES: (
        _ARTICLES,
        "SELECT article, number, sha256 FROM revisions ORDER BY article, number",
    ),
    Change.OUTLETS: ("SELECT * FROM outlets ORDER BY id",),
    Change.CODEBOOK: ("SELECT * FROM tags ORDER BY id",),
    Change.SETTINGS: ("SELECT * FROM settings ORDER BY key",),
    Change.ANNOTATIONS: (
        "SELECT count(*), max(created), max(changed) FROM annotations",
        "SELECT count(*) FROM annotation_tags",
        "SELECT number, words, length(edit), is_undone FROM history ORDER BY number DESC LIMIT 1",
        "SELECT number FROM history WHERE NOT is_undone ORDER BY number DESC LIMIT 1",
    ),
}
"""Annotations are too many to be read, but every step that changes one stands in the history."""


def mark_of(connection: sqlite3.Connection) -> Mapping[Change, str]:
    """Return for each kind of thing a hash that changes with it; some 100 ms in a large project."""
    return {kind: _hash_of(connection, looks) for kind, looks in _LOOKS.items()}


def _hash_of(connection: sqlite3.Connection, looks: tuple[str, ...]) -> str:
    found = [connection.execute(look).fetchall() for look in looks]
    return hashlib.sha256(repr(found).encode("utf-8", "surrogatepass")).hexdigest()
