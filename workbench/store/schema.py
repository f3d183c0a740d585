"""Schema: what a project file holds, table by table, and how it came to hold it.

A project is one SQLite file with `application_id` "XRd1" (1481794609) and the number of its schema
in `user_version`. Its own table `about` says the same as this page, for any SQLite tool:

| table | holds |
|---|---|
| about | what each table and column means |
| outlets | who published |
| articles | the imported texts, which never change, and what is known about them |
| settings | what the analyst has set for this project |
| revisions | the texts that articles had before later ones came |
| tags | the codebook: labels and what they mean |
| annotations | what the analyst says about words, an article, passages or the project |
| selectors | the words that an annotation is about |
| annotation_tags | the tags that annotations have |
| history | the steps that can be undone, and those that were |
| comparisons | what was compared, kept so that it need not be computed again |
| compared | which articles, with which text, took part in a comparison |
| pairs | the passages that two articles share |
| variants | the places where the two passages of a pair differ |
| clusters | the passages that are the same text, across articles |
| passages | the passages of a cluster |
| wording | the wording differences, gathered over a comparison |
| only_here | the passages that one article alone has |
| quotations | the words that somebody is said to have said |
| mentions | the words that are merely set in quotation marks |
| term_families | the phrases that have rival forms |
| terms | the rival forms of a phrase |
| term_uses | the places where a form is used |
| boilerplate | the texts that were left out because many articles have them |
| boilerplate_passages | the places where such a text stands |
| fingerprints | what finds the articles that may share something with a new one |
| searchable | the articles and annotations, and whether their words are in search_words |
| search_words | the index of words, kept by SQLite's FTS5 in tables of its own |

Spans are half-open and count Unicode code points of the article's text; `place` counts from 0 in
the order in which the program shows things; an empty text means "not known". Lists are JSON.

Schema 1 had no section, page and record of an article, no quotations, terms and boilerplate. A file
of an older schema keeps its articles and settings; what was computed is computed again. Schema 2
had no annotations, tags, revisions and history, and knew of an outlet no more than its name.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from workbench.store.analyst_tables import ANALYST_INDEXES, ANALYST_TABLES
from workbench.store.derived_tables import DERIVED_TABLES
from workbench.store.search_tables import FILL, SEARCH_TABLES, SEARCH_TRIGGERS, WAITING_INDEX
from workbench.store.tables import (
    ADDED_IN_3,
    ADDED_TO_ARTICLES,
    ADDED_TO_OUTLETS,
    KEPT_TABLES,
    Table,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

APPLICATION_ID = int.from_bytes(b"XRd1", "big")
SCHEMA = 3

COMPUTED_TABLES = DERIVED_TABLES + SEARCH_TABLES
TABLES = KEPT_TABLES + ANALYST_TABLES + COMPUTED_TABLES
BY_NAME = {table.name: table for table in TABLES}
ADDED = {
    2: tuple(("articles", definition) for definition, _ in ADDED_TO_ARTICLES),
    3: (
        *(("articles", definition) for definition, _ in ADDED_IN_3),
        *(("outlets", definition) for definition, _ in ADDED_TO_OUTLETS),
    ),
}
"""The columns that a schema added to tables which the first one had, with their tables."""

OF_COMPARISON = tuple(table for table in TABLES if "comparison" in table.column_names)

_SET = "crossread"
_RECORD_TABLE = (
    """CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
)""",
    """CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name")""",
)
"""How sqlite-utils keeps the record of the steps that a file has behind it, to the letter."""

_RECORD = "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES (?, ?, ?)"
_ABOUT = "INSERT INTO about (table_name, column_name, meaning) VALUES (?, ?, ?)"


def columns_of(schema: int) -> set[tuple[str, str]]:
    """Return the tables and columns, by their names, that a file of a schema must have.

    Of what an older file has computed nothing is needed.
    """
    tables = TABLES if schema == SCHEMA else KEPT_TABLES
    columns = {(table.name, column) for table in tables for column in table.column_names}
    return columns - _later(schema)


def _later(schema: int) -> set[tuple[str, str]]:
    """Return the columns that a later schema added to tables of the first one."""
    added = (column for number, columns in ADDED.items() if number > schema for column in columns)
    return {(table, definition.split()[0]) for table, definition in added}


def build(connection: sqlite3.Connection) -> None:
    """Bring a file, new or of an older schema, to this schema; articles and settings stay.

    Each step is one transaction, and all those of a new file are one. A file that has this schema
    already is not touched. A new file needs no sqlite-utils, which loads NumPy: that would keep
    the first window waiting.
    """
    if connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
        bring_up(connection)
    else:
        make(connection)


def make(connection: sqlite3.Connection) -> None:
    """Take all steps in an empty file at once, and record them as sqlite-utils does."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statement in _RECORD_TABLE:
            connection.execute(statement)
        for step in _STEPS:
            step(connection)
            connection.execute(_RECORD, (_SET, step.__name__, str(datetime.now(UTC))))
        connection.execute("COMMIT")
    finally:
        connection.rollback()  # does nothing once all is committed


def bring_up(connection: sqlite3.Connection) -> None:
    """Take the steps that a file has no record of, one by one."""
    from sqlite_utils import Database, Migrations

    migrations = Migrations(_SET)
    for step in _STEPS:
        migrations(name=step.__name__)(lambda database, step=step: step(database.conn))
    migrations.apply(Database(connection))


def schema_1(connection: sqlite3.Connection) -> None:
    """Make the tables of articles and settings."""
    later = _later(1)
    for table in KEPT_TABLES:
        columns = tuple(c for c in table.columns if (table.name, c[0].split()[0]) not in later)
        connection.execute(table._replace(columns=columns).sql)
    connection.execute("CREATE INDEX articles_by_position ON articles (position, id)")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("PRAGMA user_version = 1")


def schema_2(connection: sqlite3.Connection) -> None:
    """Add what is known of an article from a news database."""
    _widen(connection, 2)
    connection.execute("PRAGMA user_version = 2")


def schema_3(connection: sqlite3.Connection) -> None:
    """Add the tables of annotations, codebook, revisions and history; compute all anew."""
    _widen(connection, 3)
    for table in ANALYST_TABLES:
        connection.execute(table.sql)
    for index in ANALYST_INDEXES:
        connection.execute(index)
    _make_anew(connection)
    connection.execute("PRAGMA user_version = 3")


_STEPS = (schema_1, schema_2, schema_3)
"""The way to this schema; the names are recorded in the files and never change."""


def _widen(connection: sqlite3.Connection, schema: int) -> None:
    for table, definition in ADDED[schema]:
        connection.execute(f"ALTER TABLE {table} ADD COLUMN {definition}")


def _make_anew(connection: sqlite3.Connection) -> None:
    """Drop what older programs have computed, children first, and make the tables of this one."""
    for table in reversed(COMPUTED_TABLES):
        connection.execute(f"DROP TABLE IF EXISTS {table.name}")
    for table in COMPUTED_TABLES:
        connection.execute(table.sql)
    connection.execute(WAITING_INDEX)
    for name, content in SEARCH_TRIGGERS.items():
        connection.execute(f"DROP TRIGGER IF EXISTS {name}")
        connection.execute(f"CREATE TRIGGER {name} {content}")
    for statement in FILL:
        connection.execute(statement)
    for table in TABLES:
        connection.executemany(_ABOUT, _about(table))


def _about(table: Table) -> Iterator[tuple[str, str, str]]:
    yield table.name, "", table.meaning
    for name, (_, meaning) in zip(table.column_names, table.columns, strict=True):
        yield table.name, name, meaning
