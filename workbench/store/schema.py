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

Spans are half-open and count Unicode code points of the article's text; `place` counts from 0 in
the order in which the program shows things; an empty text means "not known". Lists are JSON.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import sqlite3

APPLICATION_ID = int.from_bytes(b"XRd1", "big")
SCHEMA = 1


class Table(NamedTuple):
    """A table with its columns, each an SQL definition and its meaning, and what binds them."""

    name: str
    meaning: str
    columns: tuple[tuple[str, str], ...]
    rules: tuple[str, ...] = ()

    @property
    def sql(self) -> str:
        """The statement that makes the table; one whose rows have places is kept in their order."""
        lines = ",\n  ".join([definition for definition, _ in self.columns] + list(self.rules))
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
        order = ", ".join(n for n in self.column_names if n in ("pair", "cluster", "place"))
        return f"SELECT {columns} FROM {self.name} WHERE comparison = ? ORDER BY {order}"  # noqa: S608 - our own names

    @property
    def counting(self) -> str:
        """The statement that counts the rows."""
        return f"SELECT count(*) FROM {self.name}"  # noqa: S608 - our own names

    @property
    def column_names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(definition.split()[0] for definition, _ in self.columns)


_COMPARISON = (
    "comparison INTEGER NOT NULL REFERENCES comparisons (id) ON DELETE CASCADE",
    "the comparison it belongs to",
)
_PLACE = ("place INTEGER NOT NULL", "its place in the order, from 0")
_KIND = (
    "kind TEXT NOT NULL CHECK (kind IN ('verbatim', 'edited', 'reworded'))",
    "how close: verbatim, edited or reworded",
)
_IN_ORDER = "PRIMARY KEY (comparison, place)"


def _span(prefix: str, of: str) -> tuple[tuple[str, str], ...]:
    start, end = f"{prefix}start", f"{prefix}end"
    return (
        (f"{start} INTEGER NOT NULL CHECK ({start} >= 0)", f"first code point of {of}"),
        (f"{end} INTEGER NOT NULL CHECK ({end} >= {start})", f"code point after the last of {of}"),
    )


_ARTICLE = ("article TEXT NOT NULL", "id of the article")

