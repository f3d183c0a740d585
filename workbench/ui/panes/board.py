"""Board: two to eight panes side by side, joined by ribbons, scrolling together."""

from __future__ import annotations

from itertools import pairwise, product
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from workbench.ui.desk import Desk, Layer
from workbench.ui.panes.article_view import TYPE_SIZE
from workbench.ui.panes.following import matching_height
from workbench.ui.panes.pane import Pane
from workbench.ui.panes.ribbons import Ribbon, Ribbons
from workbench.ui.wording import facts, first_words

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from workbench.ui.theme import Theme

End = tuple[float, float] | None

GLIDES = 60  # more passages on the way than this and gliding would stutter; jump instead


class Board(QScrollArea):
    """The reading panes; it follows the desk and scrolls all panes to the same passage."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = theme
        self._panes: dict[str, Pane] = {}
        self._ribbons: list[Ribbons] = []
        self._scroll_together = True
        self._is_following = False
        self._motion = True
        self._type_size = TYPE_SIZE
        self._row = QWidget()
        self._columns = QHBoxLayout(self._row)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(0)
        self.setWidget(self._row)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName("Articles side by side")
        self._redraw = QTimer(self, singleShot=True, interval=0)
        self._redraw.timeout.connect(self._draw_ribbons)
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._align_headlines)
        self._arrival = QTimer(self, singleShot=True, interval=0)
        self._arrival.timeout.connect(self._arrive)
        desk.panes_changed.connect(self._arrange)
        desk.comparison_changed.connect(self._mark)
        desk.layers_changed.connect(self._mark)
        desk.passage_chosen.connect(self._bring)

    @property
    def panes(self) -> tuple[Pane, ...]:
        """The panes from left to right."""
        return tuple(self._panes[key] for key in self._desk.open_ids)

    @property
    def ribbons(self) -> tuple[Ribbons, ...]:
        """The gaps between the panes from left to right."""
        return tuple(self._ribbons)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours from now on."""
        self._theme = theme
        for pane in self._panes.values():
            pane.set_theme(theme)
        for ribbons in self._ribbons:
            ribbons.set_theme(theme)

    def set_scroll_together(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot for `toggled`
        """Let the other panes follow the one that is scrolled, or leave them alone."""
        self._scroll_together = on

    def set_motion(self, *, on: bool) -> None:
        """Glide to a passage, or jump where the system asks for no motion."""
        self._motion = on

    def set_type_size(self, pixels: int) -> None:
        """Set all articles in type of this height."""
        self._type_size = pixels
        for pane in self._panes.values():
            pane.view.set_type_size(pixels)

    def show_pane(self, article_id: str) -> None:
        """Bring the pane of an article into sight and give it the keyboard."""
        pane = self._panes[article_id]
        self._columns.activate()
        self.ensureWidgetVisible(pane, 0, 0)
        pane.view.setFocus(Qt.FocusReason.OtherFocusReason)

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
        for key, pane in tuple(self._panes.items()):
            if wanted.get(key) != pane.article:
                self._panes.pop(key).deleteLater()
        for key in wanted:
            if key not in self._panes:
                self._panes[key] = self._make_pane(key)
        self._fill_columns()
        self._settle.start()
        self._mark()

    def _fill_columns(self) -> None:
        for ribbons in self._ribbons:
            ribbons.deleteLater()
        self._ribbons = [self._make_ribbons() for _ in range(max(0, len(self._panes) - 1))]
        while self._columns.count():
            self._columns.takeAt(0)
        for place, pane in enumerate(self.panes):
            if place:
                self._columns.addWidget(self._ribbons[place - 1])
            self._columns.addWidget(pane, 1)

    def _make_pane(self, key: str) -> Pane:
        pane = Pane(self._desk.article(key), self._desk.siglum(key), self._theme, self._describe)
        pane.view.set_type_size(self._type_size)
        pane.mark_clicked.connect(self._desk.choose)
        pane.close_requested.connect(lambda: self._desk.close_article(key))
        pane.scrolled.connect(self._redraw.start)
        pane.led.connect(lambda: self._follow(pane))
        return pane

    def _make_ribbons(self) -> Ribbons:
        ribbons = Ribbons(self._theme, self._describe)
        ribbons.ribbon_clicked.connect(self._desk.choose)
        return ribbons

    def _describe(self, cluster_id: str) -> str:
        cluster = self._desk.cluster(cluster_id)
        return f"{first_words(cluster, self._desk)}\n{facts(cluster, self._desk)}"

    def _mark(self) -> None:
        shared = self._desk.is_shown(Layer.SHARED)
        wording = self._desk.is_shown(Layer.WORDING)
        for key, pane in self._panes.items():
            pane.set_marks(
                self._desk.marks(key) if shared else (), self._desk.variants(key) if wording else ()
            )
            pane.set_share(self._desk.share(key))
            pane.set_chosen(self._desk.chosen)
        self._redraw.start()

    def _align_headlines(self) -> None:
        height = max((pane.headline_height() for pane in self.panes), default=0)
        for pane in self.panes:
            pane.set_headline_height(height)
        self._redraw.start()

    def _bring(self, cluster: str) -> None:
        for pane in self.panes:
            pane.set_chosen(cluster)
        self._redraw.start()
        self._arrival.start()  # panes that have just been opened are laid out first

    def _arrive(self) -> None:
        cluster = self._desk.chosen
        glide = self._motion and len(self._desk.comparison.clusters) <= GLIDES
        shown = [pane for pane in self.panes if pane.view.extents(cluster)]
        for pane in self.panes:
            pane.go_to(cluster, glide=glide)
        for pane in reversed(shown):
            self.ensureWidgetVisible(pane, 0, 0)

    def _follow(self, leader: Pane) -> None:
        if self._is_following or not self._scroll_together or leader.is_gliding:
            return
        self._is_following = True
        for pane in self.panes:
            if pane is not leader and not pane.is_gliding:
                height = matching_height(_anchors(leader, pane), leader.reading_height)
                if height is not None:
                    pane.read_at(height)
        self._is_following = False

    def _draw_ribbons(self) -> None:
        for place, (ribbons, (left, right)) in enumerate(
            zip(self._ribbons, pairwise(self.panes), strict=True)
        ):
            drawn = [
                Ribbon(mark, self._desk.hue(mark), start, end)
                for mark in self._passing(place)
                for start, end in self._ends(mark, left, right, ribbons)
            ]
            ribbons.set_ribbons(drawn, self._desk.chosen)

    def _passing(self, place: int) -> list[str]:
        passing = []
        for cluster in self._desk.comparison.clusters:
            at = [i for i, pane in enumerate(self.panes) if pane.view.extents(cluster.id)]
            if at and at[0] <= place < at[-1]:
                passing.append(cluster.id)
        return passing

    def _ends(
        self, cluster: str, left: Pane, right: Pane, ribbons: Ribbons
    ) -> list[tuple[End, End]]:
        starts: list[End] = [*_in_ribbons(left, cluster, ribbons)] or [None]
        ends: list[End] = [*_in_ribbons(right, cluster, ribbons)] or [None]
        return [
            (start, end)
            for start, end in product(starts, ends)
            if (start or end)
            and (cluster == self._desk.chosen or _in_sight(start) or _in_sight(end))
        ]


def _in_ribbons(pane: Pane, cluster: str, ribbons: Ribbons) -> list[tuple[float, float]]:
    viewport = pane.view.viewport()
    top = viewport.mapTo(pane, QPoint(0, 0)).y() + pane.y() - ribbons.y()
    offset = top - pane.view.verticalScrollBar().value()
    low, high = float(top), float(top + viewport.height())
    return [
        (max(low, min(high, start + offset)), max(low, min(high, end + offset)))
        for start, end in pane.view.extents(cluster)
    ]


def _in_sight(end: End) -> bool:
    return end is not None and end[1] > end[0]


def _anchors(leader: Pane, pane: Pane) -> list[tuple[float, float]]:
    heights = {mark.cluster: top for mark, top, _ in reversed(leader.view.every_extent())}
    there = {mark.cluster: top for mark, top, _ in reversed(pane.view.every_extent())}
    return sorted((heights[key], there[key]) for key in heights.keys() & there.keys())
