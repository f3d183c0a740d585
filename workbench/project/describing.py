"""Describing: what is known of articles and their outlets, changed for many at once."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from workbench.formats.publication import Publication
from workbench.model import ChangeMetadata, ChangeOutlets, EditGroup, Outlet
from workbench.text.language import as_tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from workbench.model import Article, Edit

FIELDS = (
    *("headline", "outlet", "byline", "published", "url"),
    *("section", "page", "language", "record", "retrieved"),
)
"""The fields of an article that an analyst can tell, in the order in which they are read."""

_DATES = ("published", "retrieved")
_CHECKED = (*_DATES, "url", "language")
_COLOUR = re.compile("#[0-9a-f]{6}")
_DETAILS = tuple(field.name for field in fields(Outlet) if field.name != "name")


def as_described(field: str, words: str, language: str = "") -> str | None:
    """Return what an analyst writes for a field of `FIELDS` as it is stored.

    Dates are ISO 8601 then, languages BCP 47 tags; None where the words are neither, or no
    address. `language`, a BCP 47 tag, is that of the articles: it may tell how a date is written.
    """
    told = " ".join(words.split())
    if field == "language":
        return as_tag(told) if as_tag(told) or not told else None
    if not told or field not in _CHECKED:
        return told
    found = Publication.told(**{"language": language, field: told})
    return str(getattr(found, field)) or None


def common_values(articles: Sequence[Article]) -> dict[str, str | None]:
    """Return for each field what all the articles have, or None where they differ."""
    found: dict[str, str | None] = {}
    for field in FIELDS:
        values = {getattr(article, field) for article in articles}
        found[field] = values.pop() if len(values) == 1 else None
    return found


def describe(articles: Iterable[Article], values: Mapping[str, str]) -> ChangeMetadata:
    """Return the edit that gives articles these values by field; those that have them are left."""
    told: dict[str, Any] = dict(values)
    return ChangeMetadata(
        tuple(
            replace(article, **told)
            for article in articles
            if any(getattr(article, field) != value for field, value in told.items())
        )
    )


def as_colour(words: str) -> str | None:
    """Return a colour as `#rrggbb`, an empty string for none, None where the words are neither."""
    told = words.strip().lower()
    return told if not told or _COLOUR.fullmatch(told) else None


def describe_outlet(outlet: Outlet, field: str, words: str) -> ChangeOutlets | None:
    """Return the edit that says this of an outlet; None where the words are no colour."""
    value = as_colour(words) if field == "colour" else " ".join(words.split())
    if value is None:
        return None
    told: dict[str, Any] = {field: value}
    return ChangeOutlets((replace(outlet, **told),))


def rename_outlet(articles: Iterable[Article], outlet: Outlet, name: str) -> Edit:
    """Return the edit that gives an outlet another name, which no other one has."""
    return _moved(articles, (outlet,), replace(outlet, name=name))


def join_outlets(articles: Iterable[Article], into: Outlet, others: Sequence[Outlet]) -> Edit:
    """Return the edit that gives one outlet the articles of others, which are no more then.

    What is not known of it is taken from the first of the others of which it is known.
    """
    known: dict[str, Any] = {
        field: next((getattr(one, field) for one in (into, *others) if getattr(one, field)), "")
        for field in _DETAILS
    }
    return _moved(articles, others, replace(into, **known))


def _moved(articles: Iterable[Article], gone: Sequence[Outlet], into: Outlet) -> Edit:
    """Return the edit that makes outlets one; of those that are gone nothing is known then."""
    names = {outlet.name for outlet in gone} - {into.name}
    forgotten = tuple(Outlet(name) for name in sorted(names))
    moving = (article for article in articles if article.outlet in names)
    return EditGroup((ChangeOutlets((into, *forgotten)), describe(moving, {"outlet": into.name})))
