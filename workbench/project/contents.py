"""Contents: what a project's file holds, read once and remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.store.articles import read_articles
from workbench.store.codebook import read_codebook

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model import Article, Codebook
    from workbench.store.project_file import ProjectFile


class Contents:
    """The articles and the codebook of a project; whoever changes them in the file says so."""

    def __init__(self, file: ProjectFile) -> None:
        self.file = file
        self._articles: tuple[Article, ...] | None = None
        self._by_id: dict[str, Article] = {}
        self._codebook: Codebook | None = None

    def articles(self) -> tuple[Article, ...]:
        """Return the articles in their order."""
        if self._articles is None:
            self.remember(read_articles(self.file))
        return self._articles or ()

    def article(self, id_: str) -> Article:
        """Return the article of that id; raises KeyError where there is none."""
        self.articles()
        return self._by_id[id_]

    def has_article(self, id_: str) -> bool:
        """Tell whether there is an article of that id."""
        self.articles()
        return id_ in self._by_id

    def codebook(self) -> Codebook:
        """Return the tags."""
        if self._codebook is None:
            self._codebook = read_codebook(self.file)
        return self._codebook

    def remember(self, articles: Sequence[Article]) -> None:
        """Take note of the articles as they are in the file now."""
        self._articles = tuple(articles)
        self._by_id = {article.id: article for article in articles}

    def remember_codebook(self, codebook: Codebook) -> None:
        """Take note of the tags as they are in the file now."""
        self._codebook = codebook

    def forget(self) -> None:
        """Read all again when it is asked for next: the file has changed, or a change failed."""
        self._articles = None
        self._by_id = {}
        self._codebook = None
