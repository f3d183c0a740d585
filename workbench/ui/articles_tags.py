"""Articles tags: with which tags each article is annotated, for those who look for one by a tag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workbench.ui.steps import Steps

if TYPE_CHECKING:
    from collections.abc import Generator

    from workbench.project.project import Project
    from workbench.ui.articles_dock import ArticlesDock
    from workbench.ui.session import Session


class ArticlesTags(QObject):
    """Tells the list of articles what tags they have, once words are sought in it."""

    def __init__(self, articles: ArticlesDock, session: Session) -> None:
        super().__init__(articles)
        self._articles = articles
        self._session = session
        self._is_stale = True
        self._steps: Steps | None = None
        session.annotations_changed.connect(lambda _: self._refresh())
        session.codebook_changed.connect(self._refresh)
        session.project_leaving.connect(self._stop)
        articles.search.textChanged.connect(self._gather)

    def _refresh(self) -> None:
        self._is_stale = True
        self._gather()

    def _gather(self) -> None:
        if not self._is_stale or not self._articles.search.text().strip():
            return
        self._is_stale = False
        self._stop()
        self._steps = Steps(_tags_by_article(self._session.project), self)
        self._steps.finished.connect(self._take)
        self._steps.failed.connect(self._session.tell)
        self._steps.start()

    def _take(self, tags: dict[str, str]) -> None:
        self._steps = None
        self._articles.model.set_tags(tags)

    def _stop(self) -> None:
        steps, self._steps = self._steps, None
        if steps is not None:
            steps.stop()
            self._is_stale = True


def _tags_by_article(project: Project) -> Generator[None, None, dict[str, str]]:
    """Return the names of the tags of each article by its id, folded, with those above them."""
    codebook = project.codebook()
    found: dict[str, set[str]] = {}
    for portion in project.reading_taggings():
        for _, tag, article, _, _ in portion:
            found.setdefault(article, set()).add(tag)
        yield
    said = {
        tag.id: "\n".join(f"tag:{each.name}" for each in codebook.path(tag.id)).casefold()
        for tag in codebook.tags
    }
    return {
        article: "\n".join(said.get(tag, "") for tag in sorted(tags))
        for article, tags in found.items()
    }
