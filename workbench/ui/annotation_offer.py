"""AnnotationOffer: lets the small bar come up at selected words, once the selecting is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from workbench.ui.annotation_bar import AnnotationBar
    from workbench.ui.annotation_steps import AnnotationSteps
    from workbench.ui.main_window import MainWindow
    from workbench.ui.panes.article_view import ArticleView
    from workbench.ui.panes.pane import Pane

PAUSE = 250  # milliseconds without a change, after which words count as selected


class AnnotationOffer(QObject):
    """Shows the bar while words are selected and nobody is pressing, scrolling or annotating."""

    def __init__(self, window: MainWindow, steps: AnnotationSteps, bar: AnnotationBar) -> None:
        super().__init__(window)
        self._window = window
        self._steps = steps
        self._view: ArticleView | None = None
        self.bar = bar
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._offer)
        window.board.pane_made.connect(self._serve)
        window.desk.panes_changed.connect(self.withdraw)

    def withdraw(self) -> None:
        """Put the bar away."""
        self._pause.stop()
        self._view = None
        self.bar.hide()

    def _serve(self, pane: Pane) -> None:
        view = pane.view
        view.selectionChanged.connect(lambda: self._wait(view))
        view.pressed.connect(self.withdraw)
        view.verticalScrollBar().valueChanged.connect(self.bar.hide)

    def _wait(self, view: ArticleView) -> None:
        self.bar.hide()
        self._view = view
        self._pause.start()

    def _offer(self) -> None:
        view, window = self._view, self._window
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._pause.start()
        elif (
            view is not None
            and view.hasFocus()
            and any(map(str.isalnum, view.selected_words()))
            and not self._steps.is_refused
            and not window.annotation_panel.isVisible()
        ):
            tags = self._steps.codebook.by_id
            self.bar.offer([tags[id_] for id_ in self._steps.recent])
            port = view.viewport()
            words = view.box_of(view.selected()).intersected(port.rect())
            board = window.board
            room = QRect(board.mapTo(window, QPoint(0, 0)), board.size())
            at = port.mapTo(window, QPoint(0, 0))
            self.bar.show_at(words.translated(at), room)
