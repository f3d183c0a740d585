"""AnnotationSteps: how annotations are stored, each change as one step with a name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from workbench.model import Annotation, ChangeAnnotations, Passage
from workbench.project.annotating import annotate, annotation_of, last_used, moved, spread, words_of
from workbench.project.corresponding import corresponding
from workbench.ui import annotation_words as words
from workbench.ui.author import author, now

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model import Codebook, Span, Target
    from workbench.settings import Settings
    from workbench.ui.annotation_panel import Draft
    from workbench.ui.main_window import MainWindow
    from workbench.ui.session import Session


class AnnotationSteps:
    """Makes, changes, copies and deletes annotations of a project, in the analyst's name.

    Whatever changes the project returns False where it could not.
    """

    def __init__(self, window: MainWindow, session: Session, settings: Settings) -> None:
        self._window = window
        self._session = session
        self._settings = settings
        self._recent: tuple[str, ...] = ()

    @property
    def codebook(self) -> Codebook:
        """The tags there are."""
        return self._window.desk.annotated.codebook

    @property
    def recent(self) -> tuple[str, ...]:
        """The tags by their ids, the one that was given last first."""
        desk = self._window.desk
        seen = [one for article in desk.open_ids for one in desk.annotated.of(article)]
        order = dict.fromkeys((*self._recent, *last_used(seen)))
        return tuple(id_ for id_ in order if id_ in self.codebook.by_id)

    @property
    def last_tags(self) -> tuple[str, ...]:
        """The tags that were given together last, by their ids."""
        desk = self._window.desk
        seen = [one for article in desk.open_ids for one in desk.annotated.of(article) if one.tags]
        last = max(seen, key=lambda one: one.changed, default=None)
        given = self._recent or (last.tags if last else ())
        return tuple(id_ for id_ in given if id_ in self.codebook.by_id)

    @property
    def is_refused(self) -> bool:
        """Whether nothing may be changed."""
        return self._session.project.read_only

    def forget(self) -> None:
        """Forget which tags were given: the project is another one."""
        self._recent = ()

    def find(self, annotation_id: str) -> Annotation | None:
        """Return an annotation by its id, None where there is none."""
        return next(iter(self._session.project.annotations((annotation_id,))), None)

    def on(self, target: Target) -> Annotation | None:
        """Return the first annotation that a target has."""
        desk = self._window.desk
        for article in target.articles[:1]:
            at_hand = article in desk.open_ids
            read = self._session.project.annotations_of
            return annotation_of(target, desk.annotated.of(article) if at_hand else read([article]))
        return next(iter(self._session.project.annotations_of_project()), None)

    def give(self, target: Target, tags: Sequence[str]) -> bool:
        """Give a target these tags; where it is annotated, that annotation gets them too."""
        before = self.on(target)
        after = before or self._new(target)
        joined = tuple(dict.fromkeys((*after.tags, *tags)))
        self._recent = tuple(tags)
        if before and joined == before.tags:
            return False
        after = replace(after, tags=joined, changed=now())
        return self._session.do(annotate((after,)), words.step_words(before, after, self.codebook))

    def store(self, before: Annotation | None, target: Target, draft: Draft) -> bool:
        """Store what was written about a target, in place of the annotation it was before."""
        fresh = before or self._new(target)
        after = replace(fresh, tags=draft.tags, memo=draft.memo, changed=now())
        is_same = before is not None and (after.tags, after.memo) == (before.tags, before.memo)
        put: tuple[Annotation, ...] = () if is_same else (after,)
        if draft.everywhere:
            put += self._copies(after)
        if not put:
            return True
        known = replace(self.codebook, tags=(*self.codebook.tags, *draft.created))
        name = words.step_words(before, after, known, len(put))
        self._recent = draft.tags or self._recent
        return self._session.do(annotate(put, draft.created), name)

    def delete(self, annotation: Annotation) -> bool:
        """Delete an annotation."""
        name = f"delete annotation on {words.quoted(annotation.target)}"
        return self._session.do(ChangeAnnotations((), (annotation.id,)), name)

    def move(self, annotation: Annotation, place: int, span: Span) -> bool:
        """Let one of an annotation's selectors be over other words of its article."""
        article = self._window.desk.article(annotation.target.selectors[place].article)
        after = replace(moved(annotation, place, article, span), changed=now())
        name = f"move the ends of the annotation on {words.quoted(after.target)}"
        return self._session.do(annotate((after,)), name)

    def elsewhere(self, target: Target) -> tuple[Passage, ...]:
        """Return what stands for the words of a target in other articles."""
        if len(target.selectors) != 1:
            return ()
        here = target.selectors[0]
        return corresponding(Passage(here.article, here.span), self._window.desk.comparison)

    def _new(self, target: Target) -> Annotation:
        time = now()
        name = author(self._settings)
        return Annotation(str(uuid4()), target, author=name, created=time, changed=time)

    def _copies(self, annotation: Annotation) -> tuple[Annotation, ...]:
        desk = self._window.desk
        found = self.elsewhere(annotation.target)
        targets = [words_of(desk.article(one.article), one.span) for one in found]
        present = self._session.project.annotations_of({one.article for one in found})
        fresh = replace(self._new(annotation.target), tags=annotation.tags, memo=annotation.memo)
        return spread(fresh, targets, present, lambda: str(uuid4()))
