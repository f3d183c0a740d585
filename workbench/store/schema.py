"""Schema: what a project file holds, table by table, and how it came to hold it.

A project is one SQLite file with `application_id` "XRd1" (1481794609) and the number of its schema
in `user_version`. Its own table `about` says the same as this page, for any SQLite tool:

| table | holds |
|---|---|
| about | what each table and column means |
| outlets | who published |
| articles | the imported texts, which never change, and what is known about them |
| settings | what the analyst has set for this project |
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

Spans are half-open and count Unicode code points of the article's text; `place` counts from 0 in
the order in which the program shows things; an empty text means "not known". Lists are JSON.

Schema 1 had no section, page and record of an article, no quotations, terms and boilerplate. A file
of an older schema keeps its articles and settings; what was computed is computed again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.store.derived_tables import DERIVED_TABLES
from workbench.store.tables import ADDED_TO_ARTICLES, KEPT_TABLES, Table

if TYPE_CHECKING:
    import sqlite3

    from sqlite_utils import Database

APPLICATION_ID = int.from_bytes(b"XRd1", "big")
SCHEMA = 2

TABLES = KEPT_TABLES + DERIVED_TABLES
BY_NAME = {table.name: table for table in TABLES}
OF_COMPARISON = tuple(table for table in TABLES if "comparison" in table.column_names)


def columns_of(schema: int) -> set[tuple[str, str]]:
    """Return the tables and columns, by their names, that a file of a schema must have.

    Of what an older file has computed nothing is needed.
    """
    tables = TABLES if schema == SCHEMA else KEPT_TABLES
    columns = {(table.name, column) for table in tables for column in table.column_names}
    if schema == 1:
        columns -= {("articles", definition.split()[0]) for definition, _ in ADDED_TO_ARTICLES}
    return columns


def build(connection: sqlite3.Connection) -> None:
    """Bring a file, new or of an older schema, to this schema; articles and settings stay.

    Each step is one transaction. A file that has this schema already is not touched.
    """
    from sqlite_utils import Database, Migrations

    migrations = Migrations("crossread")

    @migrations()
    def schema_1(database: Database) -> None:
        for table in KEPT_TABLES:
            columns = tuple(each for each in table.columns if each not in ADDED_TO_ARTICLES)
            database.execute(table._replace(columns=columns).sql)
        database.execute("CREATE INDEX articles_by_position ON articles (position, id)")
        database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        database.execute("PRAGMA user_version = 1")

    @migrations()
    def schema_2(database: Database) -> None:
        for definition, _ in ADDED_TO_ARTICLES:
            database.execute(f"ALTER TABLE articles ADD COLUMN {definition}")
        _make_anew(database)
        database.execute("PRAGMA user_version = 2")

    migrations.apply(Database(connection))


def _make_anew(database: Database) -> None:
    """Drop what older programs have computed, children first, and make the tables of this one."""
    for table in reversed(DERIVED_TABLES):
        database.execute(f"DROP TABLE IF EXISTS {table.name}")
    for table in DERIVED_TABLES:
        database.execute(table.sql)
    for table in TABLES:
        database.table("about").insert_all(_about(table))


def _about(table: Table) -> list[dict[str, str]]:
    meanings = [("", table.meaning)]
    meanings += zip(table.column_names, (meaning for _, meaning in table.columns), strict=True)
    return [
        {"table_name": table.name, "column_name": name, "meaning": meaning}
        for name, meaning in meanings
    ]
