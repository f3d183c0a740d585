"""ExchangeView: what another program's file brings and what cannot come, before it is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from workbench.exchange_words import loss_reason, loss_words
from workbench.ui.import_table import ENTER
from workbench.ui.listing import Listing
from workbench.ui.parts import label
from workbench.ui.rows_model import Row, RowsModel
from workbench.ui.theme import GRID, sans
from workbench.ui.wording import FIRST_WORDS, called, count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.model import Annotation, Loss
    from workbench.project.exchanging import Arrival

HEADS = ("What comes", "New", "Changed", "Already here")
WIDTHS = (220, 64, 80, 96)
LOST_HEADS = ("What cannot come", "Why")
LOST_WIDTHS = (200, 180)
ALL_COMES = "Everything in the file has a place in Crossread."
NOTHING = "There is nothing in the file that could come."
MOST_NAMED = 500  # articles, tags and annotations each: more nobody reads before they come
SIDES = (5, 4)  # shares of the width: what comes, and what cannot


class ExchangeView(QWidget):
    """What comes in a list, what cannot in another; Enter imports, Esc does not."""

    accepted = Signal()
    rejected = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import_exchange")
        self.setAccessibleName("Import from another program")
        self.title = label("", sans(15, semibold=True), wraps=True)
        self.coming = Listing(RowsModel(HEADS, self), "What comes", WIDTHS)
        self.lost = Listing(RowsModel(LOST_HEADS, self), "What cannot come", LOST_WIDTHS)
        self.lost.view.setRootIsDecorated(False)
        self.import_button = QPushButton("Import")
        self.import_button.setProperty("primary", True)  # noqa: FBT003 - as Qt has it
        self.import_button.setToolTip("Store all of it as one step (Enter)")
        self.cancel_button = QPushButton("Cancel")
        self.cancel_button.setToolTip("Store nothing (Esc)")
        self._lay_out()
        self.import_button.clicked.connect(self.accepted)
        self.cancel_button.clicked.connect(self.rejected)

    def show_arrival(self, arrival: Arrival, name: str) -> None:
        """Show what a file of that name brings."""
        words = coming_words(arrival)
        self.title.setText(f"From {name}")
        self.coming.model.show(_rows(arrival))
        self.coming.show_rows(NOTHING)
        self.coming.view.expandAll()
        self.lost.model.show(map(_lost, arrival.losses))
        self.lost.show_rows(ALL_COMES)
        self.import_button.setText(f"Import {words}" if words else "Nothing to import")
        self.import_button.setEnabled(bool(words))
        (self.import_button if words else self.cancel_button).setFocus()

    def event(self, event: QEvent) -> bool:
        """Keep Enter and Esc from the actions of the window."""
        is_own = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Escape, *ENTER)
        if is_own and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Import or not, wherever the keyboard is; in a field Enter belongs to the field."""
        is_enter = event.key() in ENTER and not isinstance(self.focusWidget(), QLineEdit)
        is_refusal = is_enter and self.cancel_button.hasFocus()
        if is_refusal or event.key() == Qt.Key.Key_Escape:
            self.rejected.emit()
        elif is_enter and self.import_button.isEnabled():
            self.accepted.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self.title, 1)
        head.addWidget(self.cancel_button)
        head.addWidget(self.import_button)
        sides = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        sides.setHandleWidth(1)
        for place, (listing, share) in enumerate(zip((self.coming, self.lost), SIDES, strict=True)):
            sides.addWidget(listing)
            sides.setStretchFactor(place, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID)
        column.setSpacing(GRID)
        column.addLayout(head)
        column.addWidget(sides, 1)


def coming_words(arrival: Arrival) -> str:
    """Return how much would be stored, empty where nothing would."""
    counts = (
        (len(arrival.articles), "article"),
        (len(arrival.tags.edit.put), "tag"),
        (len(arrival.annotations), "annotation"),
    )
    said = ", ".join(count(number, noun) for number, noun in counts if number)
    return said or ("details of outlets" if arrival.outlets else "")


def _rows(arrival: Arrival) -> Iterator[Row]:
    """Yield a row for each kind of thing in the file, with those that come below it."""
    tags = arrival.tags
    new = len(arrival.annotations) - arrival.changed
    kinds = (
        ("Articles", (len(arrival.articles), 0, arrival.known), _articles(arrival)),
        ("Outlets", (0, len(arrival.outlets), 0), [one.name for one in arrival.outlets]),
        ("Tags", (len(tags.new), len(tags.changed), tags.same), _tags(arrival)),
        ("Annotations", (new, arrival.changed, arrival.same), _annotations(arrival)),
    )
    for name, counts, named in kinds:
        if any(counts):
            yield Row(
                (name, *(number or "" for number in counts)),
                children=tuple(map(_below, named[:MOST_NAMED])),
            )


def _below(words: str) -> Row:
    return Row((words, "", "", ""), tips=(words, "", "", ""))


def _articles(arrival: Arrival) -> list[str]:
    return list(map(called, arrival.articles))


def _tags(arrival: Arrival) -> list[str]:
    return [one.name for one in arrival.tags.edit.put]


def _annotations(arrival: Arrival) -> list[str]:
    return [_called(one) for one in arrival.annotations]


def _called(annotation: Annotation) -> str:
    """Return the words that an annotation is about, with its memo, or the memo alone."""
    quotes = (f"“{' '.join(one.quote.split())}”" for one in annotation.target.selectors)
    told = (*quotes, " ".join(annotation.memo.split()))
    return " – ".join(words[:FIRST_WORDS] for words in told if words) or "Tags alone"


def _lost(loss: Loss) -> Row:
    reason = loss_reason(loss)
    return Row((loss_words(loss), reason[:1].upper() + reason[1:]))