TABLES = (
    Table(
        "about",
        "what each table and column means",
        (
            ("table_name TEXT NOT NULL", "name of the table"),
            ("column_name TEXT NOT NULL", "name of the column; empty for the table itself"),
            ("meaning TEXT NOT NULL", "what it holds"),
        ),
        ("PRIMARY KEY (table_name, column_name)",),
    ),
    Table(
        "outlets",
        "who published",
        (
            ("id INTEGER PRIMARY KEY", "number of the outlet in this file"),
            ("name TEXT NOT NULL UNIQUE", "its name"),
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
    Table(
        "comparisons",
        "what was compared, kept so that it need not be computed again",
        (
            ("id INTEGER PRIMARY KEY", "number of the comparison; the latest has the highest"),
            ("key TEXT NOT NULL UNIQUE", "SHA-256 of all that the result depends on"),
            ("engine INTEGER NOT NULL", "number of the engine that computed it"),
            ("options TEXT NOT NULL", "the options of the comparison, as JSON"),
        ),
    ),
    Table(
        "compared",
        "which articles, with which text, took part in a comparison",
        (
            _COMPARISON,
            _PLACE,
            _ARTICLE,
            ("sha256 TEXT NOT NULL", "SHA-256 of the text that was compared"),
            ("length INTEGER NOT NULL", "code points of that text"),
        ),
        (_IN_ORDER,),
    ),
    Table(
        "pairs",
        "the passages that two articles share",
        (
            _COMPARISON,
            _PLACE,
            ("id TEXT NOT NULL", "id of the pair within the comparison"),
            _KIND,
            ("similarity REAL NOT NULL", "from 0 to 1"),
            ("a_article TEXT NOT NULL", "id of the first article"),
            *_span("a_", "the first passage"),
            ("b_article TEXT NOT NULL", "id of the second article"),
            *_span("b_", "the second passage"),
            ("shared_words INTEGER NOT NULL", "words that both have in the same order"),
            ("differing_words INTEGER NOT NULL", "words that only one of them has"),
        ),
        (_IN_ORDER,),
    ),
    Table(
        "variants",
        "the places where the two passages of a pair differ",
        (
            _COMPARISON,
            ("pair INTEGER NOT NULL", "place of the pair"),
            ("place INTEGER NOT NULL", "its place within the pair, from 0"),
            ("kind TEXT NOT NULL", "substitution, addition, omission or transposition"),
            ("flags TEXT NOT NULL", "why it deserves a look, or none, as JSON"),
            *_span("a_", "the first reading"),
            ("a_text TEXT NOT NULL", "words of the first reading"),
            *_span("b_", "the second reading"),
            ("b_text TEXT NOT NULL", "words of the second reading"),
        ),
        (
            "PRIMARY KEY (comparison, pair, place)",
            "FOREIGN KEY (comparison, pair) REFERENCES pairs ON DELETE CASCADE",
        ),
    ),
    Table(
        "clusters",
        "the passages that are the same text, across articles",
        (
            _COMPARISON,
            _PLACE,
            ("id TEXT NOT NULL", "id of the cluster within the comparison"),
            _KIND,
            ("pairs TEXT NOT NULL", "ids of its pairs, as JSON"),
            ("earliest_article TEXT", "article with the earliest date; null where none is known"),
            ("earliest_start INTEGER", "first code point of the earliest passage"),
            ("earliest_end INTEGER", "code point after the last of the earliest passage"),
        ),
        (_IN_ORDER,),
    ),
    Table(
        "passages",
        "the passages of a cluster",
        (
            _COMPARISON,
            ("cluster INTEGER NOT NULL", "place of the cluster"),
            ("place INTEGER NOT NULL", "its place within the cluster, from 0"),
            _ARTICLE,
            *_span("", "the passage"),
        ),
        (
            "PRIMARY KEY (comparison, cluster, place)",
            "FOREIGN KEY (comparison, cluster) REFERENCES clusters ON DELETE CASCADE",
        ),
    ),
    Table(
        "wording",
        "the wording differences, gathered over a comparison",
        (
            _COMPARISON,
            _PLACE,
            ("a TEXT NOT NULL", "what is said in one place"),
            ("b TEXT NOT NULL", "what is said instead"),
            ("flags TEXT NOT NULL", "why it deserves a look, or none, as JSON"),
            ("pairs TEXT NOT NULL", "ids of the pairs that have it, as JSON"),
        ),
        (_IN_ORDER,),
    ),
    Table(
        "only_here",
        "the passages that one article alone has",
        (_COMPARISON, _PLACE, _ARTICLE, *_span("", "the passage")),
        (_IN_ORDER,),
    ),
)

BY_NAME = {table.name: table for table in TABLES}


def build(connection: sqlite3.Connection) -> None:
    """Bring a file, new or of an older schema, to this schema; what it holds stays.

    A file that has this schema already is not touched.
    """
    from sqlite_utils import Database, Migrations

    migrations = Migrations("crossread")

    @migrations()
    def schema_1(database: Database) -> None:
        for table in TABLES:
            database.execute(table.sql)
            database.table("about").insert_all(_about(table))
        database.execute("CREATE INDEX articles_by_position ON articles (position, id)")

    migrations.apply(Database(connection))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA}")


def _about(table: Table) -> list[dict[str, str]]:
    meanings = [("", table.meaning)]
    meanings += zip(table.column_names, (meaning for _, meaning in table.columns), strict=True)
    return [
        {"table_name": table.name, "column_name": name, "meaning": meaning}
        for name, meaning in meanings
    ]
