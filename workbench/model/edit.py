"""Edits: the reversible changes to a project, and what kind of thing each of them changes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.model.article import Article


class Change(StrEnum):
    """The kind of thing an edit has changed, for views to decide whether they refresh."""

    ARTICLES = "articles"
    SETTINGS = "settings"


@dataclass(frozen=True, slots=True)
class AddArticles:
    """Put articles into the project, after those it has; their ids must be new to it.

    `positions`, ascending, one for each article, are the places that they take instead in the
    order that results, counted from 0.
    """

    articles: tuple[Article, ...]
    positions: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class RemoveArticles:
    """Take the articles with these ids out of the project."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangeMetadata:
    """Give articles of the project, found by their ids, what else is known of them.

    The texts must be those that the project has.
    """

    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class SetSetting:
    """Give one setting of the project a value, or none to forget it."""

    key: str
    value: str | None


Edit = AddArticles | RemoveArticles | ChangeMetadata | SetSetting


@dataclass(frozen=True, slots=True)
class Applied:
    """What applying an edit gave: the edit that takes it back, and what kind of thing changed."""

    inverse: Edit
    change: Change
