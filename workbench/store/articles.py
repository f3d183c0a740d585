"""Articles, and the settings of a project: how they are put into the file and read back."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from workbench.model import Article

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

    from workbench.store.project_file import ProjectFile

_READ = """
SELECT articles.id, text, coalesce(outlets.name, ''), headline, byline, published, url, language,
  path, section, page, record, retrieved, printed_words, revision
FROM articles LEFT JOIN outlets ON outlets.id = articles.outlet
ORDER BY position, articles.rowid
"""

_INSERT = """
INSERT INTO articles
  (id, position, outlet, headline, byline, published, url, language, path, section, page, record,
    retrieved, printed_words, text, sha256, revision)
VALUES (?, ?, (SELECT id FROM outlets WHERE name = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""

_CHANGE = """
UPDATE articles
SET outlet = (SELECT id FROM outlets WHERE name = ?), headline = ?, byline = ?, published = ?,
  url = ?, language = ?, path = ?, section = ?, page = ?, record = ?, retrieved = ?,
  printed_words = ?
WHERE id = ?
"""

_RETELL = """
UPDATE articles SET text = ?, sha256 = ?, revision = ?, added = coalesce(?, {now}) WHERE id = ?
""".format(now="strftime('%Y-%m-%dT%H:%M:%SZ')")

_TIDY_OUTLETS = """
DELETE FROM outlets
WHERE id NOT IN (SELECT outlet FROM articles WHERE outlet IS NOT NULL)
  AND short = '' AND country = '' AND owner = '' AND colour = ''
"""


_TEXTS = tuple(field.name for field in fields(Article) if field.type == "str")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def storable(text: str) -> str:
    """Return the text with U+FFFD for each lone surrogate, which no file can hold.

    Its length stays, so spans do.
    """
    return text if text.isascii() else _LONE_SURROGATE.sub("\ufffd", text)


def storable_article(article: Article) -> Article:
    """Return the article with every field `storable`."""
    texts = ((name, getattr(article, name)) for name in _TEXTS)
    mended: dict[str, Any] = {
        name: storable(text) for name, text in texts if storable(text) is not text
    }
    return replace(article, **mended) if mended else article


def read_articles(file: ProjectFile) -> tuple[Article, ...]:
    """Return all articles in the order of the project."""
    with file.reading() as connection:
        return tuple(Article(*row) for row in connection.execute(_READ))


def add_articles(file: ProjectFile, articles: Sequence[Article], order: Sequence[str]) -> None:
    """Store new articles and let all stand in the `order` of ids, in one transaction."""
    with file.writing() as connection:
        known = dict(connection.execute("SELECT id, position FROM articles"))
        moved = _moved(order, known)
        _name_outlets(connection, articles)
        connection.executemany(_INSERT, [_row(article, moved[article.id]) for article in articles])
        connection.executemany(
            "UPDATE articles SET position = ? WHERE id = ?",
            [(position, id_) for id_, position in moved.items() if id_ in known],
        )


def change_metadata(file: ProjectFile, articles: Sequence[Article]) -> None:
    """Store what else is known of articles that the file has, their texts aside."""
    with file.writing() as connection:
        _name_outlets(connection, articles)
        connection.executemany(_CHANGE, [(*_metadata(article), article.id) for article in articles])
        tidy_outlets(connection)


def retell_article(file: ProjectFile, article: Article, added: str | None = None) -> None:
    """Give an article that the file has another text and metadata, put in now if not `added`."""
    with file.writing() as connection:
        change_metadata(file, (article,))
        content = (article.text, article.sha256, article.revision, added, article.id)
        connection.execute(_RETELL, content)


def added_at(file: ProjectFile, id_: str) -> str:
    """Return when an article's text was put into the project, ISO 8601 in UTC."""
    with file.reading() as connection:
        row = connection.execute("SELECT added FROM articles WHERE id = ?", (id_,)).fetchone()
        return str(row[0])


def read_added(file: ProjectFile) -> dict[str, str]:
    """Return when the text of each article, by its id, was put into the project."""
    with file.reading() as connection:
        return dict(connection.execute("SELECT id, added FROM articles").fetchall())


def keep_added(file: ProjectFile, added: Mapping[str, str]) -> None:
    """Store when articles that the file has were put into the project."""
    with file.writing() as connection:
        rows = [(time, id_) for id_, time in added.items()]
        connection.executemany("UPDATE articles SET added = ? WHERE id = ?", rows)


def remove_articles(file: ProjectFile, ids: Iterable[str]) -> None:
    """Take the articles out, and outlets that are left without one, in one transaction."""
    with file.writing() as connection:
        connection.executemany("DELETE FROM articles WHERE id = ?", [(id_,) for id_ in ids])
        tidy_outlets(connection)


def read_setting(file: ProjectFile, key: str) -> str | None:
    """Return the value of a setting, or None where it has none."""
    with file.reading() as connection:
        row = connection.execute("SELECT value FROM settings WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])


def read_settings(file: ProjectFile) -> dict[str, str]:
    """Return all settings by their keys, in the order of these."""
    with file.reading() as connection:
        return dict(connection.execute("SELECT key, value FROM settings ORDER BY key").fetchall())


def write_setting(file: ProjectFile, key: str, value: str | None) -> None:
    """Give a setting a value, or none to forget it, in one transaction."""
    with file.writing() as connection:
        if value is None:
            connection.execute("DELETE FROM settings WHERE key = ?", (key,))
        else:
            connection.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (key, value))


def tidy_outlets(connection: sqlite3.Connection) -> None:
    """Take out the outlets that have no article and of which nothing is known."""
    connection.execute(_TIDY_OUTLETS)


def _name_outlets(connection: sqlite3.Connection, articles: Sequence[Article]) -> None:
    connection.executemany(
        "INSERT OR IGNORE INTO outlets (name) VALUES (?)",
        [(article.outlet,) for article in articles if article.outlet],
    )


def _moved(order: Sequence[str], positions: Mapping[str, int]) -> dict[str, int]:
    """Return the new positions, of as few articles as may be, that put all into `order`."""
    moved = {}
    last = -1
    for id_ in order:
        position = positions.get(id_, -1)
        last = position if position > last else last + 1
        if last != position:
            moved[id_] = last
    return moved


def _row(article: Article, position: int) -> tuple[str | int, ...]:
    content = (article.text, article.sha256, article.revision)
    return (article.id, position, *_metadata(article), *content)


def _metadata(article: Article) -> tuple[str | int, ...]:
    return (
        article.outlet,
        article.headline,
        article.byline,
        article.published,
        article.url,
        article.language,
        article.path,
        article.section,
        article.page,
        article.record,
        article.retrieved,
        article.printed_words,
    )
