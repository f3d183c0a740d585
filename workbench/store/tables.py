"""Tables: what a table of a project file is, and those that hold what the analyst has put in."""

from __future__ import annotations

from typing import NamedTuple

_PLACES = ("pair", "cluster", "family", "term", "boilerplate", "place")


class Table(NamedTuple):
    """A table with its columns, each an SQL definition and its meaning, and what binds them.

    One that a module of SQLite keeps has the module's options for that.
    """

    name: str
    meaning: str
    columns: tuple[tuple[str, str], ...]
    rules: tuple[str, ...] = ()
    module: str = ""

    @property
    def sql(self) -> str:
        """The statement that makes the table; one whose rows have places is kept in their order."""
        lines = ",\n  ".join([definition for definition, _ in self.columns] + list(self.rules))
        if self.module:
            return f"CREATE VIRTUAL TABLE {self.name} USING {self.module} (\n  {lines}\n)"
        ordered = ", WITHOUT ROWID" if any("PRIMARY" in rule for rule in self.rules) else ""
        return f"CREATE TABLE {self.name} (\n  {lines}\n) STRICT{ordered}"

    @property
    def insert(self) -> str:
        """The statement that puts in one row, all columns given."""
        marks = ", ".join("?" * len(self.columns))
        return f"INSERT INTO {self.name} ({', '.join(self.column_names)}) VALUES ({marks})"  # noqa: S608 - our own names

    @property
    def select_of_comparison(self) -> str:
        """The statement that reads the rows of one comparison, without its number, in order."""
        columns = ", ".join(self.column_names[1:])
        return f"SELECT {columns} FROM {self.name} WHERE comparison = ? ORDER BY {self._order}"  # noqa: S608 - our own names

    @property
    def delete_some(self) -> str:
        """The statement that deletes so many rows, the second value, of one comparison."""
        chosen = f"SELECT {self._order} FROM {self.name} WHERE comparison = ?1 LIMIT ?2"  # noqa: S608 - our own names
        return f"DELETE FROM {self.name} WHERE comparison = ?1 AND ({self._order}) IN ({chosen})"  # noqa: S608 - our own names

    @property
    def counting(self) -> str:
        """The statement that counts the rows."""
        return f"SELECT count(*) FROM {self.name}"  # noqa: S608 - our own names

    @property
    def _order(self) -> str:
        return ", ".join(name for name in self.column_names if name in _PLACES)

    @property
    def column_names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(definition.split()[0] for definition, _ in self.columns)


COMPARISON = (
    "comparison INTEGER NOT NULL REFERENCES comparisons (id) ON DELETE CASCADE",
    "the comparison it belongs to",
)
PLACE = ("place INTEGER NOT NULL", "its place in the order, from 0")
KIND = (
    "kind TEXT NOT NULL CHECK (kind IN ('verbatim', 'edited', 'reworded'))",
    "how close: verbatim, edited or reworded",
)
IN_ORDER = "PRIMARY KEY (comparison, place)"


def span_columns(prefix: str, of: str) -> tuple[tuple[str, str], ...]:
    """Return the columns of a span of `of`, their names after `prefix`."""
    start, end = f"{prefix}start", f"{prefix}end"
    return (
        (f"{start} INTEGER NOT NULL CHECK ({start} >= 0)", f"first code point of {of}"),
        (f"{end} INTEGER NOT NULL CHECK ({end} >= {start})", f"code point after the last of {of}"),
    )


ARTICLE = ("article TEXT NOT NULL", "id of the article")

ADDED_TO_ARTICLES = (
    ("section TEXT NOT NULL DEFAULT ''", "part of the paper or site it stood in"),
    ("page TEXT NOT NULL DEFAULT ''", "page it was printed on"),
    ("record TEXT NOT NULL DEFAULT ''", "its id in a news database"),
)
"""Columns that schema 2 brought; they stand last, where SQLite adds them."""

ADDED_IN_3 = (
    ("retrieved TEXT NOT NULL DEFAULT ''", "ISO 8601 date on which it was fetched"),
    ("printed_words INTEGER NOT NULL DEFAULT 0", "number of words that a database gives"),
    ("revision INTEGER NOT NULL DEFAULT 0", "number of texts it had before, all in revisions"),
)
"""Columns of articles that schema 3 brought."""

ADDED_TO_OUTLETS = (
    ("short TEXT NOT NULL DEFAULT ''", "short name for narrow columns"),
    ("country TEXT NOT NULL DEFAULT ''", "country where it is published"),
    ("owner TEXT NOT NULL DEFAULT ''", "group that owns it"),
    ("colour TEXT NOT NULL DEFAULT ''", "colour, #rrggbb"),
)
"""Columns that schema 3 brought."""

KEPT_TABLES = (
    Table(
        "outlets",
        "who published",
        (
            ("id INTEGER PRIMARY KEY", "number of the outlet in this file"),
            ("name TEXT NOT NULL UNIQUE", "its name"),
            *ADDED_TO_OUTLETS,
        ),
    ),
    Table(
        "articles",
        "the imported texts, which never change, and what is known about them",
        (
            ("id TEXT PRIMARY KEY NOT NULL", "id of the article"),
            ("position INTEGER NOT NULL", "sorts the articles of the project; may have gaps"),
            ("outlet INTEGER REFERENCES outlets (id)", "who published; null where not known"),
            ("headline TEXT NOT NULL", "the headline"),
            ("byline TEXT NOT NULL", "the author or authors as printed"),
            ("published TEXT NOT NULL", "ISO 8601 date, or date and time"),
            ("url TEXT NOT NULL", "address on the web"),
            ("language TEXT NOT NULL", "BCP 47 tag"),
            ("path TEXT NOT NULL", "file it was read from"),
            ("text TEXT NOT NULL", "the text, its line ends LF; all spans refer to it"),
            ("sha256 TEXT NOT NULL", "SHA-256 of the text in UTF-8, hexadecimal"),
            (
                "added TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ'))",
                "when it was put into the project, UTC",
            ),
            *ADDED_TO_ARTICLES,
            *ADDED_IN_3,
        ),
    ),
    Table(
        "settings",
        "what the analyst has set for this project",
        (
            ("key TEXT PRIMARY KEY NOT NULL", "name of the setting"),
            ("value TEXT NOT NULL", "its value"),
        ),
    ),
)
"""What the analyst has put in; a later schema changes these step by step."""
