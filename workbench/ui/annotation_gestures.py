"""AnnotationGestures: what the actions, clicks and keys about annotations do."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from workbench.model import Span, Target
from workbench.project.annotating import passages_of, words_of
from workbench.ui import annotation_words as words
from workbench.ui.annotating import Annotating
from workbench.ui.annotation_keys import AnnotationKeys
from workbench.ui.annotation_layer import AnnotationLayer
from workbench.ui.annotation_offer import AnnotationOffer
from workbench.ui.annotation_places import pane_of
from workbench.ui.annotation_steps import AnnotationSteps
from workbench.ui.author import author

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QMenu

    from workbench.settings import Settings
    from workbench.ui.annotated import AnnotationMark
    from workbench.ui.asking import Asking
    from workbench.ui.main_window import MainWindow
    from workbench.ui.panes.pane import Pane
    from workbench.ui.session import Session


class AnnotationGestures(QObject):
    """Finds the words that are meant, and hands them to the panel or tags them at once."""

    def __init__(
        self, window: MainWindow, session: Session, settings: Settings, asking: Asking
    ) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._asking = asking
        self._layer = AnnotationLayer(window, session)
        self.steps = AnnotationSteps(window, session, settings)
        self.annotating = Annotating(window, self.steps, window.annotation_panel)
        self.offer = AnnotationOffer(window, self.steps, window.annotation_bar)
        self._keys = AnnotationKeys(window)
        self._keys.edit_wanted.connect(self.edit)
        self._keys.delete_wanted.connect(self.delete)
        self._keys.tag_wanted.connect(lambda tag: self.give((tag,)))
        window.annotation_bar.tag_wanted.connect(lambda tag: self.give((tag,)))
        session.codebook_changed.connect(lambda: self._keys.offer(session.project.codebook()))
        session.project_changed.connect(self._begin)
        self.annotating.listing_wanted.connect(self._list)
        window.board.pane_made.connect(self._serve)
        acts: dict[str, Callable[[], object]] = {
            "annotate": self.annotate,
            "annotate_again": self.annotate_again,
            "annotate_passage": self.annotate_passage,
            "annotate_article": self.annotate_article,
            "project_memo": lambda: self._begin_on(Target()),
            "edit_annotation": self.edit,
            "delete_annotation": self.delete,
            "next_annotation": lambda: self._step(1),
            "previous_annotation": lambda: self._step(-1),
            "your_name": self._ask_name,
        }
        for name, act in acts.items():
            window.actions_by_name[name].triggered.connect(lambda _=False, act=act: act())

    def annotate(self) -> None:
        """Open the panel on the selected words, or those of the chosen passage."""
        found = self._wanted()
        if found is None:
            self._window.notices.say(words.SELECT_FIRST)
        else:
            self._begin_on(found)

    def annotate_again(self) -> None:
        """Give the selected words the tags that were given last."""
        tags = self.steps.last_tags
        if tags:
            self.give(tags)
        else:
            self._window.notices.say(words.NO_TAGS_YET)

    def give(self, tags: Sequence[str]) -> None:
        """Give the selected words, or those of the chosen passage, some tags at once."""
        found = self._wanted()
        if found is None or self.steps.is_refused:
            self._window.notices.say(words.READ_ONLY if found else words.SELECT_FIRST)
            return
        self.offer.withdraw()
        self.steps.give(found, tags)

    def annotate_passage(self) -> None:
        """Open the panel on the chosen passage, as it stands in all its articles."""
        desk = self._window.desk
        if desk.chosen:
            self._begin_on(passages_of(desk.cluster(desk.chosen).passages, desk.articles))
        else:
            self._window.notices.say(words.NO_PASSAGE)

    def annotate_article(self) -> None:
        """Open the panel on the article of the pane with the keyboard."""
        article = self._window.board.focused_article()
        if article:
            self._begin_on(Target(article=article))
        else:
            self._window.notices.say(words.NO_PANE)

    def add_to(self, menu: QMenu, article_id: str) -> None:
        """Offer in the menu of an article to annotate it as such."""
        act = menu.addAction("Annotate article…")
        act.triggered.connect(lambda: self._begin_on(Target(article=article_id)))

    def edit(self) -> None:
        """Open the panel on the annotation at the cursor."""
        pane, marks = self._at_cursor()
        if pane and marks:
            self._edit([mark.annotation for mark in marks], pane.article.id)

    def delete(self) -> None:
        """Delete the annotation at the cursor, or that which the panel is open on."""
        opened = self.annotating.opened
        _, marks = self._at_cursor(quietly=opened is not None)
        wanted = opened.annotation if opened else marks[0].annotation if marks else ""
        found = self.steps.find(wanted) if wanted else None
        if found is not None and self.steps.is_refused:
            self._window.notices.say(words.READ_ONLY)
        elif found is not None:
            self.steps.delete(found)

    def _begin(self) -> None:
        self.annotating.forget()
        self.steps.forget()
        self.offer.withdraw()

    def _begin_on(self, target: Target) -> None:
        self.offer.withdraw()
        self.annotating.begin(target)

    def _edit(self, ids: Sequence[str], article_id: str) -> None:
        self.offer.withdraw()
        self.annotating.edit(tuple(dict.fromkeys(ids)), article_id)

    def _serve(self, pane: Pane) -> None:
        key = pane.article.id
        self._keys.serve(pane.view)
        pane.annotation_clicked.connect(lambda ids: self._edit(ids, key))
        pane.view.pressed.connect(self.annotating.close)
        pane.view.annotation_grips.dragged.connect(lambda span: self._drag(key, span))
        pane.head.annotations_wanted.connect(lambda: self._begin_on(Target(article=key)))

    def _list(self, annotation_id: str) -> None:
        self._window.show_dock("annotations_list")
        self._window.annotation_docks.list.mark(annotation_id)

    def _drag(self, article_id: str, span: Span) -> None:
        opened = self.annotating.opened
        if opened is not None:
            self.annotating.set_ends(span, article_id)
            self._window.annotation_panel.tags.setFocus()

    def _wanted(self) -> Target | None:
        """Return the words that are meant: those selected in the pane with the keyboard.

        Else they are those of the chosen passage there; else what is selected in any pane, or that
        passage in the first pane that has it: it may have been chosen in the list.
        """
        board, desk = self._window.board, self._window.desk
        pane = pane_of(board, board.focused_article())
        if pane and _has_word(pane):
            return words_of(pane.article, _trimmed(pane))
        passages = desk.cluster(desk.chosen).passages if desk.chosen else ()
        spans = {passage.article: passage.span for passage in reversed(passages)}
        if pane and pane.article.id in spans:
            return words_of(pane.article, spans[pane.article.id])
        selected = (words_of(one.article, _trimmed(one)) for one in board.panes if _has_word(one))
        open_ones = (one.article for one in board.panes if one.article.id in spans)
        chosen = (words_of(article, spans[article.id]) for article in open_ones)
        return next(chain(selected, chosen), None)

    def _at_cursor(self, *, quietly: bool = False) -> tuple[Pane | None, list[AnnotationMark]]:
        pane = pane_of(self._window.board, self._window.board.focused_article())
        marks = pane.view.annotated.at(pane.view.cursor_point()) if pane else []
        if not marks and not quietly:
            self._window.notices.say(words.NOT_HERE)
        return pane, marks

    def _step(self, by: int) -> None:
        """Put the cursor to the next (1) or previous (-1) annotation of its pane."""
        board = self._window.board
        pane = pane_of(board, board.focused_article()) or next(iter(board.panes), None)
        starts = sorted({mark.span.start for mark in pane.view.annotated.marks}) if pane else []
        if pane is None or not starts:
            self._window.notices.say(words.NONE_HERE)
            return
        here = pane.view.cursor_point()
        if by > 0:
            start = next((each for each in starts if each > here), starts[0])
        else:
            start = next((each for each in reversed(starts) if each < here), starts[-1])
        board.show_span(pane.article.id, Span(start, start))
        pane.view.select(Span(start, start))
        pane.view.setFocus()
        self._say_aloud(pane)

    def _say_aloud(self, pane: Pane) -> None:
        """Let a screen reader say what the annotations at the cursor say."""
        marks = pane.view.annotated.at(pane.view.cursor_point())
        said = ". ".join(self._layer.describe(mark.annotation) for mark in marks)
        event = QAccessibleAnnouncementEvent(pane.view, said.replace("\n", ", "))
        QAccessible.updateAccessibility(event)

    def _ask_name(self) -> None:
        name = self._asking.words("Your name", "Sign annotations with", author(self._settings))
        if name:
            self._settings.set("author", name)


def _has_word(pane: Pane) -> bool:
    return any(map(str.isalnum, pane.view.selected_words()))


def _trimmed(pane: Pane) -> Span:
    """Leave out the blanks at both ends of what is selected."""
    span, said = pane.view.selected(), pane.view.selected_words()
    start = span.start + len(said) - len(said.lstrip())
    return replace(span, start=start, end=start + len(said.strip()))
