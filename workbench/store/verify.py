"""Verify: whether a project file is whole, its texts the imported ones, its spans inside them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from workbench.store.finding import Fault, Finding
from workbench.store.schema import BY_NAME
from workbench.store.verify_analyst import analyst_findings
from workbench.store.verify_search import search_findings

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from workbench.store.project_file import ProjectFile


_SPANS = """
SELECT s.source, s.comparison, s.place, s.article, s.start, s.end FROM (
  SELECT 'pairs' AS source, comparison, place, a_article AS article, a_start AS start, a_end AS end
  FROM pairs
  UNION ALL SELECT 'pairs', comparison, place, b_article, b_start, b_end FROM pairs
  UNION ALL SELECT 'variants', v.comparison, v.pair, p.a_article, v.a_start, v.a_end
  FROM variants AS v JOIN pairs AS p ON p.comparison = v.comparison AND p.place = v.pair
  UNION ALL SELECT 'variants', v.comparison, v.pair, p.b_article, v.b_start, v.b_end
  FROM variants AS v JOIN pairs AS p ON p.comparison = v.comparison AND p.place = v.pair
  UNION ALL SELECT 'passages', comparison, cluster, article, start, end FROM passages
  UNION ALL SELECT 'clusters', comparison, place, earliest_article, earliest_start, earliest_end
  FROM clusters WHERE earliest_article IS NOT NULL
  UNION ALL SELECT 'only_here', comparison, place, article, start, end FROM only_here
  UNION ALL SELECT 'quotations', comparison, place, article, start, end FROM quotations
  UNION ALL SELECT 'quotations', comparison, place, article, speaker_start, speaker_end
  FROM quotations WHERE speaker_start IS NOT NULL
  UNION ALL SELECT 'mentions', comparison, place, article, start, end FROM mentions
  UNION ALL SELECT 'term_uses', comparison, family, article, start, end FROM term_uses
  UNION ALL SELECT 'boilerplate_passages', comparison, boilerplate, article, start, end
  FROM boilerplate_passages
) AS s
LEFT JOIN compared AS c ON c.comparison = s.comparison AND c.article = s.article
WHERE c.length IS NULL OR NOT (0 <= s.start AND s.start <= s.end AND s.end <= c.length)
"""

_REFERENCES = """
SELECT r.source, r.comparison, r.place, r.name FROM (
  SELECT 'quotations' AS source, q.comparison, q.place, q.cluster AS name
  FROM quotations AS q LEFT JOIN clusters AS c ON c.comparison = q.comparison AND c.id = q.cluster
  WHERE q.cluster IS NOT NULL AND c.id IS NULL
  UNION ALL SELECT 'clusters', c.comparison, c.place, named.value
  FROM clusters AS c, json_each(iif(json_valid(c.pairs), c.pairs, '[""]')) AS named
  WHERE named.value NOT IN (SELECT id FROM pairs WHERE comparison = c.comparison)
  UNION ALL SELECT 'wording', w.comparison, w.place, named.value
  FROM wording AS w, json_each(iif(json_valid(w.pairs), w.pairs, '[""]')) AS named
  WHERE named.value NOT IN (SELECT id FROM pairs WHERE comparison = w.comparison)
) AS r
"""


_TEXTS = """
SELECT id, text, sha256 FROM (
  SELECT id, text, sha256, position, -1 AS number FROM articles
  UNION ALL SELECT article || ' (revision ' || number || ')', r.text, r.sha256, position, number
  FROM revisions AS r JOIN articles AS a ON a.id = r.article
) ORDER BY position, number
"""


def count_rows(file: ProjectFile, table: str) -> int:
    """Return how many rows a table of the schema has."""
    with file.reading() as connection:
        return int(connection.execute(BY_NAME[table].counting).fetchone()[0])


def count_comparisons(file: ProjectFile) -> int:
    """Return how many comparisons are kept whole; one that was abandoned goes with the next."""
    with file.reading() as connection:
        row = connection.execute("SELECT count(*) FROM comparisons WHERE is_whole").fetchone()
        return int(row[0])


def findings(file: ProjectFile) -> Iterator[Finding]:
    """Yield all that is wrong with the file; raises ProjectError where it cannot be read on."""
    with file.reading() as connection:
        for (answer,) in connection.execute("PRAGMA integrity_check"):
            if answer != "ok":
                yield Finding(Fault.FILE, answer)
        for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
            yield Finding(Fault.FILE, f"{table} {row or ''} -> {parent}")
        for name, text, sha256 in connection.execute(_TEXTS):
            if hashlib.sha256(text.encode()).hexdigest() != sha256:
                yield Finding(Fault.TEXT, name)
        yield from analyst_findings(connection)
        yield from derived_findings(connection)
        yield from search_findings(connection)


def derived_findings(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Yield what is wrong with kept comparisons."""
    for source, number, place, article, start, end in connection.execute(_SPANS):
        yield Finding(Fault.SPAN, f"{source} {number}.{place}: {article} [{start}, {end})")
    for source, number, place, name in connection.execute(_REFERENCES):
        yield Finding(Fault.REFERENCE, f"{source} {number}.{place}: {name}")
