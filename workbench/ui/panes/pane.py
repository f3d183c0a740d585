"""Pane: one article to read, with its headline, its text and its strip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEasingCurve, QPropertyAnimation, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from workbench.ui.focus_order import stops_in
from workbench.ui.panes.article_view import ArticleView
from workbench.ui.panes.head import Head
from workbench.ui.panes.margin import Margin
from workbench.ui.panes.painting import GUTTER
from workbench.ui.panes.strip import Strip
from workbench.ui.theme import GRID, Theme, scaled
from workbench.ui.wording import called

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from workbench.model import Article, Span
    from workbench.ui.overlay import Layers

LEAST_WIDTH = 288  # pixels: about 32 characters a line, below which reading is a chore
READING_LINE = 0.3  # where a chosen passage comes to rest, as a share of the height in view
GLIDE = 150  # milliseconds


class Pane(QFrame):
    """One article: header above, text and strip below."""

    scrolled = Signal()
    led = Signal()
    mark_clicked = Signal(str)
    close_requested = Signal()
    end_dragged = Signal(str, object)
    annotation_clicked = Signal(tuple)

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
        self.view = ArticleView(article, theme, describe)
        self.margin = Margin(self.view, theme)
        self.strip = Strip(theme, describe)
        self.head = Head(article, siglum, theme)
        self.setMinimumWidth(scaled(LEAST_WIDTH))
        self.setAccessibleName(f"{siglum}: {called(article)}")
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
        self.view.annotation_clicked.connect(self.annotation_clicked)
        self.margin.mark_clicked.connect(lambda id_: self.annotation_clicked.emit((id_,)))
        self.view.grips.dragged.connect(lambda span: self.end_dragged.emit(article.id, span))
        self.strip.mark_clicked.connect(self.mark_clicked)
        self.strip.place_clicked.connect(self._go_to_share)
        self.head.close_requested.connect(self.close_requested)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours from now on."""
        # where paper and surroundings are of one colour only a line sets them apart
        edge = f"1px solid {theme.hairline}" if theme.paper == theme.chrome else "none"
        self.setStyleSheet(
            f"Pane {{ background: {theme.paper}; border: {edge}; }}"
            f"QTextEdit {{ background: {theme.paper}; color: {theme.ink};"
            f" selection-background-color: {theme.accent}; }}"
        )
        self._rule.setStyleSheet(f"background: {theme.hairline};")
        self.view.set_theme(theme)
        self.margin.set_theme(theme)
        self.strip.set_theme(theme)
        self.head.set_theme(theme)

    def set_layers(self, layers: Layers) -> None:
        """Show these layers over the text."""
        self.view.set_layers(layers)

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
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops in the pane: its text first."""
        others = (each for each in stops_in(self) if each is not self.view)
        return (self.view, *others)

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
        return self.head.headline_height(self.width() - GUTTER - margins.left() - margins.right())

    def set_hits(self, hits: Sequence[Span], current: Span | None) -> None:
        """Show what was looked for, and which of it is the current one."""
        self.view.set_hits(hits, current)

    def go_to_span(self, span: Span, *, glide: bool) -> None:
        """Bring a span of the article to the reading line."""
        top = self.view.extent_of(span)[0] - READING_LINE * self.view.viewport().height()
        self.scroll_to(top, glide=glide)

    def _lay_out(self) -> None:
        self._rule = QFrame()
        self._rule.setFixedHeight(1)
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(GRID // 4)
        body.addWidget(self.view, 1)
        body.addStretch(0)  # beside lines as long as they may be
        body.addWidget(self.margin)
        body.addWidget(self.strip)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID + 4, GRID // 2, GRID * 2)
        column.setSpacing(GRID + 4)
        column.addWidget(self.head)
        ruled = QHBoxLayout()
        ruled.setContentsMargins(GUTTER, 0, 0, 0)
        ruled.addWidget(self._rule)
        column.addLayout(ruled)
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
            [(mark, top / whole, bottom / whole) for mark, top, bottom in self.view.every_extent()],
            [(top + bottom) / 2 / whole for top, bottom in self.view.hit_extents()],
        )
        self._moved()

    def _go_to_share(self, share: float) -> None:
        height = self.view.document().size().height()
        self.scroll_to(share * height - self.view.viewport().height() / 2)
