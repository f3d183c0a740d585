"""Board: two to eight panes side by side, joined by ribbons, scrolling together."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStyle, QWidget

from workbench.ui.panes.article_view import TYPE_SIZE
from workbench.ui.panes.carrying import Carrying
from workbench.ui.panes.following import Following
from workbench.ui.panes.joining import Joining
from workbench.ui.panes.pane import LEAST_WIDTH, Pane
from workbench.ui.panes.ribbons import Ribbons
from workbench.ui.panes.sighting import best_left
from workbench.ui.theme import scaled
from workbench.ui.wording import facts, first_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from workbench.model import Span
    from workbench.ui.desk import Desk
    from workbench.ui.theme import Theme

GLIDES = 60  # more passages on the way than this and gliding would stutter; jump instead
MOST_WIDTH = 2000  # pixels: lines that the eye loses long before this
WIDTH_STEP = 40  # pixels that a key makes a pane wider or narrower


class Board(QScrollArea):
    """The reading panes; it follows the desk and scrolls all panes to the same passage.

    `sought` tells that something here is to be seen, wherever one is now; `end_dragged` brings an
    article and the span that its chosen passage is to have.
    """

    sight_changed = Signal(tuple)
    sought = Signal()
    end_dragged = Signal(str, object)
    pane_made = Signal(object)

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = theme
        self._panes: dict[str, Pane] = {}
        self._ribbons: list[Ribbons] = []
        self._widths: dict[str, int] = {}
        self._following = Following()
        self._joining: Joining | None = None
        self._scroll_together = True
        self._is_following = False
        self._type_size = TYPE_SIZE
        self._row = QWidget()
        self._columns = QHBoxLayout(self._row)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(0)
        self._carrying = Carrying(self._row, theme)
        self.setWidget(self._row)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName("Articles side by side")
        self._redraw, self._settle, self._arrival = (
            _after_events(self, act)
            for act in (self._draw_ribbons, self._align_headlines, self._arrive)
        )
        self.horizontalScrollBar().valueChanged.connect(self._tell_sight)
        desk.panes_changed.connect(self._arrange)
        desk.comparison_changed.connect(self._mark)
        desk.layers_changed.connect(self._mark)
        desk.passage_chosen.connect(self._bring)

    @property
    def panes(self) -> tuple[Pane, ...]:
        """The panes from left to right."""
        return tuple(self._panes[key] for key in self._desk.open_ids if key in self._panes)

    @property
    def ribbons(self) -> tuple[Ribbons, ...]:
        """The gaps between the panes from left to right."""
        return tuple(self._ribbons)

    @property
    def widths(self) -> dict[str, int]:
        """The widths in pixels that the analyst gave to panes, by article."""
        return dict(self._widths)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours and sizes from now on."""
        self._theme = theme
        self._carrying.set_theme(theme)
        for key, pane in self._panes.items():
            pane.set_theme(theme)
            self._give_width(key, pane)
        for ribbons in self._ribbons:
            ribbons.set_theme(theme)

    def set_scroll_together(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot for `toggled`
        """Let the other panes follow the one that is scrolled, or leave them alone."""
        self._scroll_together = on

    def set_type_size(self, pixels: int) -> None:
        """Set all articles in type of this height where words are usual, else as much larger."""
        self._type_size = pixels
        for pane in self._panes.values():
            pane.view.set_type_size(pixels)

    def set_widths(self, widths: Mapping[str, int]) -> None:
        """Give panes the widths in pixels that they had; all others share the room."""
        self._widths = dict(widths)
        for key, pane in self._panes.items():
            self._give_width(key, pane)

    def widen(self, article_id: str, by: int) -> None:
        """Make a pane wider by so many pixels, or narrower where negative."""
        pane = self._panes[article_id]
        self._widths[article_id] = max(scaled(LEAST_WIDTH), min(MOST_WIDTH, pane.width() + by))
        self._give_width(article_id, pane)

    def share_room(self) -> None:
        """Let all panes have the same width again."""
        self.set_widths({})

    def set_hits(
        self, hits: Mapping[str, Sequence[Span]], current: tuple[str, Span] | None
    ) -> None:
        """Show what was looked for, by article, and which of it is the current one."""
        for key, pane in self._panes.items():
            here = current[1] if current and current[0] == key else None
            pane.set_hits(hits.get(key, ()), here)

    def show_pane(self, article_id: str) -> None:
        """Bring the pane of an article into sight and give it the keyboard."""
        self.bring_into_sight(article_id)
        self._panes[article_id].view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_span(self, article_id: str, span: Span) -> None:
        """Bring a span of an open article into sight; the other panes follow."""
        self.bring_into_sight(article_id)
        self._panes[article_id].go_to_span(span, glide=False)

    def places(self) -> dict[str, int]:
        """Return the code point at the top of each pane, by article, from left to right."""
        return {pane.article.id: pane.view.point_at_top() for pane in self.panes}

    def go_back(self, places: Mapping[str, int]) -> None:
        """Bring these code points to the tops of their panes; no other pane follows."""
        self._is_following = True
        for pane in self.panes:
            if place := places.get(pane.article.id):
                pane.view.bring_to_top(place)
        self._is_following = False

    def bring_into_sight(self, article_id: str) -> None:
        """Scroll sideways until the pane of an article is seen."""
        self.sought.emit()
        self._columns.activate()
        self.ensureWidgetVisible(self._panes[article_id], 0, 0)

    def focused_article(self) -> str:
        """Return the id of the article whose pane has the keyboard, or an empty string."""
        for key in self._desk.open_ids:
            if self._panes[key].view.hasFocus():
                return key
        return ""

    def focus_pane(self, by: int) -> None:
        """Give the keyboard to the next (1) or previous (-1) pane."""
        order = self._desk.open_ids
        if order:
            self.sought.emit()
            here = self.focused_article()
            place = (order.index(here) + by) % len(order) if here else 0
            self._panes[order[place]].view.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.ensureWidgetVisible(self._panes[order[place]], 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the ribbons anew for the new size."""
        super().resizeEvent(event)
        self._settle.start()

    def _arrange(self) -> None:
        wanted = {key: self._desk.article(key) for key in self._desk.open_ids}
        if [pane.article for pane in _placed(self._columns)] == list(wanted.values()):
            return
        for key, pane in tuple(self._panes.items()):
            if wanted.get(key) != pane.article:
                self._panes.pop(key).deleteLater()
        for key in wanted:
            if key not in self._panes:
                self._panes[key] = self._make_pane(key)
        self._fill_columns()
        self._settle.start()
        self._mark()
        if wanted and self.window().focusWidget() is self:
            self.focus_pane(0)

    def _fill_columns(self) -> None:
        for ribbons in self._ribbons:
            ribbons.deleteLater()
        keys = self._desk.open_ids
        self._columns.setEnabled(False)  # or each pane is laid out anew with every other one
        self._ribbons = [self._make_ribbons(key) for key in keys[:-1]]
        while self._columns.count():
            self._columns.takeAt(0)
        for place, pane in enumerate(self.panes):
            if place:
                self._columns.addWidget(self._ribbons[place - 1])
            self._columns.addWidget(pane, 1)
        self._columns.setEnabled(True)
        self._columns.invalidate()
        for one, other in pairwise((self, *(stop for pane in self.panes for stop in pane.stops))):
            QWidget.setTabOrder(one, other)

    def _make_pane(self, key: str) -> Pane:
        pane = Pane(self._desk.article(key), self._desk.siglum(key), self._theme, self._describe)
        pane.view.set_type_size(self._type_size)
        self._give_width(key, pane)
        pane.mark_clicked.connect(self._desk.choose)
        pane.close_requested.connect(lambda: self._desk.close_article(key))
        pane.end_dragged.connect(self.end_dragged)
        pane.scrolled.connect(self._redraw.start)
        pane.led.connect(lambda: self._follow(pane))
        pane.view.laid_out.connect(self._forget_places)
        pane.head.dragged.connect(lambda x: self._carrying.show_gap(self.panes, x))
        pane.head.dropped.connect(lambda x: self._drop(key, x))
        self.pane_made.emit(pane)
        return pane

    def _make_ribbons(self, left: str) -> Ribbons:
        ribbons = Ribbons(self._theme, self._describe)
        ribbons.ribbon_clicked.connect(self._desk.choose)
        ribbons.width_dragged.connect(lambda by: self.widen(left, by))
        ribbons.width_reset.connect(self.share_room)
        return ribbons

    def _give_width(self, key: str, pane: Pane) -> None:
        width = self._widths.get(key)
        pane.setMinimumWidth(width or scaled(LEAST_WIDTH))
        pane.setMaximumWidth(width or MOST_WIDTH * 4)
        self._settle.start()

    def _drop(self, key: str, x: int) -> None:
        place = self._carrying.drop(self.panes, x)
        here = self._desk.open_ids.index(key)
        self._desk.move_article(key, (place if place <= here else place - 1) - here)

    def _describe(self, cluster_id: str) -> str:
        cluster = self._desk.cluster(cluster_id)
        return f"{first_words(cluster, self._desk)}\n{facts(cluster, self._desk)}"

    def _mark(self) -> None:
        for key, pane in self._panes.items():
            pane.set_layers(self._desk.layers(key))
            pane.head.set_share(self._desk.share(key))
            pane.set_chosen(self._desk.chosen)
        self._forget_places()

    def _align_headlines(self) -> None:
        height = max((pane.headline_height() for pane in self.panes), default=0)
        for pane in self.panes:
            pane.head.set_headline_height(height)
        self._redraw.start()
        self._tell_sight()

    def _bring(self, cluster: str) -> None:
        if cluster:
            self.sought.emit()
        for pane in self.panes:
            pane.set_chosen(cluster)
        self._redraw.start()
        self._arrival.start()  # panes that have just been opened are laid out first

    def _arrive(self) -> None:
        cluster = self._desk.chosen
        moves = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animate, None, self)
        glide = bool(moves) and len(self._desk.comparison.clusters) <= GLIDES
        shown = [pane for pane in self.panes if pane.view.extents(cluster)]
        for pane in shown:
            pane.go_to(cluster, glide=glide)
        if shown:
            self._columns.activate()
            here = next((pane for pane in shown if pane.view.hasFocus()), shown[0])
            edges = [(pane.x(), pane.x() + pane.width()) for pane in shown]
            bar = self.horizontalScrollBar()
            current = (here.x(), here.x() + here.width())
            bar.setValue(best_left(edges, current, self.viewport().width(), bar.value()))
        self._tell_sight()

    def _tell_sight(self) -> None:
        """Tell which articles have the chosen passage in a pane that is cut off or out of sight."""
        left = self.horizontalScrollBar().value()
        right = left + self.viewport().width()
        away = [
            pane.article.id
            for pane in self.panes
            if pane.view.extents(self._desk.chosen)
            and not left <= pane.x() <= pane.x() + pane.width() <= right
        ]
        self.sight_changed.emit(tuple(away))

    def _follow(self, leader: Pane) -> None:
        if self._is_following or not self._scroll_together or leader.is_gliding:
            return
        self._is_following = True
        for pane in self.panes:
            if pane is not leader and not pane.is_gliding:
                height = self._following.height(leader.view, pane.view, leader.reading_height)
                if height is not None:
                    pane.read_at(height)
        self._is_following = False

    def _forget_places(self) -> None:
        self._joining = None
        self._following.forget()
        self._redraw.start()

    def _draw_ribbons(self) -> None:
        if self._joining is None:
            self._joining = Joining(self.panes)
        for place, gap in enumerate(self._ribbons):
            drawn = self._joining.ribbons(place, gap, self._desk.chosen, self._desk.hue)
            gap.set_ribbons(drawn, self._desk.chosen)


def _after_events(board: Board, act: Callable[[], None]) -> QTimer:
    """Return a timer that does something once, when all events that wait have been handled."""
    timer = QTimer(board, singleShot=True, interval=0)
    timer.timeout.connect(act)
    return timer


def _placed(columns: QHBoxLayout) -> Iterator[Pane]:
    """Yield the panes that are laid out, from left to right."""
    for place in range(columns.count()):
        if isinstance(widget := columns.itemAt(place).widget(), Pane):
            yield widget
