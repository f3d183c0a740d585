"""RevisionsView: what changed between two texts of one article, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from workbench.model import Span
from workbench.ui.parts import Elided, label, tool_button
from workbench.ui.picker import Picker
from workbench.ui.revisions_text import Marks, RevisedText, Sign, marks_of
from workbench.ui.theme import GRID, Theme, sans, serif
from workbench.ui.wording import called, count, long_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QScrollBar

    from workbench.model import Article, Revision
    from workbench.text.revised import Difference
    from workbench.ui.revisions_text import Found

NO_ARTICLE = "Open an article to see what changed in it."
ONE_TEXT = (
    "{} has had one text only. When its outlet has corrected it, choose "
    "“Import as later text of article…” in the menu Pane: the earlier text stays, "
    "and annotations follow their words."
)
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
SIGNS = "struck out: taken out · underlined: new · dotted: moved"


class RevisionsView(QWidget):
    """The earlier text on the left, the later one on the right; both scroll together.

    `texts_wanted` names two revisions by their numbers, whose differences are to be shown.
    """

    texts_wanted = Signal(str, int)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("changes")
        self.article: Article | None = None
        self._differences: Sequence[Difference] = ()
        self._marks: tuple[Marks, Marks] = ({}, {})
        self._texts = ("", "")
        self._at = -1
        self._is_following = False
        self.title = label("", serif(17, semibold=True), wraps=True)
        self.facts = Elided("")
        self.earlier = Picker("Earlier text")
        self.earlier.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.earlier.activated.connect(self._choose)
        self.next = tool_button("Next change", tip="Down")
        self.next.clicked.connect(lambda: self.step(1))
        self.previous = tool_button("Previous change", tip="Up")
        self.previous.clicked.connect(lambda: self.step(-1))
        self.back = tool_button("Back", name="Back to the texts", tip="Back to the texts: H")
        self.back.clicked.connect(self.left)
        self.before = RevisedText("Earlier text", theme)
        self.table = self.after = RevisedText("Later text", theme)
        self._empty = label("", sans(13), dim=True, wraps=True)
        self._empty.setMargin(GRID * 4)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._lay_out()
        self._follow(self.before.verticalScrollBar(), self.after.verticalScrollBar())
        self._follow(self.after.verticalScrollBar(), self.before.verticalScrollBar())
        self.show_nothing(None)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours from now on."""
        self.before.set_theme(theme)
        self.after.set_theme(theme)

    def show_nothing(self, article: Article | None) -> None:
        """Say that an article has had one text only, or that there is none."""
        self.article = article
        name = f"“{called(article)}”" if article else ""
        self._empty.setText(ONE_TEXT.format(name) if article else NO_ARTICLE)
        self._stack.setCurrentWidget(self._empty)

    def offer(self, article: Article, revisions: Sequence[Revision]) -> None:
        """Offer the earlier texts of an article, the latest of them first, and show that."""
        self.article = article
        self.earlier.clear()
        for revision in reversed(revisions):
            number = revision.article.revision
            day = f", imported {long_date(revision.added)}" if revision.added else ""
            self.earlier.addItem(f"Text {number + 1} of {len(revisions) + 1}{day}", number)
        self.title.setText(called(article))
        self._stack.setCurrentWidget(self._full)
        self._choose()

    def show_texts(self, before: str, after: str, found: Found) -> None:
        """Show two texts and what differs."""
        differences = found[0]
        self._texts, self._differences, self._at = (before, after), differences, -1
        self._marks = marks_of(found)
        self.facts.setText(f"{count(len(differences), 'change')} · {SIGNS}")
        for button in (self.next, self.previous):
            button.setEnabled(bool(differences))
        self._paint()

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) change, round from the last to the first."""
        if self._differences:
            self._at = (self._at + by if self._at >= 0 or by > 0 else -1) % len(self._differences)
            self._paint()
            here = self._differences[self._at]
            self._is_following = True
            self.before.go_to(here.before.start)
            self.after.go_to(here.after.start)
            self._is_following = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step through the changes."""
        if event.key() in STEPS:
            self.step(STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        if self.article is not None:
            self.texts_wanted.emit(self.article.id, self.earlier.currentData())

    def _paint(self) -> None:
        here = self._differences[self._at] if self._at >= 0 else None
        spans = (here.before, here.after) if here else (None, None)
        parts = zip((self.before, self.after), self._texts, self._marks, spans, strict=True)
        for view, text, marks, span in parts:
            current = {Sign.CURRENT: [span]} if span and span.length else {}
            view.show_text(text, Span(0, len(text)), marks | current)

    def _follow(self, bar: QScrollBar, other: QScrollBar) -> None:
        def follow(value: int) -> None:
            if not self._is_following:
                self._is_following = True
                other.setValue(round(value / max(1, bar.maximum()) * other.maximum()))
                self._is_following = False

        bar.valueChanged.connect(follow)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self.earlier)
        head.addWidget(self.facts, 1)
        for button in (self.previous, self.next, self.back):
            head.addWidget(button)
        texts = QHBoxLayout()
        texts.setSpacing(GRID * 2)
        texts.addWidget(self.before, 1)
        texts.addWidget(self.after, 1)
        self._full = QWidget()
        column = QVBoxLayout(self._full)
        column.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, 0)
        column.setSpacing(GRID)
        column.addWidget(self.title)
        column.addLayout(head)
        column.addLayout(texts, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._full)
        self._stack.addWidget(self._empty)
