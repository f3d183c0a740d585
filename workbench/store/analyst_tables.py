"""Analyst tables: what an annotating analyst puts in, and the way back, since schema 3."""

from __future__ import annotations

from workbench.store.tables import ARTICLE, PLACE, Table, span_columns

ANALYST_TABLES = (
    Table(
        "revisions",
        "the texts that articles had before later ones came",
        (
            ("article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE", ARTICLE[1]),
            ("number INTEGER NOT NULL", "number of the revision, from 0"),
            ("outlet TEXT NOT NULL", "name of the outlet"),
            ("headline TEXT NOT NULL", "the headline"),
            ("byline TEXT NOT NULL", "the author or authors as printed"),
            ("published TEXT NOT NULL", "ISO 8601 date, or date and time"),
            ("url TEXT NOT NULL", "address on the web"),
            ("language TEXT NOT NULL", "BCP 47 tag"),
            ("path TEXT NOT NULL", "file it was read from"),
            ("section TEXT NOT NULL", "part of the paper or site it stood in"),
            ("page TEXT NOT NULL", "page it was printed on"),
            ("record TEXT NOT NULL", "its id in a news database"),
            ("retrieved TEXT NOT NULL", "ISO 8601 date on which it was fetched"),
            ("printed_words INTEGER NOT NULL", "number of words that a database gives"),
            ("text TEXT NOT NULL", "the text"),
            ("sha256 TEXT NOT NULL", "SHA-256 of the text in UTF-8, hexadecimal"),
            ("added TEXT NOT NULL", "when it was put into the project, UTC"),
        ),
        ("PRIMARY KEY (article, number)",),
    ),
    Table(
        "tags",
        "the codebook: labels and what they mean",
        (
            ("id TEXT PRIMARY KEY NOT NULL", "GUID of the tag"),
            ("parent TEXT NOT NULL", "GUID of the tag above it, empty at the top"),
            ("name TEXT NOT NULL", "its name"),
            ("colour TEXT NOT NULL", "colour, #rrggbb"),
            ("definition TEXT NOT NULL", "when it is to be given"),
            ("examples TEXT NOT NULL", "examples of its use"),
            ("key TEXT NOT NULL", "key that gives it"),
            ("place INTEGER NOT NULL", "its place among those beside it"),
        ),
    ),
    Table(
        "annotations",
        "what the analyst says about words, an article, passages or the project",
        (
            ("id TEXT PRIMARY KEY NOT NULL", "GUID of the annotation"),
            (
                "article TEXT REFERENCES articles (id)",
                "the article, where it is about one as such; else see selectors",
            ),
            ("memo TEXT NOT NULL", "the analyst's own words"),
            ("author TEXT NOT NULL", "who made it"),
            ("created TEXT NOT NULL", "when it was made, ISO 8601 in UTC"),
            ("changed TEXT NOT NULL", "when it was last changed"),
        ),
    ),
    Table(
        "selectors",
        "the words that an annotation is about; several for passages, none for the project",
        (
            (
                "annotation TEXT NOT NULL REFERENCES annotations (id) ON DELETE CASCADE",
                "the annotation it belongs to",
            ),
            PLACE,
            ("article TEXT NOT NULL REFERENCES articles (id)", ARTICLE[1]),
            ("revision INTEGER NOT NULL", "number of the revision that the span refers to"),
            *span_columns("", "the words"),
            ("quote TEXT NOT NULL", "the words"),
            ("prefix TEXT NOT NULL", "what stands before them"),
            ("suffix TEXT NOT NULL", "what stands after them"),
            ("confidence REAL NOT NULL", "how sure the place is, 0 to 1"),
            (
                "placing TEXT NOT NULL CHECK (placing IN ('placed', 'doubtful', 'kept'))",
                "whether the place holds, waits for review, or is left with an old revision",
            ),
        ),
        ("PRIMARY KEY (annotation, place)",),
    ),
    Table(
        "annotation_tags",
        "the tags that annotations have",
        (
            (
                "annotation TEXT NOT NULL REFERENCES annotations (id) ON DELETE CASCADE",
                "the annotation",
            ),
            PLACE,
            ("tag TEXT NOT NULL REFERENCES tags (id)", "the tag"),
        ),
        ("PRIMARY KEY (annotation, place)",),
    ),
    Table(
        "history",
        "the steps that can be undone, and those that were",
        (
            ("number INTEGER PRIMARY KEY", "counts the steps"),
            ("words TEXT NOT NULL", "what the step did"),
            ("edit TEXT NOT NULL", "what takes it back, or does it again; JSON"),
            ("is_undone INTEGER NOT NULL CHECK (is_undone IN (0, 1))", "1 where it was undone"),
        ),
    ),
)

ANALYST_INDEXES = (
    "CREATE INDEX articles_by_outlet ON articles (outlet)",
    "CREATE INDEX annotations_in_order ON annotations (created, id)",
    "CREATE INDEX selectors_by_article ON selectors (article)",
    "CREATE INDEX selectors_waiting ON selectors (annotation) WHERE placing = 'doubtful'",
    "CREATE INDEX annotations_by_article ON annotations (article)",
    "CREATE INDEX annotation_tags_by_tag ON annotation_tags (tag)",
)
