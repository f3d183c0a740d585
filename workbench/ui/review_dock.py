"""ReviewDock: annotations whose words were not found for certain in a later text, one by one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from workbench.model import Placing, Span
from workbench.ui.listing import Listing
from workbench.ui.own_keys import claim
from workbench.ui.parts import label, tool_button
from workbench.ui.revisions_text import RevisedText, Sign, marks_of
from workbench.ui.rows_model import Row, RowsModel
from workbench.ui.shown_late import ShownLate
from workbench.ui.theme import GRID, Theme, sans

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from workbench.model import Annotation, Article, Codebook, Selector
    from workbench.text.anchor import Candidate
    from workbench.ui.revisions_text import Found

AROUND = 400  # code points shown before and after some words
FIRST = 60  # of a candidate's words that name it
OWN_KEYS = ("Del",)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
NOTHING = (
    "Nothing waits for review. When an article is given a later text, annotations whose words "
    "cannot be found for certain wait here."
)
NO_PLACE = "No place is like it. Select the words in the pane, or keep it with the old text."


@dataclass(frozen=True, slots=True)
class Waiting:
    """One selector, by its place in its annotation, that waits."""

    annotation: Annotation
    place: int

    @property
    def selector(self) -> Selector:
        """What waits."""
        return self.annotation.target.selectors[self.place]


def waiting_in(annotations: Sequence[Annotation]) -> tuple[Waiting, ...]:
    """Return the selectors that wait, annotation by annotation."""
    return tuple(
        Waiting(one, place)
        for one in annotations
        for place, selector in enumerate(one.target.selectors)
        if selector.placing is Placing.DOUBTFUL
    )


class ReviewDock(ShownLate):
    """What waits on the left, then the old and the new text, and the places where it may belong.

    `shown` names what is looked at, None for nothing; the others what was decided about it.
    """

    shown = Signal(object)
    put_wanted = Signal(object, object)
    selection_wanted = Signal(object)
    keep_wanted = Signal(object)
    delete_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.current: Waiting | None = None
        self._items: tuple[Waiting, ...] = ()
        self._candidates: Sequence[Candidate] = ()
        self._article: Article | None = None
        self._found: Found = ((), ((), ()))
        self.listing = Listing(
            RowsModel(("Words", "Tags", "Article"), self), "Waiting", (90, 60, 60)
        )
        self.listing.view.setRootIsDecorated(False)
        self.listing.row_chosen.connect(self._choose)
        self.then, self.now = RevisedText("Old text", theme), RevisedText("New text", theme)
        self.places = QListWidget()
        self.places.setAccessibleName("Places where it may belong")
        self.places.setWordWrap(True)
        self.places.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.places.currentRowChanged.connect(lambda _: self._show_now())
        self.places.itemActivated.connect(lambda _: self._put())
        self.advice = label("", sans(12), dim=True, wraps=True)
        self.put = tool_button("Put here", tip="Enter: let it stand on the marked place")
        self.select = tool_button(
            "Set to selection", tip="The words selected in the article's pane"
        )
        self.keep = tool_button("Keep with old text", tip="Leave it where the words were")
        self.delete = tool_button("Delete", tip="Delete the annotation")
        self._empty = label(NOTHING, sans(12), dim=True, wraps=True)
        self._empty.setMargin(GRID * 2)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self.show_waiting((), {}, None)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours from now on."""
        self.then.set_theme(theme)
        self.now.set_theme(theme)
        self.places.setStyleSheet(
            f"QListView::item:selected {{ background: {theme.selected}; color: {theme.ink}; }}"
        )

    def show_waiting(
        self,
        items: Sequence[Waiting],
        articles: dict[str, Article],
        codebook: Codebook | None,
    ) -> None:
        """Show what waits; what was looked at stays so, or else what follows it."""
        place = self._items.index(self.current) if self.current in self._items else 0
        self._items = tuple(items)
        tags = codebook.by_id if codebook else {}
        self.listing.model.show(
            Row(
                (
                    " ".join(one.selector.quote.split())[:FIRST],
                    ", ".join(tags[tag].name for tag in one.annotation.tags if tag in tags),
                    _named(articles.get(one.selector.article)),
                ),
                one,
            )
            for one in self._items
        )
        self.listing.show_rows(NOTHING)
        self._stack.setCurrentWidget(self._full if self._items else self._empty)
        if not self._items:
            self._look_at(None)
            return
        again = self._items.index(self.current) if self.current in self._items else place
        row = min(again, len(self._items) - 1)
        self.listing.view.setCurrentIndex(self.listing.shown(row))
        if self._items[row] != self.current:
            self._look_at(self._items[row])

    def show_places(
        self,
        article: Article,
        before: str,
        candidates: Sequence[Candidate],
        found: Found,
    ) -> None:
        """Show the places where the words that are looked at may belong, best first."""
        if self.current is None:
            return
        self._article = article
        self._candidates, self._found = candidates, found
        span = self.current.selector.span
        old, _ = marks_of(found)
        self.then.show_text(before, _around(span, before), old | {Sign.CURRENT: [span]})
        self.then.go_to(span.start)
        self.places.clear()
        for each in candidates:
            words = " ".join(each.span.of(article.text).split())
            self.places.addItem(f"{each.confidence:.0%}  {words}")
        self.advice.setText("" if candidates else NO_PLACE)
        self.advice.setVisible(not candidates)
        self.places.setVisible(bool(candidates))
        self.places.setCurrentRow(0 if candidates else -1)
        self.put.setEnabled(bool(candidates))
        self._show_now()

    def event(self, event: QEvent) -> bool:
        """Keep the keys that mean something else here."""
        return claim(event, OWN_KEYS) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Decide by key: Enter puts it on the marked place, Del deletes it."""
        if event.key() in ENTER:
            self._put()
        elif event.key() == Qt.Key.Key_Delete and self.current:
            self.delete_wanted.emit(self.current)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        decided = QWidget()
        column = QVBoxLayout(decided)
        column.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        column.setSpacing(GRID // 2)
        column.addWidget(self.places, 1)
        column.addWidget(self.advice, 1)
        for pair in ((self.put, self.select), (self.keep, self.delete)):
            row = QHBoxLayout()
            for button in pair:
                row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)
        self._full = QSplitter(Qt.Orientation.Horizontal)
        self._full.setHandleWidth(1)
        self._full.setAccessibleName("What waits, its old and its new text, and its places")
        for part in (self.listing, self.then, self.now, decided):
            self._full.addWidget(part)
        for place, share in enumerate((3, 4, 4, 3)):
            self._full.setStretchFactor(place, share)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._full)
        self._stack.addWidget(self._empty)

    def _connect(self) -> None:
        self.put.clicked.connect(self._put)
        self.select.clicked.connect(lambda: self.selection_wanted.emit(self.current))
        self.keep.clicked.connect(lambda: self.keep_wanted.emit(self.current))
        self.delete.clicked.connect(lambda: self.delete_wanted.emit(self.current))

    def _choose(self, index: QModelIndex) -> None:
        row = self.listing.model.row_of(index)
        if row is not None and isinstance(row.leads, Waiting) and row.leads != self.current:
            self._look_at(row.leads)

    def _look_at(self, item: Waiting | None) -> None:
        self.current = item
        self.places.clear()
        self.shown.emit(item)

    def _put(self) -> None:
        row = self.places.currentRow()
        if self.current and 0 <= row < len(self._candidates):
            self.put_wanted.emit(self.current, self._candidates[row].span)

    def _show_now(self) -> None:
        """Show the new text around the marked place, else around where the words were."""
        if self._article is None or self.current is None:
            return
        row, text = self.places.currentRow(), self._article.text
        is_place = 0 <= row < len(self._candidates)
        span = self._candidates[row].span if is_place else self._instead()
        _, new = marks_of(self._found)
        current = {Sign.CURRENT: [span]} if is_place else {}
        self.now.show_text(text, _around(span, text), new | current)
        self.now.go_to(span.start)

    def _instead(self) -> Span:
        """Return what the later text has where the words were."""
        was = self.current.selector.span.start if self.current else 0
        moved = 0
        for one in self._found[0]:
            if one.before.start <= was < one.before.end:
                return one.after
            if one.before.end > was:
                break
            moved = one.after.end - one.before.end
        start = max(0, was + moved)
        return Span(start, start)


def _around(span: Span, text: str) -> Span:
    return Span(max(0, min(span.start, len(text)) - AROUND), min(len(text), span.end + AROUND))


def _named(article: Article | None) -> str:
    return (article.headline or article.outlet) if article else ""
