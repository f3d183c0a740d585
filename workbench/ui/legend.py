"""Legend: what the colours, lines, bars and brackets over the articles mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from workbench.model import Kind, Span
from workbench.ui.annotated import AnnotationMark
from workbench.ui.desk import Layer
from workbench.ui.overlay import NOBODY, Mark, Speech
from workbench.ui.panes import annotation_signs, painting
from workbench.ui.parts import label
from workbench.ui.theme import GRID, Theme, sans, scaled, serif
from workbench.ui.wording import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.model import Tag
    from workbench.ui.desk import Desk

WIDTH = 320
LEAST_HEIGHT = 240
MOST_SHARE = 0.6  # of the board's height: it lies over texts that are being read
MOST_TAGS = 24
MOST_SPEAKERS = 24  # more names than this nobody tells apart by colour
SAMPLE = (66, 24)
_WORDS = "words"
_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Entry:
    """One sign: how it looks, and what it means."""

    paint: Callable[[QPainter, QRectF, Theme], None]
    meaning: str
    semibold: bool = False
    voice: int | None = None


class Sample(QWidget):
    """A word as an article shows it."""

    def __init__(self, entry: Entry, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry = entry
        self._theme = theme
        self.setFixedSize(*map(scaled, SAMPLE))
        self.setAccessibleName(f"Sample: {entry.meaning}")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sign and the word."""
        painter = QPainter(self)
        font = serif(14, semibold=self._entry.semibold)
        width = QFontMetrics(font).horizontalAdvance(_WORDS)
        box = QRectF(painting.GUTTER, 2, width, self.height() - 5)
        painter.setFont(font)
        painter.save()
        self._entry.paint(painter, box, self._theme)
        painter.restore()
        voice = self._entry.voice
        ink = QColor(self._theme.ink) if voice is None else self._theme.voice(voice)
        painter.setPen(ink)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, _WORDS)


class Legend(QFrame):
    """A small panel over the lower left corner of the board; it stays until it is put away."""

    def __init__(self, desk: Desk, theme: Theme, board: QWidget) -> None:
        super().__init__(board)
        self._desk = desk
        self._theme = theme
        self._rows = QWidget()
        self._area = QScrollArea()
        self._area.setWidget(self._rows)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setAccessibleName("Signs and their meanings")
        self.setAccessibleName("Legend")
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.addWidget(self._area)
        board.installEventFilter(self)
        desk.comparison_changed.connect(self._follow)
        desk.layers_changed.connect(self._follow)
        desk.annotated.changed.connect(self._follow)
        self.set_theme(theme)
        self.hide()

    @property
    def meanings(self) -> tuple[str, ...]:
        """What the legend explains, from top to bottom."""
        return tuple(entry.meaning for entry in self._entries())

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours and sizes from now on."""
        self._theme = theme
        self.setStyleSheet(
            f"Legend {{ background: {theme.paper}; border: 1px solid {theme.hairline};"
            " border-radius: 6px; }"
            f"QScrollArea, QWidget {{ background: {theme.paper}; }}"
        )
        self._follow()

    def show_it(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot for `toggled`
        """Show the legend or put it away."""
        self.setVisible(on)
        if on:
            self._refresh()
            self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner of the board."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        """Explain what is used now, where anybody looks."""
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        self._rows = QWidget()
        grid = QGridLayout(self._rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GRID // 2)
        grid.setColumnStretch(1, 1)
        for place, entry in enumerate(self._entries()):
            grid.addWidget(Sample(entry, self._theme), place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(entry.meaning, sans(12), wraps=True), place, 1)
        self._area.setWidget(self._rows)
        self._place()

    def _entries(self) -> list[Entry]:
        entries = [Entry(_shared(kind), f"Shared, {words}") for kind, words in KINDS.items()]
        entries.append(Entry(_wording, "Differs from outlet to outlet", semibold=True))
        shown = self._desk.is_shown(Layer.QUOTATIONS)
        speakers = list(self._desk.speakers.items()) if shown else []
        for speaker, hue in speakers[:MOST_SPEAKERS]:
            entries.append(Entry(_quotation(hue), f"Said by {speaker}", voice=hue))
        entries.append(Entry(_quotation(NOBODY), "Said by nobody named"))
        entries.append(Entry(_only_here, "Only in this article"))
        entries += self._annotations()
        entries.append(Entry(_found, "Found"))
        return entries

    def _annotations(self) -> list[Entry]:
        """Return how annotated words are shown, and the tags that those in the panes have."""
        entries = [Entry(_annotated(()), "Annotated, without a tag")]
        if not self._desk.is_shown(Layer.ANNOTATIONS):
            return entries
        annotated = self._desk.annotated
        used = {id_ for key in self._desk.open_ids for one in annotated.of(key) for id_ in one.tags}
        tags = [tag for tag in annotated.codebook.branch() if tag.id in used]
        return [Entry(_annotated((tag,)), f"Tag {tag.name}") for tag in tags[:MOST_TAGS]] + entries

    def _place(self) -> None:
        board = self.parentWidget()
        if board is not None:
            wanted = self._rows.sizeHint().height() + GRID * 2 + 4
            most = max(LEAST_HEIGHT, round(board.height() * MOST_SHARE))
            height = min(wanted, most, board.height() - GRID * 4)
            self.setGeometry(GRID * 2, board.height() - height - GRID * 2, scaled(WIDTH), height)


def _shared(kind: Kind) -> Callable[[QPainter, QRectF, Theme], None]:
    def paint(painter: QPainter, box: QRectF, theme: Theme) -> None:
        painting.paint_mark(painter, Mark(_NOWHERE, "", 0, kind), (box,), theme, chosen=False)

    return paint


def _quotation(hue: int) -> Callable[[QPainter, QRectF, Theme], None]:
    def paint(painter: QPainter, box: QRectF, theme: Theme) -> None:
        painting.paint_speech(painter, Speech(_NOWHERE, "", hue), (box,), theme)

    return paint


def _wording(painter: QPainter, box: QRectF, theme: Theme) -> None:
    painting.paint_variant(painter, (box,), theme)


def _only_here(painter: QPainter, box: QRectF, theme: Theme) -> None:
    painting.paint_only_here(painter, (box,), theme)


def _annotated(tags: tuple[Tag, ...]) -> Callable[[QPainter, QRectF, Theme], None]:
    def paint(painter: QPainter, box: QRectF, theme: Theme) -> None:
        mark = AnnotationMark(_NOWHERE, "", 0, tags)
        colour = annotation_signs.colour_of(mark, theme)
        annotation_signs.paint_line(painter, (box,), 0, colour)
        painter.translate(0, box.top())
        annotation_signs.paint_bar(painter, mark, 0, (0, box.height()), theme)
        painter.drawPixmap(
            QPointF(0, annotation_signs.TILE_BELOW), annotation_signs.tile(mark, theme, 2)
        )

    return paint


def _found(painter: QPainter, box: QRectF, theme: Theme) -> None:
    painting.paint_hit(painter, (box,), theme, current=False)
