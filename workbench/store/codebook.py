"""Codebook: the tags of a project, kept in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model import Codebook, Tag
from workbench.store.articles import storable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.store.project_file import ProjectFile

_READ = "SELECT id, name, parent, colour, definition, examples, key, place FROM tags ORDER BY id"

_KEEP = """
INSERT INTO tags (id, name, parent, colour, definition, examples, key, place)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
  name = excluded.name, parent = excluded.parent, colour = excluded.colour,
  definition = excluded.definition, examples = excluded.examples, key = excluded.key,
  place = excluded.place
"""


def read_codebook(file: ProjectFile) -> Codebook:
    """Return the tags."""
    with file.reading() as connection:
        return Codebook(tuple(Tag(*row) for row in connection.execute(_READ)))


def change_codebook(file: ProjectFile, put: Iterable[Tag], removed: Iterable[str]) -> None:
    """Store tags, and take out those with the ids `removed`, in one transaction."""
    with file.writing() as connection:
        connection.executemany(_KEEP, [_row(tag) for tag in put])
        connection.executemany("DELETE FROM tags WHERE id = ?", [(id_,) for id_ in removed])


def _row(tag: Tag) -> tuple[str | int, ...]:
    texts = (tag.id, tag.name, tag.parent, tag.colour, tag.definition, tag.examples, tag.key)
    return (*map(storable, texts), tag.place)
