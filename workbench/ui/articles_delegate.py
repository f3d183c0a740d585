"""Articles delegate: paints headings, and articles as a headline over its facts."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from workbench.ui.articles_model import BETWEEN, ROW, ArticleRow, ArticlesModel, Heading
from workbench.ui.outlet_chip import paint_chip
from workbench.ui.panes.lines import cut_lines, line_height
from workbench.ui.siglum_tile import paint_tile, tile_size
from workbench.ui.theme import GRID, Theme, sans
from workbench.ui.wrapped_list import WRAP, Index

MOST_LINES = 4  # of a headline; the rest stands in its tip
ALIKE_LINES = 2  # where the rows are alike


def whole_facts(facts: str, metrics: QFontMetrics, width: int) -> str:
    """Return as many facts, from the first on, as are read whole in `width` pixels."""
    while metrics.horizontalAdvance(facts) > width and BETWEEN in facts:
        facts = facts.rpartition(BETWEEN)[0]
    return metrics.elidedText(facts, Qt.TextElideMode.ElideRight, width)


class ArticlesDelegate(QStyledItemDelegate):
    """Paints groups as quiet headings and articles as a headline over its facts.

    While `is_alike` all articles have rows of one height: thousands are not measured one by one.
    """

    def __init__(self, theme: Theme, model: ArticlesModel, view: QListView) -> None:
        super().__init__(view)
        self.theme = theme
        self.is_alike = False
        self._model = model
        self._view = view
        self._heights = (0, 0)
        self.measure()

    def measure(self) -> None:
        """Let rows be as high as words of the size they have now need."""
        below = QFontMetrics(sans(11)).height() + 20
        self._heights = below, below + ALIKE_LINES * line_height(sans(13))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return a row's size; a headline wraps."""
        width = self._view.viewport().width()
        heading, alike = self._heights
        if self._model.is_heading(index.row()):
            return QSize(width, heading)
        if self.is_alike:
            return QSize(width, alike)
        words = self._headline_box(QRect(0, 0, width, 0), index.data(ROW)).height()
        return QSize(width, words + heading)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row = index.data(ROW)
        painter.save()
        box: QRect = option.rect  # type: ignore[attr-defined]
        if isinstance(row, Heading):
            self._paint_heading(painter, box, row)
        else:
            state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
            self._paint_article(painter, box, row, state)
        painter.restore()

    def _paint_heading(self, painter: QPainter, box: QRect, row: Heading) -> None:
        line = box.adjusted(GRID + 4, 12, -GRID - 4, -2)
        painter.setPen(QColor(self.theme.dim))
        painter.setFont(sans(11))
        number = f"{row.articles:,}"
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number)
        middle = line.top() + line.height() / 2
        line.adjust(paint_chip(painter, line.left(), middle, row.colour, self.theme), 0, -24, 0)
        name = painter.fontMetrics().elidedText(
            row.words, Qt.TextElideMode.ElideRight, line.width()
        )
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)

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
        tile = QRectF(QPointF(box.left() + GRID + 8, words.top()), QSizeF(tile_size(row.siglum)))
        paint_tile(painter, tile, row.siglum, self.theme)
        painter.setPen(QColor(self.theme.ink))
        painter.setFont(sans(13))
        lines = cut_lines(row.headline, sans(13), words.width(), self._most_lines)
        painter.drawText(words, WRAP, "\n".join(line.rstrip() for line in lines))
        painter.setPen(QColor(self.theme.dim))
        painter.setFont(sans(11))
        metrics = painter.fontMetrics()
        below = QRect(words.left(), words.bottom() + 4, words.width(), metrics.height())
        middle = below.top() + below.height() / 2
        below.adjust(paint_chip(painter, below.left(), middle, row.colour, self.theme), 0, 0, 0)
        facts = whole_facts(row.facts, metrics, below.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, facts)

    @property
    def _most_lines(self) -> int:
        return ALIKE_LINES if self.is_alike else MOST_LINES

    def _headline_box(self, box: QRect, row: ArticleRow) -> QRect:
        tile = tile_size(row.siglum)
        left = box.left() + GRID + 8 + tile.width() + 8
        width = max(40, box.right() - GRID - 6 - left)
        metrics = QFontMetrics(sans(13))
        needed = metrics.boundingRect(QRect(0, 0, width, 10_000), WRAP, row.headline).height()
        needed = min(needed, self._most_lines * line_height(sans(13)))
        return QRect(left, box.top() + 7, width, max(needed, tile.height()))
