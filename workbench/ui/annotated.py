"""Annotated: the annotations of the articles that lie open, and how panes show them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from workbench.model import Annotation, Codebook, Placing, Span, Tag, TargetKind

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from workbench.model import Article


@dataclass(frozen=True, slots=True)
class AnnotationMark:
    """Annotated words as a pane shows them: where, with which tags, whether more is said.

    `place` says which of the annotation's selectors it is; `is_shared` that there are several.
    """

    span: Span
    annotation: str
    place: int
    tags: tuple[Tag, ...] = ()
    has_memo: bool = False
    is_shared: bool = False


class Annotated(QObject):
    """What is annotated in some articles; whoever stores annotations keeps it up to date.

    `changed` brings the ids of the articles of which it is another now.
    """

    changed = Signal(frozenset)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.codebook = Codebook()
        self._annotations: dict[str, Annotation] = {}
        self._of: dict[str, dict[str, Annotation]] = defaultdict(dict)

    def annotation(self, annotation_id: str) -> Annotation | None:
        """Return the annotation of that id, where it speaks of one of the articles."""
        return self._annotations.get(annotation_id)

    def of(self, article_id: str) -> tuple[Annotation, ...]:
        """Return all that speak of an article."""
        return tuple(self._of.get(article_id, {}).values())

    def about(self, article_id: str) -> tuple[Annotation, ...]:
        """Return those on an article as such."""
        return tuple(one for one in self.of(article_id) if one.target.kind is TargetKind.ARTICLE)

    def marks(self, article: Article) -> tuple[AnnotationMark, ...]:
        """Return the annotated words of an article in the order of the text, as it is now."""
        tags = self.codebook.by_id
        found = [
            AnnotationMark(
                selector.span,
                one.id,
                place,
                tuple(tags[tag] for tag in one.tags if tag in tags),
                bool(one.memo),
                len(one.target.selectors) > 1,
            )
            for one in self.of(article.id)
            for place, selector in enumerate(one.target.selectors)
            if selector.article == article.id
            and selector.placing is Placing.PLACED
            and selector.revision == article.revision
        ]
        return tuple(sorted(found, key=lambda mark: (mark.span, mark.annotation)))

    def take(self, annotations: Iterable[Annotation]) -> None:
        """Have these, and no others."""
        before = set(self._of)
        self._annotations = {}
        self._of.clear()
        self._add(annotations)
        self.changed.emit(frozenset(before | set(self._of)))

    def replace(self, ids: Container[str], annotations: Iterable[Annotation]) -> None:
        """Have these annotations in place of those that have the ids."""
        going = [id_ for id_ in self._annotations if id_ in ids]
        touched = {article for id_ in going for article in self._annotations[id_].target.articles}
        for id_ in going:
            for article in self._annotations.pop(id_).target.articles:
                del self._of[article][id_]
        coming = tuple(annotations)
        self._add(coming)
        touched.update(article for one in coming for article in one.target.articles)
        self.changed.emit(frozenset(touched))

    def set_codebook(self, codebook: Codebook) -> None:
        """Show tags as they are in the codebook."""
        self.codebook = codebook
        self.changed.emit(frozenset(self._of))

    def _add(self, annotations: Iterable[Annotation]) -> None:
        for one in annotations:
            self._annotations[one.id] = one
            for article in one.target.articles:
                self._of[article][one.id] = one
