"""Head: who published an article, when and under which headline; a pane is dragged by it."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.ui.outlet_chip import OutletChip
from workbench.ui.panes.headline import Headline
from workbench.ui.panes.painting import GUTTER
from workbench.ui.parts import Elided, label, tool_button
from workbench.ui.siglum_tile import SiglumTile
from workbench.ui.theme import GRID, Theme, sans, scaled, serif
from workbench.ui.wording import called, count, long_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QMouseEvent

    from workbench.model import Article

HEADLINE_RIGHT = GRID * 2  # pixels between a headline and the edge
DRAG = 6  # pixels: a mouse that moves further drags the pane
CLOSE_SIDE = 20


class Head(QWidget):
    """Siglum, outlet, date, share, byline and headline; places in pixels of the screen."""

    close_requested = Signal()
    dragged = Signal(int)
    dropped = Signal(int)
    annotations_wanted = Signal()
    changes_wanted = Signal()

    def __init__(
        self, article: Article, siglum: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._pressed: QPointF | None = None
        self._is_dragged = False
        self._tile = SiglumTile(siglum, theme)
        self.chip = OutletChip(theme)
        self._shared = label("", sans(11), dim=True)
        self.annotations = tool_button("", name="Annotations on the article")
        self.annotations.setFont(sans(11))
        self.annotations.setStyleSheet("padding: 0;")
        self.annotations.setCursor(Qt.CursorShape.PointingHandCursor)
        self.annotations.clicked.connect(self.annotations_wanted)
        self.annotations.hide()
        self.revised = self._revised(article)
        words = called(article)
        self._headline = Headline(words, serif(17, semibold=True))
        self._headline.setToolTip(_tip(article, words))
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleName(f"Head of {siglum}")
        self.setAccessibleDescription("Drag it to move the pane")
        self._lay_out(article, siglum)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours and sizes from now on."""
        self._tile.set_theme(theme)
        self.chip.set_theme(theme)
        for link in (self.annotations, self.revised):
            link.setFixedHeight(self._shared.sizeHint().height())  # or texts begin lower for it
        self._close.setFixedSize(scaled(CLOSE_SIDE), scaled(CLOSE_SIDE))

    def set_share(self, share: float | None) -> None:
        """Say how much of the article (0 to 1) the others share; None where nothing is compared."""
        self._shared.setText("" if share is None else f"{share:.0%} shared")

    def _revised(self, article: Article) -> QWidget:
        """Return what leads to the earlier texts, out of sight where there are none."""
        made = tool_button("revised", name="Revised: show what changed", tip="Show what changed")
        made.setFont(sans(11))
        made.setProperty("link", "true")
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.setStyleSheet("padding: 0;")
        made.clicked.connect(self.changes_wanted)
        if article.revision == 0:
            made.hide()  # only that: to show what has no place yet would open a window for it
        return made

    def set_annotations(self, annotations: Sequence[str]) -> None:
        """Say how many annotations are on the article as such, and in the tip what they say."""
        words = count(len(annotations), "annotation")
        self.annotations.setText(words)
        self.annotations.setAccessibleName(f"{words} on the article")
        self.annotations.setToolTip("\n\n".join(annotations))
        self.annotations.setVisible(bool(annotations))

    def headline_height(self, width: int) -> int:
        """Return how high the headline would be at this width, in pixels."""
        return self._headline.height_at(width - HEADLINE_RIGHT)

    def set_headline_height(self, pixels: int) -> None:
        """Give the headline this height, so that the texts of all panes begin at one line."""
        self._headline.setFixedHeight(pixels)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin what may become a drag."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.globalPosition()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the pane along."""
        if self._pressed is None:
            return
        moved = abs(event.globalPosition().x() - self._pressed.x())
        if self._is_dragged or moved > DRAG:
            self._is_dragged = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(round(event.globalPosition().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop the pane where it has been dragged to."""
        was_dragged, self._is_dragged, self._pressed = self._is_dragged, False, None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        if was_dragged:
            self.dropped.emit(round(event.globalPosition().x()))

    def _lay_out(self, article: Article, siglum: str) -> None:
        outlet = Elided(_publisher(article), sans(12, semibold=True))
        date = label(long_date(article.published) or "No date", sans(11), dim=True)
        close = self._close = tool_button("×", name=f"Close {siglum}", tip="Close this pane")
        close.setStyleSheet("padding: 0;")
        close.setCursor(Qt.CursorShape.ArrowCursor)
        close.clicked.connect(self.close_requested)
        facts = _row(date, self._shared, self.revised, self.annotations)
        facts.addWidget(Elided(article.byline), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(GUTTER, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(_row(self._tile, self.chip, outlet, None, close))
        column.addLayout(facts)
        column.addSpacing(2)
        headline = QHBoxLayout()
        headline.setContentsMargins(0, 0, HEADLINE_RIGHT, 0)
        headline.addWidget(self._headline)
        column.addLayout(headline)


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
