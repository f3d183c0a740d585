"""Reviewing: what the lists of annotations, tags and revisions do, put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workbench.ui.annotations_gestures import AnnotationsGestures
from workbench.ui.codebook_gestures import CodebookGestures
from workbench.ui.counts_gestures import CountsGestures
from workbench.ui.review_gestures import ReviewGestures
from workbench.ui.revisions_gestures import RevisionsGestures

if TYPE_CHECKING:
    from workbench.ui.asking import Asking
    from workbench.ui.main_window import MainWindow
    from workbench.ui.session import Session
    from workbench.ui.tasks import Worker


class Reviewing(QObject):
    """The gestures of the docks that follow from annotating, and of later texts."""

    def __init__(
        self, window: MainWindow, session: Session, worker: Worker, asking: Asking
    ) -> None:
        super().__init__(window)
        self.annotations = AnnotationsGestures(window, session)
        self.codebook = CodebookGestures(window, session, asking)
        self.counts = CountsGestures(window, session)
        self.review = ReviewGestures(window, session, worker)
        self.revisions = RevisionsGestures(window, session, worker, asking)
