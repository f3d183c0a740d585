"""CSL-JSON: the articles as literature for Zotero, Pandoc and other programs that cite."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.formats.bibliography import entry_of
from workbench.formats.to_json import to_json_line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.formats.bylines import Name
    from workbench.model import Article


def to_csl(articles: Iterable[Article]) -> str:
    """Return a bibliography of the articles as CSL-JSON, one record on each line."""
    records = [to_json_line(csl_record(article)).rstrip() for article in articles]
    return "[\n" + ",\n".join(records) + "\n]\n" if records else "[]\n"


def csl_record(article: Article) -> dict[str, object]:
    """Return what CSL (citationstyles.org, csl-data.json) says of an article; no empty fields."""
    entry = entry_of(article)
    told: dict[str, object] = {
        "id": entry.id,
        "type": "article-newspaper",
        "title": entry.title,
        "author": [_name(name) for name in entry.authors],
        "container-title": entry.outlet,
        "issued": _date(entry.published),
        "accessed": _date(entry.retrieved),
        "URL": entry.url,
        "language": entry.language,
        "section": entry.section,
        "page": entry.page,
    }
    return {key: value for key, value in told.items() if value}


def _name(name: Name) -> dict[str, str]:
    if not name.given:
        return {"literal": name.family}
    return {"family": name.family, "given": name.given}


def _date(day: tuple[int, ...]) -> dict[str, object]:
    return {"date-parts": [list(day)]} if day else {}
