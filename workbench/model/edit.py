"""Edits: the reversible changes to a project, and what kind of thing each of them changes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.model.annotation import Annotation
    from workbench.model.article import Article
    from workbench.model.codebook import Tag
    from workbench.model.outlet import Outlet
    from workbench.model.revision import Revision


class Change(StrEnum):
    """The kind of thing an edit has changed, for views to decide whether they refresh."""

    ARTICLES = "articles"
    SETTINGS = "settings"
    ANNOTATIONS = "annotations"
    CODEBOOK = "codebook"
    OUTLETS = "outlets"


@dataclass(frozen=True, slots=True)
class AddArticles:
    """Put articles into the project, after those it has; their ids must be new to it.

    `positions`, ascending, one for each article, are the places that they take instead in the
    order that results, counted from 0. `revisions` are the earlier texts of the articles, `added`
    says of each article when it was put in, ISO 8601 in UTC, where that was not now.
    """

    articles: tuple[Article, ...]
    positions: tuple[int, ...] = ()
    revisions: tuple[Revision, ...] = ()
    added: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RemoveArticles:
    """Take the articles with these ids out of the project, with what is annotated of them."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangeMetadata:
    """Give articles of the project, found by their ids, what else is known of them.

    The texts must be those that the project has, or be left out.
    """

    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class SetSetting:
    """Give one setting of the project a value, or none to forget it."""

    key: str
    value: str | None


@dataclass(frozen=True, slots=True)
class ReviseArticle:
    """Give an article of the project, found by its id, a later text; the earlier one stays.

    The number of the revision follows that of the earlier one, whatever the article says.
    """

    article: Article


@dataclass(frozen=True, slots=True)
class TakeBackRevision:
    """Let the article with this id be as it was before it was last revised."""

    id: str


@dataclass(frozen=True, slots=True)
class ChangeAnnotations:
    """Put annotations into the project, in place of those that have their ids, and take some out.

    The tags and articles must be those of the project, a quote the words at its place.
    """

    put: tuple[Annotation, ...] = ()
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangeCodebook:
    """Put tags into the codebook, in place of those that have their ids, and take some out.

    No annotation may have a tag that is taken out, and no tag stand below one.
    """

    put: tuple[Tag, ...] = ()
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangeOutlets:
    """Say of outlets, found by their names, what is known of them."""

    put: tuple[Outlet, ...]


@dataclass(frozen=True, slots=True)
class EditGroup:
    """Several edits that are one step: all are carried out, in this order, or none."""

    edits: tuple[Edit, ...]


Edit = (
    AddArticles
    | RemoveArticles
    | ChangeMetadata
    | SetSetting
    | ReviseArticle
    | TakeBackRevision
    | ChangeAnnotations
    | ChangeCodebook
    | ChangeOutlets
    | EditGroup
)


@dataclass(frozen=True, slots=True)
class Applied:
    """What applying an edit gave: the edit that takes it back, and what kinds of thing changed."""

    inverse: Edit
    changes: frozenset[Change]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a project's history, as the menu names it; undone ones wait to be done again."""

    number: int
    words: str
    is_undone: bool = False
