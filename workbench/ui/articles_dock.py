"""ArticlesDock: the list of the project's articles by outlet, with a search field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.articles_model import ROW, ArticleRow, ArticlesModel, OutletRow
from workbench.ui.lines import cut_lines
from workbench.ui.siglum_tile import SIDE, paint_tile
from workbench.ui.theme import GRID, Theme, sans
from workbench.ui.wrapped_list import WRAP, Index, WrappedList

if TYPE_CHECKING:
    from workbench.ui.desk import Desk


MOST_LINES = 4  # of a headline; the rest stands in its tip


class ArticlesDelegate(QStyledItemDelegate):
    """Paints outlets as quiet headings and articles as a headline over its facts."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self.theme = theme
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return a row's size; a headline wraps."""
        row = index.data(ROW)
        width = self._view.viewport().width()
        if isinstance(row, OutletRow):
            return QSize(width, QFontMetrics(sans(11)).height() + 20)
        words = self._headline_box(QRect(0, 0, width, 0), row).height()
        return QSize(width, words + QFontMetrics(sans(11)).height() + 20)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row = index.data(ROW)
        painter.save()
        box: QRect = option.rect  # type: ignore[attr-defined]
        if isinstance(row, OutletRow):
            self._paint_outlet(painter, box, row)
        else:
            state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
            self._paint_article(painter, box, row, state)
        painter.restore()

    def _paint_outlet(self, painter: QPainter, box: QRect, row: OutletRow) -> None:
        line = box.adjusted(GRID + 4, 12, -GRID - 4, -2)
        painter.setPen(QColor(self.theme.dim))
        painter.setFont(sans(11))
        number = str(row.articles)
        room = line.width() - 24
        name = painter.fontMetrics().elidedText(row.outlet, Qt.TextElideMode.ElideRight, room)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number)

    def _paint_article(
        self, painter: QPainter, box: QRect, row: ArticleRow, state: QStyle.StateFlag
    ) -> None:
        ground = QRectF(box.adjusted(GRID, 1, -GRID, -1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if row.is_open:
            painter.setBrush(QColor(self.theme.selected))
            painter.drawRoundedRect(ground, 5, 5)
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(self.theme.accent))
            painter.drawRoundedRect(ground.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        words = self._headline_box(box, row)
        tile = QRectF(box.left() + GRID + 8, words.top(), SIDE + 8 * (len(row.siglum) - 1), SIDE)
        paint_tile(painter, tile, row.siglum, self.theme)
        painter.setPen(QColor(self.theme.ink))
        painter.setFont(sans(13))
        lines = cut_lines(row.headline, sans(13), words.width(), MOST_LINES)
        painter.drawText(words, WRAP, "\n".join(line.rstrip() for line in lines))
        painter.setPen(QColor(self.theme.dim))
        painter.setFont(sans(11))
        metrics = painter.fontMetrics()
        below = QRect(words.left(), words.bottom() + 4, words.width(), metrics.height())
        facts = metrics.elidedText(row.facts, Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, facts)

    def _headline_box(self, box: QRect, row: ArticleRow) -> QRect:
        left = box.left() + GRID + 8 + SIDE + 8 * (len(row.siglum) - 1) + 8
        width = max(40, box.right() - GRID - 6 - left)
        metrics = QFontMetrics(sans(13))
        needed = metrics.boundingRect(QRect(0, 0, width, 10_000), WRAP, row.headline).height()
        needed = min(needed, MOST_LINES * metrics.lineSpacing())
        return QRect(left, box.top() + 7, width, max(needed, SIDE))


class ArticlesDock(QWidget):
    """The articles by outlet; a click or Enter opens one in a pane, another closes it."""

    article_activated = Signal(str)
    menu_wanted = Signal(str, QPoint)

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ArticlesModel(desk, self)
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setPlaceholderText("Search articles")
        self.search.setAccessibleName("Search articles")
        self.search.textChanged.connect(self.model.search)
        self.list = WrappedList(self.model, "Articles by outlet")
        self._delegate = ArticlesDelegate(theme, self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.activated.connect(self._activate)
        self.list.clicked.connect(self._activate)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._want_menu)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID + 4, 0, 0)
        column.setSpacing(GRID // 2)
        field = QVBoxLayout()
        field.setContentsMargins(GRID, 0, GRID, 0)
        field.addWidget(self.search)
        column.addLayout(field)
        column.addWidget(self.list, 1)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours from now on."""
        self._delegate.theme = theme
        self.list.viewport().update()

    def marked_article(self) -> str:
        """Return the id of the article that is marked in the list, or an empty string."""
        row = self.model.row_of(self.list.currentIndex())
        return row.id if isinstance(row, ArticleRow) else ""

    def _want_menu(self, place: QPoint) -> None:
        row = self.model.row_of(self.list.indexAt(place))
        if isinstance(row, ArticleRow):
            self.menu_wanted.emit(row.id, self.list.viewport().mapToGlobal(place))

    def _activate(self, index: QModelIndex) -> None:
        row = self.model.row_of(index)
        if isinstance(row, ArticleRow):
            self.article_activated.emit(row.id)
