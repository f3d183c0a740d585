"""SearchIndex: the words of a project's articles and annotations, to be searched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.store.annotations import find_annotations
from workbench.store.search import (
    MemoryIndex,
    Words,
    annotation_ids,
    clear_waste,
    count_waiting,
    keep_words,
    waiting,
)
from workbench.text.searchable import searchable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from workbench.model import Annotation, Article
    from workbench.project.contents import Contents
    from workbench.store.search import Index

MOST = 200
"""Annotations, or articles, that are put into the index at a time: some milliseconds."""

LONGEST = 40_000
"""Code points of articles after which no other follows at that time: some milliseconds as well."""


class SearchIndex:
    """Fills the index of a project and says where it is: in its file, where that can be written."""

    def __init__(self, contents: Contents) -> None:
        self.contents = contents
        self._memory: MemoryIndex | None = None
        self._of: tuple[Article, ...] = ()

    @property
    def kept(self) -> Index:
        """Where the index is kept: in memory as long as a file that lacks it may not be written."""
        file = self.contents.file
        if file.why_read_only is None or not any(count_waiting(file)):
            self.close()
            return file
        articles = self.contents.articles()
        if self._memory is None or articles is not self._of:
            self.close()
            self._of = articles
            ids = [article.id for article in articles]
            self._memory = MemoryIndex(ids, annotation_ids(file))
        return self._memory

    def waiting(self) -> tuple[int, int]:
        """Return how many articles, and how many annotations, cannot be found yet."""
        return count_waiting(self.kept)

    def filling(self) -> Iterator[None]:
        """Put what is missing into the index, in portions, each too small to be noticed."""
        clear_waste(self.kept)
        while rows := waiting(self.kept, MOST):
            keep_words(self.kept, self._words(rows))
            yield

    def close(self) -> None:
        """Forget what is kept in memory; a second call does nothing."""
        if self._memory is not None:
            self._memory.close()
            self._memory = None

    def _words(self, rows: Sequence[tuple[int, str, str]]) -> Iterator[Words]:
        """Yield the words of as many as one portion has."""
        contents = self.contents
        ids = [annotation for _, _, annotation in rows if annotation]
        annotations = {one.id: one for one in find_annotations(contents.file, ids)}
        read = 0
        for number, article, annotation in rows:
            if annotation in annotations:
                yield self._of_annotation(number, annotations[annotation])
            elif contents.has_article(article):
                yield _of_article(number, contents.article(article))
                read += len(contents.article(article).text)
            else:  # gone meanwhile, by another program
                yield Words(number)
            if read > LONGEST:
                return

    def _of_annotation(self, number: int, annotation: Annotation) -> Words:
        tags = self.contents.codebook().by_id
        names = " ".join(tags[tag].name for tag in annotation.tags if tag in tags)
        return Words(number, memo=searchable(annotation.memo), tags=searchable(names))


def _of_article(number: int, article: Article) -> Words:
    return Words(
        number, searchable(article.text), searchable(article.headline), searchable(article.byline)
    )
