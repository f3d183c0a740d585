"""Derived tables: those of a project file that hold what can be computed again."""

from __future__ import annotations

from workbench.store.tables import (
    ARTICLE,
    COMPARISON,
    IN_ORDER,
    KIND,
    PLACE,
    Table,
    span_columns,
)

_WORDS = (
    "the words that speak most for the pair, rarest first, as JSON: each a list of the word in the"
    " first passage, the one in the second, how often the language has it (Zipf scale), and how"
    " many articles have it"
)

DERIVED_TABLES = (
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
        "comparisons",
        "what was compared, kept so that it need not be computed again",
        (
            ("id INTEGER PRIMARY KEY", "number of the comparison; the latest has the highest"),
            ("key TEXT NOT NULL UNIQUE", "SHA-256 of all that the result depends on"),
            ("engine INTEGER NOT NULL", "number of the engine that computed it"),
            ("options TEXT NOT NULL", "the options of the comparison, as JSON"),
            (
                "is_whole INTEGER NOT NULL CHECK (is_whole IN (0, 1))",
                "1 once all its rows are there; until then nobody reads it",
            ),
        ),
    ),
    Table(
        "compared",
        "which articles, with which text, took part in a comparison",
        (
            COMPARISON,
            PLACE,
            ARTICLE,
            ("sha256 TEXT NOT NULL", "SHA-256 of the text that was compared"),
            ("length INTEGER NOT NULL", "code points of that text"),
        ),
        (IN_ORDER,),
    ),
    Table(
        "pairs",
        "the passages that two articles share",
        (
            COMPARISON,
            PLACE,
            ("id TEXT NOT NULL", "id of the pair within the comparison"),
            KIND,
            ("similarity REAL NOT NULL", "from 0 to 1"),
            ("a_article TEXT NOT NULL", "id of the first article"),
            *span_columns("a_", "the first passage"),
            ("b_article TEXT NOT NULL", "id of the second article"),
            *span_columns("b_", "the second passage"),
            ("shared_words INTEGER NOT NULL", "words that both have"),
            ("differing_words INTEGER NOT NULL", "words that only one of them has"),
            ("words TEXT NOT NULL", _WORDS),
        ),
        (IN_ORDER,),
    ),
    Table(
        "variants",
        "the places where the two passages of a pair differ",
        (
            COMPARISON,
            ("pair INTEGER NOT NULL", "place of the pair"),
            ("place INTEGER NOT NULL", "its place within the pair, from 0"),
            ("kind TEXT NOT NULL", "substitution, addition, omission or transposition"),
            ("flags TEXT NOT NULL", "why it deserves a look, or none, as JSON"),
            *span_columns("a_", "the first reading"),
            ("a_text TEXT NOT NULL", "words of the first reading"),
            *span_columns("b_", "the second reading"),
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
            COMPARISON,
            PLACE,
            ("id TEXT NOT NULL", "id of the cluster within the comparison"),
            KIND,
            ("pairs TEXT NOT NULL", "ids of its pairs, as JSON"),
            ("earliest_article TEXT", "article with the earliest date; null where none is known"),
            ("earliest_start INTEGER", "first code point of the earliest passage"),
            ("earliest_end INTEGER", "code point after the last of the earliest passage"),
            ("speaker TEXT", "who is said to have said it; null where nobody is"),
        ),
        (IN_ORDER,),
    ),
    Table(
        "passages",
        "the passages of a cluster",
        (
            COMPARISON,
            ("cluster INTEGER NOT NULL", "place of the cluster"),
            ("place INTEGER NOT NULL", "its place within the cluster, from 0"),
            ARTICLE,
            *span_columns("", "the passage"),
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
            COMPARISON,
            PLACE,
            ("a TEXT NOT NULL", "what is said in one place"),
            ("b TEXT NOT NULL", "what is said instead"),
            ("flags TEXT NOT NULL", "why it deserves a look, or none, as JSON"),
            ("pairs TEXT NOT NULL", "ids of the pairs that have it, as JSON"),
        ),
        (IN_ORDER,),
    ),
    Table(
        "only_here",
        "the passages that one article alone has",
        (COMPARISON, PLACE, ARTICLE, *span_columns("", "the passage")),
        (IN_ORDER,),
    ),
    Table(
        "quotations",
        "the words that somebody is said to have said",
        (
            COMPARISON,
            PLACE,
            ARTICLE,
            *span_columns("", "the words inside the quotation marks"),
            ("speaker TEXT", "the fullest name of the speaker; null where nobody is named"),
            ("speaker_start INTEGER", "first code point of the words that stand for the speaker"),
            ("speaker_end INTEGER", "code point after the last of those words"),
            ("cue TEXT", "the verb of saying, as it stands there; null where there is none"),
            ("cluster TEXT", "id of the cluster that covers most of it; null where none does"),
        ),
        (IN_ORDER,),
    ),
    Table(
        "mentions",
        "the words that are merely set in quotation marks",
        (COMPARISON, PLACE, ARTICLE, *span_columns("", "the words inside the quotation marks")),
        (IN_ORDER,),
    ),
    Table(
        "term_families",
        "the phrases that have rival forms",
        (
            COMPARISON,
            PLACE,
            ("log_likelihood REAL NOT NULL", "how unevenly the outlets use the forms; 0: alike"),
            ("chosen INTEGER NOT NULL CHECK (chosen IN (0, 1))", "1 where the analyst made it"),
        ),
        (IN_ORDER,),
    ),
    Table(
        "terms",
        "the rival forms of a phrase, the most used first",
        (
            COMPARISON,
            ("family INTEGER NOT NULL", "place of the family"),
            ("place INTEGER NOT NULL", "its place within the family, from 0"),
            ("text TEXT NOT NULL", "the form"),
        ),
        (
            "PRIMARY KEY (comparison, family, place)",
            "FOREIGN KEY (comparison, family) REFERENCES term_families ON DELETE CASCADE",
        ),
    ),
    Table(
        "term_uses",
        "the places where a form is used",
        (
            COMPARISON,
            ("family INTEGER NOT NULL", "place of the family"),
            ("term INTEGER NOT NULL", "place of the form within the family"),
            ("place INTEGER NOT NULL", "its place among the uses of the form, from 0"),
            ARTICLE,
            *span_columns("", "the use"),
        ),
        (
            "PRIMARY KEY (comparison, family, term, place)",
            "FOREIGN KEY (comparison, family, term) REFERENCES terms ON DELETE CASCADE",
        ),
    ),
    Table(
        "boilerplate",
        "the texts that were left out because many articles have them",
        (
            COMPARISON,
            PLACE,
            ("text TEXT NOT NULL", "the text as its first passage has it"),
            ("outlet TEXT NOT NULL", "the outlet whose articles have it; empty for several"),
        ),
        (IN_ORDER,),
    ),
    Table(
        "boilerplate_passages",
        "the places where such a text stands",
        (
            COMPARISON,
            ("boilerplate INTEGER NOT NULL", "place of the text"),
            ("place INTEGER NOT NULL", "its place among the passages of that text, from 0"),
            ARTICLE,
            *span_columns("", "the passage"),
        ),
        (
            "PRIMARY KEY (comparison, boilerplate, place)",
            "FOREIGN KEY (comparison, boilerplate) REFERENCES boilerplate ON DELETE CASCADE",
        ),
    ),
    Table(
        "fingerprints",
        "what finds the articles that may share something with a new one, without reading them",
        (
            (
                "article TEXT PRIMARY KEY NOT NULL REFERENCES articles (id) ON DELETE CASCADE",
                "id of the article",
            ),
            ("engine INTEGER NOT NULL", "number of the engine that computed it"),
            ("fingerprint BLOB NOT NULL", "hashes of some of its words, for that engine alone"),
        ),
    ),
)
"""A later schema makes these anew."""
