"""RevisedText: one of two texts of an article, with what is not in the other one set off."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QWidget

from workbench.model import Span
from workbench.ui.theme import Theme, serif

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from workbench.text.revised import Difference

    Found = tuple[Sequence[Difference], tuple[Sequence[Span], Sequence[Span]]]
    """What changed between two texts, and which sentences moved, in the one and in the other."""

TYPE = 15  # pixels


class Sign(Enum):
    """How words are set off, by colour and by form."""

    REMOVED = "removed"
    ADDED = "added"
    MOVED = "moved"
    CURRENT = "current"


Marks = dict[Sign, list[Span]]


@dataclass(frozen=True, slots=True)
class Fragment:
    """Words that are set off in one way."""

    span: Span
    signs: frozenset[Sign]


def marks_of(found: Found) -> tuple[Marks, Marks]:
    """Return how the words of the earlier and of the later text are to be set off."""
    differences, (gone, come) = found
    old: Marks = {Sign.REMOVED: [one.before for one in differences], Sign.MOVED: list(gone)}
    new: Marks = {Sign.ADDED: [one.after for one in differences], Sign.MOVED: list(come)}
    return old, new


def fragments(window: Span, marks: Mapping[Sign, Iterable[Span]]) -> Iterator[Fragment]:
    """Yield a stretch of a text in pieces, each of them set off in one way throughout."""
    inside = [
        (Span(max(span.start, window.start), min(span.end, window.end)), sign)
        for sign, spans in marks.items()
        for span in spans
        if span.shared(window)
    ]
    edges = {window.start, window.end}
    edges.update(edge for span, _ in inside for edge in (span.start, span.end))
    begins: dict[int, list[Sign]] = {}
    ends: dict[int, list[Sign]] = {}
    for span, sign in inside:
        begins.setdefault(span.start, []).append(sign)
        ends.setdefault(span.end, []).append(sign)
    running: list[Sign] = []
    for start, end in pairwise(sorted(edges)):
        for sign in ends.get(start, ()):
            running.remove(sign)
        running += begins.get(start, ())
        yield Fragment(Span(start, end), frozenset(running))


class RevisedText(QTextBrowser):
    """Words with their signs; it is read, and can be copied from."""

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[str, Span, Marks] | None = None
        self._places: dict[int, int] = {}
        self._goal: int | None = None
        self.setAccessibleName(name)
        self.setFont(serif(TYPE))
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.setProperty("quiet", True)  # noqa: FBT003 - as Qt has it
        self.document().setDocumentMargin(12)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours from now on."""
        self._theme = theme
        self.setStyleSheet(
            f"RevisedText {{ background: {theme.paper}; color: {theme.ink}; border: none; }}"
        )
        if self._shown is not None:
            self.show_text(*self._shown)

    def show_text(self, text: str, window: Span, marks: Marks) -> None:
        """Show a stretch of a text."""
        self._shown = (text, window, marks)
        self._places, self._goal = {}, None
        self.clear()
        cursor = QTextCursor(self.document())
        for fragment in fragments(window, marks):
            self._places[fragment.span.start] = cursor.position()
            cursor.insertText(fragment.span.of(text), self._format(fragment.signs))
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def go_to(self, place: int) -> None:
        """Bring the fragment that begins at a code point into sight, and set the cursor there."""
        starts = [start for start in self._places if start <= place]
        if not starts:
            return
        self._goal = place
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._places[max(starts)])
        self.setTextCursor(cursor)
        bar, line = self.verticalScrollBar(), self.cursorRect(cursor)
        bar.setValue(bar.value() + line.center().y() - self.viewport().height() // 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what was gone to in sight, for the lines are others now."""
        super().resizeEvent(event)
        if self._goal is not None:
            self.go_to(self._goal)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows that lead up and down to whoever shows the text."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _format(self, signs: frozenset[Sign]) -> QTextCharFormat:
        theme, made = self._theme, QTextCharFormat()
        made.setForeground(QColor(theme.ink))
        if Sign.MOVED in signs:
            made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            made.setUnderlineColor(QColor(theme.ink))
        elif Sign.REMOVED in signs:
            made.setForeground(QColor(theme.warning))
            made.setFontStrikeOut(True)
        elif Sign.ADDED in signs:
            made.setForeground(QColor(theme.accent))
            made.setFontUnderline(True)
        if Sign.CURRENT in signs:
            made.setBackground(QColor(theme.found))
        return made
