"""AnnotationLayer: keeps the annotations of open articles at hand, and shows them in the panes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workbench.ui.annotation_words import tip
from workbench.ui.desk import Layer
from workbench.ui.wording import count

if TYPE_CHECKING:
    from workbench.ui.main_window import MainWindow
    from workbench.ui.panes.pane import Pane
    from workbench.ui.session import Session


class AnnotationLayer(QObject):
    """Reads the annotations of an article when it is opened, and after that what changes."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._annotated = window.desk.annotated
        self._known: set[str] = set()  # the articles of which all annotations are at hand
        session.project_changed.connect(self._forget)
        session.annotations_changed.connect(self._read)
        session.codebook_changed.connect(
            lambda: self._annotated.set_codebook(session.project.codebook())
        )
        window.desk.panes_changed.connect(self._read_opened)
        window.desk.layers_changed.connect(self._show_all)
        window.board.pane_made.connect(self._serve)
        self._annotated.changed.connect(self._show)

    def describe(self, annotation_id: str) -> str:
        """Return what an annotation says; empty where it has gone."""
        found = self._annotated.annotation(annotation_id)
        return tip(found, self._annotated.codebook) if found else ""

    def _forget(self) -> None:
        self._known = set()
        self._annotated.take(())

    def _read(self, ids: frozenset[str] | None) -> None:
        """Read those annotations anew, or for None all that are to be at hand."""
        if ids is None:
            self._known = set(self._window.desk.open_ids)
            self._annotated.take(self._session.project.annotations_of(self._known))
        else:
            self._annotated.replace(ids, self._session.project.annotations(ids))

    def _read_opened(self) -> None:
        opened = set(self._window.desk.open_ids) - self._known
        if opened:
            self._known |= opened
            self._annotated.replace((), self._session.project.annotations_of(opened))

    def _serve(self, pane: Pane) -> None:
        pane.view.describe_annotation = pane.margin.describe = self.describe
        self._show_in(pane)

    def _show(self, articles: frozenset[str]) -> None:
        for pane in self._window.board.panes:
            if pane.article.id in articles:
                self._show_in(pane)

    def _show_all(self) -> None:
        for pane in self._window.board.panes:
            self._show_in(pane)

    def _show_in(self, pane: Pane) -> None:
        shown = self._window.desk.is_shown(Layer.ANNOTATIONS)
        pane.view.annotated.show(self._annotated.marks(pane.article) if shown else ())
        number = len(pane.view.annotated.marks)
        pane.view.setAccessibleDescription(count(number, "annotation") if number else "")
        about = self._annotated.about(pane.article.id) if shown else ()
        pane.head.set_annotations([self.describe(one.id) for one in about])
