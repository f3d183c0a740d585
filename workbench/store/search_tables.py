"""Search tables: those that hold the words of articles and annotations, to be searched."""

from __future__ import annotations

from workbench.store.tables import Table

SEARCH_TABLES = (
    Table(
        "searchable",
        "the articles and annotations, and whether their words are in search_words",
        (
            (
                "number INTEGER PRIMARY KEY AUTOINCREMENT",
                "its row in search_words; what has changed gets another",
            ),
            ("article TEXT UNIQUE", "id of the article; null for an annotation"),
            ("annotation TEXT UNIQUE", "GUID of the annotation; null for an article"),
            (
                "is_ready INTEGER NOT NULL DEFAULT 0 CHECK (is_ready IN (0, 1))",
                "1 once its words are in search_words",
            ),
        ),
        ("CHECK ((article IS NULL) <> (annotation IS NULL))",),
    ),
    Table(
        "search_words",
        "the index of words; its rows that are not in searchable stand for what has gone",
        (
            ("text", "the words of an article's text, folded, single blanks between them"),
            ("headline", "those of its headline"),
            ("byline", "those of its byline"),
            ("memo", "those of an annotation's memo"),
            ("tags", "those of the names of its tags"),
        ),
        ("content = ''", "tokenize = 'ascii'", "prefix = '1 2'"),
        module="fts5",
    ),
)
"""The index keeps no text: the words are only found by it. They come without any ASCII sign, so
that the simplest of SQLite's tokenizers parts them at the blanks alone."""

WAITING_INDEX = "CREATE INDEX searchable_waiting ON searchable (number) WHERE NOT is_ready"

_AGAIN = "DELETE FROM searchable WHERE {0} = new.id; INSERT INTO searchable ({0}) VALUES (new.id);"

SEARCH_TRIGGERS = {
    "search_new_article": "AFTER INSERT ON articles BEGIN"
    " INSERT INTO searchable (article) VALUES (new.id); END",
    "search_new_annotation": "AFTER INSERT ON annotations BEGIN"
    " INSERT INTO searchable (annotation) VALUES (new.id); END",
    "search_no_article": "AFTER DELETE ON articles BEGIN"
    " DELETE FROM searchable WHERE article = old.id; END",
    "search_no_annotation": "AFTER DELETE ON annotations BEGIN"
    " DELETE FROM searchable WHERE annotation = old.id; END",
    "search_changed_article": "AFTER UPDATE OF text, headline, byline ON articles"
    " WHEN (old.text, old.headline, old.byline) IS NOT (new.text, new.headline, new.byline)"
    f" BEGIN {_AGAIN.format('article')} END",
    "search_changed_annotation": "AFTER UPDATE ON annotations"
    f" BEGIN {_AGAIN.format('annotation')} END",
    "search_renamed_tag": "AFTER UPDATE OF name ON tags WHEN old.name <> new.name BEGIN"
    " DELETE FROM searchable WHERE annotation IN"
    " (SELECT annotation FROM annotation_tags WHERE tag = new.id);"
    " INSERT INTO searchable (annotation)"
    " SELECT DISTINCT annotation FROM annotation_tags WHERE tag = new.id; END",
}
"""What keeps searchable true, by name: whoever changes a text need not know of the index."""

FILL = (
    "INSERT INTO searchable (article) SELECT id FROM articles ORDER BY position, rowid",
    "INSERT INTO searchable (annotation) SELECT id FROM annotations ORDER BY created, id",
)
