"""HitsList: below the field, the articles in which something was found; a row leads there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView

from workbench.ui.hits_model import ARTICLE, HitsModel
from workbench.ui.listing import RowsDelegate, RowsView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from workbench.ui.desk import Desk
    from workbench.ui.finder import Finder

WIDTHS = (200, 320, 60)  # pixels that the columns need at least
MOST_SHARE = 0.2  # of the window's height: the articles themselves are below
SOON = 120  # milliseconds between two lists while it is still being looked


class HitsList(RowsView):
    """Shown while the whole project is looked through; a click or Enter wants an article."""

    article_wanted = Signal(str)

    def __init__(self, desk: Desk, finder: Finder, parent: QWidget | None = None) -> None:
        super().__init__(WIDTHS, parent)
        self._desk = desk
        self._finder = finder
        self._hits = HitsModel(desk, self)
        self.setModel(self._hits)
        self.setAccessibleName("Articles in which it was found")
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(RowsDelegate(self))
        self.clicked.connect(self._want)
        self.activated.connect(self._want)
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._list)
        finder.changed.connect(self._follow)
        self.hide()

    def _follow(self) -> None:
        """List anew, but not with every few articles that have been looked through."""
        if not self._finder.is_looking:
            self._soon.stop()
            self._list()
        elif not self._soon.isActive():
            self._soon.start()

    def _list(self) -> None:
        finder = self._finder
        hits = finder.hits if finder.everywhere else {}
        order = (article.id for article in self._desk.articles if article.id in hits)
        self._hits.show([(key, hits[key]) for key in order])
        rows = self._hits.rowCount()
        self.setVisible(rows > 0)
        if rows:
            high, head = self.sizeHintForRow(0), self.header().sizeHint().height()
            most = max(1, (round(self.window().height() * MOST_SHARE) - head) // high)
            self.setFixedHeight(head + high * min(rows, most))
        if finder.current:
            self.setCurrentIndex(self._hits.index_of(finder.current[0]))

    def _want(self, index: QModelIndex) -> None:
        if index.isValid():
            self.article_wanted.emit(index.data(ARTICLE))
