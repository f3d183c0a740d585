"""Exchange: what the file of another program brings into a project, and what it cannot bring."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.model.annotation import Annotation
    from workbench.model.article import Article
    from workbench.model.codebook import Tag
    from workbench.model.outlet import Outlet


class LossReason(StrEnum):
    """Why something is not carried from one program to the other."""

    UNKNOWN_ARTICLE = "unknown article"
    NOT_FOUND = "words not found"
    NOT_TEXT = "not text"
    UNREADABLE = "unreadable text"
    NO_PLACE = "no place in the other format"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that is not carried over: what it is, where it stands, and why.

    `what` names it as its own format does (a quote, the name of an element or of a field); `where`
    is an article's headline or a file, empty where it concerns all. `count` is how many there are.
    """

    what: str
    where: str
    reason: LossReason
    count: int = 1


@dataclass(frozen=True, slots=True)
class Exchange:
    """What a file of another program holds, as nouns of a project, and what stays behind.

    `articles` are those that the project does not have yet; annotations and tags keep the GUIDs of
    the file.
    """

    articles: tuple[Article, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    tags: tuple[Tag, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    losses: tuple[Loss, ...] = ()
