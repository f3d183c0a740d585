"""Annotated: the annotations of the articles that lie open, and how panes show them."""

from __future__ import annotations

from bisect import insort
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from workbench.model import Annotation, Codebook, Placing, Span, Tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workbench.model import Article, Cluster


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

    `changed` brings the ids of the articles of which it is another now; `passages_changed` tells
    that annotations on passages as such came or went.
    """

    changed = Signal(frozenset)
    passages_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.codebook = Codebook()
        self._annotations: dict[str, Annotation] = {}
        self._of: dict[str, dict[str, Annotation]] = defaultdict(dict)
        self._marks: dict[tuple[str, int], list[AnnotationMark]] = {}
        self._passages: dict[tuple[str, Span], list[str]] = {}

    def annotation(self, annotation_id: str) -> Annotation | None:
        """Return the annotation of that id, where it speaks of one of the articles."""
        return self._annotations.get(annotation_id)

    def of(self, article_id: str) -> tuple[Annotation, ...]:
        """Return all that speak of an article."""
        return tuple(self._of.get(article_id, {}).values())

    def about(self, article_id: str) -> tuple[Annotation, ...]:
        """Return those on an article as such."""
        return tuple(one for one in self.of(article_id) if not one.target.selectors)

    def on_passages(self, cluster: Cluster) -> tuple[Annotation, ...]:
        """Return those on passages as such of which a cluster has two or more."""
        places = ((passage.article, passage.span) for passage in cluster.passages)
        met = Counter(chain.from_iterable(self._passages.get(place, ()) for place in places))
        return tuple(self._annotations[id_] for id_, times in met.items() if times > 1)

    def marks(self, article: Article) -> tuple[AnnotationMark, ...]:
        """Return the annotated words of an article in the order of the text, as it is now."""
        key = article.id, article.revision
        if key not in self._marks:
            found = [mark for one in self.of(article.id) for mark in self._marks_of(one, *key)]
            self._marks[key] = sorted(found, key=_order)
        return tuple(self._marks[key])

    def take(self, annotations: Iterable[Annotation]) -> None:
        """Have these, and no others."""
        before = set(self._of)
        self._annotations = {}
        self._of.clear()
        self._marks.clear()
        self._add(annotations)
        self.changed.emit(frozenset(before | set(self._of)))
        self._gather_passages()

    def replace(self, ids: Iterable[str], annotations: Iterable[Annotation]) -> None:
        """Have these annotations in place of those that have the ids."""
        coming = tuple(annotations)
        going = {*ids, *(one.id for one in coming)} & self._annotations.keys()
        affected = (*coming, *(self._annotations[id_] for id_ in going))
        touched = {article for one in coming for article in one.target.articles}
        for id_ in going:
            for article in self._annotations.pop(id_).target.articles:
                del self._of[article][id_]
                touched.add(article)
        self._add(coming)
        for (article, revision), marks in self._marks.items():
            if article in touched:
                marks[:] = [mark for mark in marks if mark.annotation not in going]
                for one in coming:
                    for mark in self._marks_of(one, article, revision):
                        insort(marks, mark, key=_order)
        self.changed.emit(frozenset(touched))
        if any(_is_on_passages(one) for one in affected):
            self._gather_passages()

    def set_codebook(self, codebook: Codebook) -> None:
        """Show tags as they are in the codebook."""
        before, self.codebook = self.codebook.by_id, codebook
        if any(codebook.by_id.get(id_) != tag for id_, tag in before.items()):
            self._marks.clear()
            self.changed.emit(frozenset(self._of))

    def _marks_of(
        self, annotation: Annotation, article_id: str, revision: int
    ) -> Iterator[AnnotationMark]:
        tags = self.codebook.by_id
        selectors = annotation.target.selectors
        for place, selector in enumerate(selectors):
            is_placed = selector.placing is Placing.PLACED and selector.revision == revision
            if is_placed and selector.article == article_id:
                shown = tuple(tags[tag] for tag in annotation.tags if tag in tags)
                has_memo, is_shared = bool(annotation.memo), len(selectors) > 1
                id_ = annotation.id
                yield AnnotationMark(selector.span, id_, place, shown, has_memo, is_shared)

    def _gather_passages(self) -> None:
        """Find the annotations on passages as such by their places."""
        found: dict[tuple[str, Span], list[str]] = defaultdict(list)
        for one in filter(_is_on_passages, self._annotations.values()):
            for selector in one.target.selectors:
                found[selector.article, selector.span].append(one.id)
        if found != self._passages:
            self._passages = found
            self.passages_changed.emit()

    def _add(self, annotations: Iterable[Annotation]) -> None:
        for one in annotations:
            self._annotations[one.id] = one
            for article in one.target.articles:
                self._of[article][one.id] = one


def _is_on_passages(annotation: Annotation) -> bool:
    return len(annotation.target.selectors) > 1


def _order(mark: AnnotationMark) -> tuple[int, int, str, int]:
    return mark.span.start, mark.span.end, mark.annotation, mark.place
