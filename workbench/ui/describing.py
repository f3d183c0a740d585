"""Describing: what is told of articles and outlets, and by what the articles are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workbench.ui.articles_grouping import Grouping
from workbench.ui.articles_tags import ArticlesTags
from workbench.ui.metadata_gestures import MetadataGestures
from workbench.ui.outlets_gestures import OutletsGestures

if TYPE_CHECKING:
    from workbench.settings import Settings
    from workbench.ui.detection import Detection
    from workbench.ui.main_window import MainWindow
    from workbench.ui.session import Session


class Describing(QObject):
    """The gestures on details and outlets, put together."""

    def __init__(
        self, window: MainWindow, session: Session, settings: Settings, detection: Detection
    ) -> None:
        super().__init__(window)
        self.details = MetadataGestures(window, session)
        self.outlets = OutletsGestures(window, session)
        detection.menu_made.connect(self.details.add_to)
        self.tags = ArticlesTags(window.articles, session)
        window.articles.group(Grouping(settings.get("grouping")))
        window.articles.grouping_chosen.connect(lambda by: settings.set("grouping", by))
