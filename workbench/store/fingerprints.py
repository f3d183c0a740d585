"""Fingerprints: what finds the articles related to a new one, kept beside the articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.store.project_file import ProjectFile

_READ = "SELECT article, fingerprint FROM fingerprints WHERE engine = ? ORDER BY article"

_KEEP = """
INSERT OR REPLACE INTO fingerprints (article, engine, fingerprint)
SELECT id, ?, ? FROM articles WHERE id = ?
"""


def read_fingerprints(file: ProjectFile, engine: int) -> tuple[tuple[str, bytes], ...]:
    """Return the fingerprints of one engine with the ids of their articles, in order of the ids."""
    with file.reading() as connection:
        return tuple(connection.execute(_READ, (engine,)))


def keep_fingerprints(
    file: ProjectFile, engine: int, fingerprints: Iterable[tuple[str, bytes]]
) -> None:
    """Keep fingerprints in one transaction; where there is no article of an id, nothing."""
    with file.writing() as connection:
        connection.executemany(_KEEP, [(engine, content, id_) for id_, content in fingerprints])
