"""Outlets: what is known of who published, kept in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model import Outlet
from workbench.store.articles import storable, tidy_outlets

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.store.project_file import ProjectFile

_KEEP = """
INSERT INTO outlets (name, short, country, owner, colour) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (name) DO UPDATE SET
  short = excluded.short, country = excluded.country, owner = excluded.owner,
  colour = excluded.colour
"""


def read_outlets(file: ProjectFile) -> tuple[Outlet, ...]:
    """Return the outlets by their names."""
    with file.reading() as connection:
        rows = connection.execute("SELECT name, short, country, owner, colour FROM outlets")
        return tuple(sorted((Outlet(*row) for row in rows), key=lambda outlet: outlet.name))


def keep_outlets(file: ProjectFile, outlets: Iterable[Outlet]) -> None:
    """Store what is known of outlets, in one transaction.

    One that has no article and of which nothing is known is none any more.
    """
    rows = [
        tuple(map(storable, (one.name, one.short, one.country, one.group, one.colour)))
        for one in outlets
    ]
    with file.writing() as connection:
        connection.executemany(_KEEP, rows)
        tidy_outlets(connection)
