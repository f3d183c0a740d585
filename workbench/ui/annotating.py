"""Annotating: the panel in which annotations are written, opened on words and led back from it."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from workbench.model import Annotation, Passage
from workbench.project.annotating import moved as on_words
from workbench.project.verdicts import moved
from workbench.ui import annotation_words as words
from workbench.ui.annotation_panel import AnnotationPanel, Draft, Subject
from workbench.ui.annotation_places import (
    bring_into_sight,
    heading_of,
    mark_out,
    pane_of,
    places_of,
    quote_of,
)
from workbench.ui.desk import Layer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from workbench.model import Span, Target
    from workbench.ui.annotation_steps import AnnotationSteps
    from workbench.ui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Opened:
    """What the panel is open on: a target, and its annotation by its id, empty where it is new.

    `place` is the selector that is worked at, `beside` are the annotations that lie there too.
    """

    target: Target
    annotation: str = ""
    place: int = 0
    beside: tuple[str, ...] = ()

    @property
    def key(self) -> object:
        """What its draft is kept by."""
        places = tuple((one.article, one.span) for one in self.target.selectors)
        return self.annotation or (self.target.article, places)


class Annotating(QObject):
    """Opens the panel and stores what was written; what was not saved is kept for its words.

    `listing_wanted` brings the id of an annotation that is to be shown among the others.
    """

    listing_wanted = Signal(str)

    def __init__(self, window: MainWindow, steps: AnnotationSteps, panel: AnnotationPanel) -> None:
        super().__init__(window)
        self._window = window
        self._steps = steps
        self._opened: Opened | None = None
        self._drafts: dict[object, Draft] = {}
        self._before: QWidget | None = None
        self.panel = panel
        self._lookup = QTimer(self, singleShot=True, interval=0)
        self._lookup.timeout.connect(self._offer_elsewhere)
        panel.save_wanted.connect(self.save)
        panel.delete_wanted.connect(self._delete)
        panel.put_away.connect(self.close)
        panel.turned.connect(self._turn)
        panel.ends_moved.connect(self._move_ends)
        panel.listing_wanted.connect(self._list)
        window.desk.annotated.changed.connect(self._follow)
        window.closing.connect(self.forget)
        window.board.installEventFilter(self)

    @property
    def opened(self) -> Opened | None:
        """What the panel is open on."""
        return self._opened

    def begin(self, target: Target) -> None:
        """Let a target be annotated, or the annotation be changed that it has already."""
        found = self._steps.on(target)
        self._show(Opened(target, found.id if found else "", 0, (found.id,) if found else ()))

    def edit(self, ids: Sequence[str], article_id: str = "") -> None:
        """Let the first of these annotations be changed; the others lie at the same place.

        `article_id` says in which article it is worked at, where it speaks of several.
        """
        self._open_at(ids[0], tuple(ids), article_id)

    def save(self) -> None:
        """Store what stands in the panel, and put it away."""
        if self._opened is None or self._steps.is_refused:
            return
        self.panel.tags.take_typed()
        draft, before = self.panel.draft, self._annotation
        if not before and not draft.tags and not draft.memo:
            self.panel.say(words.NOTHING_GIVEN)
            return
        opened = self._opened
        if self._steps.store(before, opened.target, draft):
            self._drafts.pop(opened.key, None)
            self._leave(opened)
            self._end()

    def set_ends(self, span: Span, article_id: str = "") -> None:
        """Let the words that the panel is open on be these; of several, those in an article."""
        self._work_at(article_id)
        opened, found = self._opened, self._annotation
        if opened is None or not opened.target.selectors or self._steps.is_refused:
            return
        if found is not None:
            self._steps.move(found, opened.place, span)
            return
        article = self._window.desk.article(opened.target.selectors[opened.place].article)
        after = on_words(Annotation("", opened.target), opened.place, article, span)
        self._opened = replace(opened, target=after.target)
        if pane := pane_of(self._window.board, article.id):
            pane.view.select(span)
        self._tell()
        self._lookup.start()

    def close(self) -> None:
        """Put the panel away; what was typed comes back when it is opened there again."""
        if self._opened is not None:
            self._keep_draft()
            self._end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Put the panel away with the texts, as when the matrix takes their place."""
        if event.type() == QEvent.Type.Hide:
            self.close()
        return False

    def forget(self) -> None:
        """Forget what was typed, as the project is another one."""
        self._end()
        self._drafts.clear()

    @property
    def _annotation(self) -> Annotation | None:
        has_one = self._opened is not None and self._opened.annotation
        return self._steps.find(has_one) if has_one else None

    def _open_at(self, annotation_id: str, beside: tuple[str, ...], article_id: str) -> None:
        found = self._steps.find(annotation_id)
        if found is not None:
            selectors = enumerate(found.target.selectors)
            places = [place for place, one in selectors if one.article == article_id]
            self._show(Opened(found.target, found.id, next(iter(places), 0), beside))

    def _show(self, opened: Opened) -> None:
        if self._opened is None:
            self._before = self._window.focusWidget()
        else:
            self._keep_draft()
        self._opened = opened
        found = self._annotation
        stored = Draft(found.tags, memo=found.memo) if found else Draft()
        self.panel.tags.offer(self._steps.codebook, self._steps.recent)
        self.panel.fill(self._drafts.pop(opened.key, stored))
        self.panel.offer_everywhere(0, 0)
        self._window.desk.show_layer(Layer.ANNOTATIONS, on=True)
        bring_into_sight(opened.target, opened.place, self._window)
        self._tell()
        (self.panel if self._steps.is_refused else self.panel.tags).setFocus()
        self._lookup.start()

    def _work_at(self, article_id: str) -> None:
        selectors = enumerate(self._opened.target.selectors) if self._opened else ()
        for place, selector in selectors:
            if self._opened and selector.article == article_id:
                self._opened = replace(self._opened, place=place)

    def _tell(self) -> None:
        """Say what the panel is open on, let it stand out, and stand beside it."""
        opened, found = self._opened, self._annotation
        if opened is None:
            return
        desk, beside = self._window.desk, opened.beside
        turn = f"{beside.index(opened.annotation) + 1} of {len(beside)}" if beside[1:] else ""
        self.panel.tell(
            Subject(
                heading_of(opened.target, desk),
                quote_of(opened.target, opened.place, desk),
                words.made_by(found) if found else "",
                turn,
                is_stored=found is not None,
                is_read_only=self._steps.is_refused,
            )
        )
        mark_out(self._window, opened.target, found)
        self.panel.show_at(*places_of(opened.target, opened.place, self._window))

    def _follow(self) -> None:
        """Show what has become of the annotation, as when a step was undone."""
        opened, found = self._opened, self._annotation
        if opened is None or not opened.annotation:
            return
        if found is None:
            self._end()
        elif found.target != opened.target:
            self._opened = replace(opened, target=found.target)
            self._tell()

    def _offer_elsewhere(self) -> None:
        desk = self._window.desk
        target = self._opened.target if self._opened else None
        others = len(desk.comparison.articles) - 1
        if target is None or len(target.selectors) != 1 or others < 1:
            self.panel.offer_everywhere(0, 0)
            return
        found = {passage.article for passage in self._steps.elsewhere(target)}
        self.panel.offer_everywhere(len(found), others)

    def _keep_draft(self) -> None:
        opened, draft, found = self._opened, self.panel.draft, self._annotation
        if opened is not None:
            stored = Draft(found.tags, memo=found.memo) if found else Draft()
            if draft != stored:
                self._drafts[opened.key] = draft

    def _delete(self) -> None:
        found = self._annotation
        if found is not None and not self._steps.is_refused:
            self._drafts.pop(found.id, None)
            self._steps.delete(found)

    def _turn(self, by: int) -> None:
        """Go on to the next (1) or the previous (-1) of the annotations at this place."""
        if self._opened is not None and self._opened.beside[1:]:
            opened = self._opened
            at = (opened.beside.index(opened.annotation) + by) % len(opened.beside)
            here = (opened.target.selectors or (None,))[opened.place]
            self._open_at(opened.beside[at], opened.beside, here.article if here else "")

    def _move_ends(self, start_by: int, end_by: int) -> None:
        """Move the ends of the words by so many words."""
        if self._opened is None or not self._opened.target.selectors:
            return
        here = self._opened.target.selectors[self._opened.place]
        text = self._window.desk.article(here.article).text
        passage = moved(Passage(here.article, here.span), text, start_by, end_by)
        if passage is not None:
            self.set_ends(passage.span)

    def _list(self) -> None:
        if self._opened is not None:
            shown = self._opened.annotation
            self.close()
            self.listing_wanted.emit(shown)

    def _leave(self, opened: Opened) -> None:
        """Leave the cursor at the end of what was annotated, with nothing selected."""
        if opened.target.selectors:
            here = opened.target.selectors[opened.place]
            if pane := pane_of(self._window.board, here.article):
                pane.view.select(replace(here.span, start=here.span.end))

    def _end(self) -> None:
        opened, self._opened = self._opened, None
        if opened is None:
            return
        self._lookup.stop()
        mark_out(self._window, None, None)
        field = self._window.focusWidget()
        if field is None or field is self.panel or self.panel.isAncestorOf(field):
            self._give_keys_back(opened)
        self.panel.hide()

    def _give_keys_back(self, opened: Opened) -> None:
        """Give the keyboard to the text that was annotated, or to what had it before."""
        article = opened.target.articles[:1]
        if opened.target.selectors:
            article = (opened.target.selectors[opened.place].article,)
        pane = pane_of(self._window.board, article[0]) if article else None
        back = pane.view if pane else self._before
        self._before = None
        if back is not None:
            with contextlib.suppress(RuntimeError):  # it has gone meanwhile
                back.setFocus()
