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

    from sqlite_utils import Database

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

    Each step is one transaction. A file that has this schema already is not touched.
    """
    from sqlite_utils import Database, Migrations

    migrations = Migrations("crossread")

    @migrations()
    def schema_1(database: Database) -> None:
        later = _later(1)
        for table in KEPT_TABLES:
            columns = tuple(c for c in table.columns if (table.name, c[0].split()[0]) not in later)
            database.execute(table._replace(columns=columns).sql)
        database.execute("CREATE INDEX articles_by_position ON articles (position, id)")
        database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        database.execute("PRAGMA user_version = 1")

    @migrations()
    def schema_2(database: Database) -> None:
        _widen(database, 2)
        database.execute("PRAGMA user_version = 2")

    @migrations()
    def schema_3(database: Database) -> None:
        _widen(database, 3)
        for table in ANALYST_TABLES:
            database.execute(table.sql)
        for index in ANALYST_INDEXES:
            database.execute(index)
        _make_anew(database)
        database.execute("PRAGMA user_version = 3")

    migrations.apply(Database(connection))


def _widen(database: Database, schema: int) -> None:
    for table, definition in ADDED[schema]:
        database.execute(f"ALTER TABLE {table} ADD COLUMN {definition}")


def _make_anew(database: Database) -> None:
    """Drop what older programs have computed, children first, and make the tables of this one."""
    for table in reversed(COMPUTED_TABLES):
        database.execute(f"DROP TABLE IF EXISTS {table.name}")
    for table in COMPUTED_TABLES:
        database.execute(table.sql)
    database.execute(WAITING_INDEX)
    for name, content in SEARCH_TRIGGERS.items():
        database.execute(f"DROP TRIGGER IF EXISTS {name}")
        database.execute(f"CREATE TRIGGER {name} {content}")
    for statement in FILL:
        database.execute(statement)
    for table in TABLES:
        database.table("about").insert_all(_about(table))


def _about(table: Table) -> list[dict[str, str]]:
    meanings = [("", table.meaning)]
    meanings += zip(table.column_names, (meaning for _, meaning in table.columns), strict=True)
    return [
        {"table_name": table.name, "column_name": name, "meaning": meaning}
        for name, meaning in meanings
    ]
