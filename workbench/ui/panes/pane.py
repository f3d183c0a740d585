"""Pane: one article to read, with its headline, its text and its strip."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEasingCurve, QPropertyAnimation, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from workbench.ui.panes.article_view import ArticleView
from workbench.ui.panes.strip import Strip
from workbench.ui.parts import label, tool_button
from workbench.ui.siglum_tile import SiglumTile
from workbench.ui.theme import GRID, Theme, sans, serif
from workbench.ui.wording import long_date

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from workbench.model import Article, Span
    from workbench.ui.desk import Mark

LEAST_WIDTH = 276  # pixels: about 32 characters a line, below which reading is a chore
READING_LINE = 0.3  # where a chosen passage comes to rest, as a share of the height in view
GLIDE = 150  # milliseconds
MOST_LINES = 3  # of a headline; the rest stands in its tip
NAME_LENGTH = 80  # characters of the text that stand in for a headline


class Pane(QFrame):
    """One article: header above, text and strip below."""

    scrolled = Signal()
    led = Signal()
    mark_clicked = Signal(str)
    close_requested = Signal()

    def __init__(
        self,
        article: Article,
        siglum: str,
        theme: Theme,
        describe: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.article = article
        self.view = ArticleView(article, theme)
        self.strip = Strip(theme, describe)
        self._shared = label("", sans(11), dim=True)
        self._header = self._make_header(siglum, theme)
        self.setMinimumWidth(LEAST_WIDTH)
        self.setAccessibleName(f"{siglum}: {article.headline or article.outlet or article.id}")
        self._lay_out()
        self.set_theme(theme)
        bar = self.view.verticalScrollBar()
        self._glide = QPropertyAnimation(bar, QByteArray(b"value"), self)
        self._glide.setEasingCurve(QEasingCurve.Type.InOutCubic)
        bar.valueChanged.connect(self._moved)
        bar.valueChanged.connect(self.led)
        bar.rangeChanged.connect(self._moved)
        self.view.laid_out.connect(self._marks_laid)
        self.view.mark_clicked.connect(self.mark_clicked)
        self.strip.mark_clicked.connect(self.mark_clicked)
        self.strip.place_clicked.connect(self._go_to_share)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours from now on."""
        self.setStyleSheet(
            f"Pane {{ background: {theme.paper}; }}"
            f"QTextEdit {{ background: {theme.paper}; color: {theme.ink};"
            f" selection-background-color: {theme.accent}; }}"
        )
        self._rule.setStyleSheet(f"background: {theme.hairline};")
        self.view.set_theme(theme)
        self.strip.set_theme(theme)
        self._tile.set_theme(theme)

    def set_marks(self, marks: Sequence[Mark], variants: Sequence[Span]) -> None:
        """Show these passages and set these words off."""
        self.view.set_marks(marks, variants)

    def set_share(self, share: float | None) -> None:
        """Say how much of the article (0 to 1) the others share; None where nothing is compared."""
        self._shared.setText("" if share is None else f"{share:.0%} shared".replace("%", " %"))

    def set_chosen(self, cluster: str) -> None:
        """Let the passages of one cluster stand out."""
        self.view.set_chosen(cluster)
        self.strip.set_chosen(cluster)

    def go_to(self, cluster: str, *, glide: bool) -> bool:
        """Bring the first passage of a cluster to the reading line; False where there is none."""
        extents = self.view.extents(cluster)
        if not extents:
            return False
        top = min(extents)[0] - READING_LINE * self.view.viewport().height()
        self.scroll_to(top, glide=glide)
        return True

    def scroll_to(self, top: float, *, glide: bool = False) -> None:
        """Bring a height of the document, in pixels, to the top of what is in view."""
        self._glide.stop()
        bar = self.view.verticalScrollBar()
        target = round(max(bar.minimum(), min(bar.maximum(), top)))
        if glide and target != bar.value():
            self._glide.setDuration(GLIDE)
            self._glide.setStartValue(bar.value())
            self._glide.setEndValue(target)
            self._glide.start()
        else:
            bar.setValue(target)

    @property
    def reading_height(self) -> float:
        """The height of the document, in pixels, that stands at the reading line."""
        view = self.view
        return view.verticalScrollBar().value() + READING_LINE * view.viewport().height()

    def read_at(self, height: float) -> None:
        """Bring a height of the document, in pixels, to the reading line."""
        self.scroll_to(height - READING_LINE * self.view.viewport().height())

    @property
    def is_gliding(self) -> bool:
        """Tell whether the pane is on its way to a passage."""
        return bool(self._glide.state() == QPropertyAnimation.State.Running)

    def headline_height(self) -> int:
        """Return how high the headline would be at the pane's width, in pixels."""
        margins = self.contentsMargins() + self._column.contentsMargins()
        width = self.width() - margins.left() - margins.right()
        most = round(MOST_LINES * QFontMetrics(self._headline.font()).lineSpacing())
        return min(self._headline.heightForWidth(width), most)

    def set_headline_height(self, pixels: int) -> None:
        """Give the headline this height, so that the texts of all panes begin at one line."""
        self._headline.setFixedHeight(pixels)

    def _make_header(self, siglum: str, theme: Theme) -> QWidget:
        header = QWidget()
        self._tile = SiglumTile(siglum, theme)
        outlet = label(_publisher(self.article), sans(12, semibold=True))
        outlet.setMinimumWidth(40)
        date = label(long_date(self.article.published) or "No date", sans(11), dim=True)
        close = tool_button("×", name=f"Close {siglum}", tip="Close this pane (Ctrl+W)")
        close.setFixedSize(20, 20)
        close.setStyleSheet("padding: 0;")
        close.clicked.connect(self.close_requested)
        words = self.article.headline or _first_words(self.article.text)
        self._headline = label(words, serif(17, semibold=True), wraps=True)
        self._headline.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._headline.setToolTip(_tip(self.article, words))
        column = QVBoxLayout(header)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(_row(self._tile, outlet, None, close))
        column.addLayout(_row(date, self._shared, None))
        column.addSpacing(2)
        column.addWidget(self._headline)
        return header

    def _lay_out(self) -> None:
        self._rule = QFrame()
        self._rule.setFixedHeight(1)
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(GRID * 2)
        body.addWidget(self.view, 1)
        body.addWidget(self.strip)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 3, GRID + 4, GRID // 2, GRID * 2)
        column.setSpacing(GRID + 4)
        column.addWidget(self._header)
        column.addWidget(self._rule)
        column.addLayout(body, 1)

    def _moved(self) -> None:
        bar = self.view.verticalScrollBar()
        whole = max(1.0, float(bar.maximum() + self.view.viewport().height()))
        top = bar.value() / whole
        self.strip.set_view(top, min(1.0, top + self.view.viewport().height() / whole))
        self.scrolled.emit()

    def _marks_laid(self) -> None:
        whole = max(1.0, self.view.document().size().height())
        self.strip.set_marks(
            [(mark, top / whole, bottom / whole) for mark, top, bottom in self.view.every_extent()]
        )
        self._moved()

    def _go_to_share(self, share: float) -> None:
        height = self.view.document().size().height()
        self.scroll_to(share * height - self.view.viewport().height() / 2)


def _first_words(text: str) -> str:
    line = text.strip().split("\n", 1)[0]
    return line if len(line) <= NAME_LENGTH else line[:NAME_LENGTH].rsplit(" ", 1)[0] + "…"


def _row(*widgets: QWidget | None) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GRID)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return row


def _publisher(article: Article) -> str:
    return article.outlet or PurePath(article.path).stem or "Outlet not known"


def _tip(article: Article, words: str) -> str:
    return "\n".join(part for part in (words, article.byline, article.url, article.path) if part)
