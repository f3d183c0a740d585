"""Revision: one of the texts that an article has had."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.model.article import Article


@dataclass(frozen=True, slots=True)
class Revision:
    """An article as it was before a later text of it came; `article.revision` is its number.

    `added` is when it was put into the project, ISO 8601 in UTC.
    """

    article: Article
    added: str = ""
