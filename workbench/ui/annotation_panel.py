"""AnnotationPanel: the tags and the memo of one annotation, beside the words it is about."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench.ui.annotation_words import NOWHERE_ELSE, READ_ONLY, elsewhere
from workbench.ui.beside import beside
from workbench.ui.memo_field import MemoField
from workbench.ui.parts import label, tool_button
from workbench.ui.tag_field import TagField
from workbench.ui.theme import GRID, Theme, sans, serif

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QAction

    from workbench.model import Tag

WIDTH = 348
ENDS = {
    "end_later": (0, 1),
    "end_earlier": (0, -1),
    "start_later": (1, 0),
    "start_earlier": (-1, 0),
}


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the fields: tags, those of them that are new, letters typed, the memo."""

    tags: tuple[str, ...] = ()
    created: tuple[Tag, ...] = ()
    typed: str = ""
    memo: str = ""
    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """What an annotation is about, in words; `turn` says which it is of several at its place."""

    heading: str
    quote: str = ""
    made: str = ""
    turn: str = ""
    is_stored: bool = False
    is_read_only: bool = False


class AnnotationPanel(QFrame):
    """Fields over the window; Ctrl+Enter saves, Esc puts them away.

    `ends` are the actions whose keys move the ends of the words, by so many words of start and end.
    """

    save_wanted = Signal()
    delete_wanted = Signal()
    listing_wanted = Signal()
    put_away = Signal()
    turned = Signal(int)
    ends_moved = Signal(int, int)

    def __init__(self, theme: Theme, ends: Mapping[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("annotate")
        self._ends = {name: action for name, action in ends.items() if name in ENDS}
        self._words = QRect()
        self._room = QRect()
        self.heading = label("", sans(12, semibold=True))
        self.turn = label("", sans(11), dim=True)
        self.quote = label("", serif(14), wraps=True)
        self.tags = TagField(theme)
        self.memo = MemoField()
        self.everywhere = QCheckBox()
        self.everywhere.setFont(sans(12))
        self.everywhere.setAccessibleName("Also in the other articles")
        self.nowhere = label(NOWHERE_ELSE, sans(12), dim=True)
        self.made = label("", sans(11), dim=True, wraps=True)
        self.said = label("", sans(12), wraps=True)
        self.save = QPushButton("Save")
        self.save.setProperty("primary", "true")
        self.save.setToolTip("Save (Ctrl+Enter)")
        self.delete = tool_button("Delete", tip="Delete this annotation")
        self.listing = tool_button("Show in list", tip="Show it in the list of annotations")
        self.close_button = tool_button("×", name="Put the annotation away", tip="Close (Esc)")
        self.back = tool_button("‹", name="Annotation before", tip="Ctrl+Shift+Tab")
        self.on = tool_button("›", name="Annotation after", tip="Ctrl+Tab")
        self.setAccessibleName("Annotation")
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self.hide()

    @property
    def draft(self) -> Draft:
        """What stands in the fields now."""
        return Draft(
            self.tags.tags,
            self.tags.created,
            self.tags.line.text(),
            self.memo.text,
            self.everywhere.isVisibleTo(self) and self.everywhere.isChecked(),
        )

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours from now on."""
        self.tags.set_theme(theme)
        self.setStyleSheet(
            f"AnnotationPanel {{ background: {theme.raised}; border: 1px solid {theme.hairline};"
            " border-radius: 6px; }"
        )

    def tell(self, subject: Subject) -> None:
        """Say what the annotation is about."""
        self.heading.setText(subject.heading)
        self.quote.setText(subject.quote)
        self.quote.setVisible(bool(subject.quote))
        self.turn.setText(subject.turn)
        for shown in (self.turn, self.back, self.on):
            shown.setVisible(bool(subject.turn))
        self.made.setText(subject.made)
        self.made.setVisible(bool(subject.made))
        for button in (self.delete, self.listing):
            button.setVisible(subject.is_stored)
        for part in (self.tags, self.memo, self.everywhere, self.save, self.delete):
            part.setEnabled(not subject.is_read_only)
        self.say(READ_ONLY if subject.is_read_only else "")
        self.setAccessibleDescription(f"{subject.heading}. {subject.quote}")

    def fill(self, draft: Draft) -> None:
        """Put this into the fields; the tags must be on offer."""
        self.tags.set_tags(draft.tags, draft.created, draft.typed)
        self.memo.setPlainText(draft.memo)
        self.everywhere.setChecked(draft.everywhere)

    def offer_everywhere(self, found: int, others: int) -> None:
        """Offer to annotate those of the other articles too in which words were found for these."""
        self.everywhere.setText(elsewhere(found, others))
        self.everywhere.setVisible(found > 0)
        self.nowhere.setVisible(others > 0 and not found)

    def say(self, words: str) -> None:
        """Say something about what stands in the fields; nothing for no words."""
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def show_at(self, words: QRect, room: QRect) -> None:
        """Show the panel beside some words in a room, both in pixels of the window."""
        self._words, self._room = words, room
        self._settle()
        self.show()
        self.raise_()

    def event(self, event: QEvent) -> bool:
        """Keep beside the words while the panel grows, and keep its keys from the window."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._settle()
        return self._claim(event) or super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Do what a key stands for before a field takes it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._press(event)
        return self._claim(event) or super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key stands for; all others go no further."""
        self._press(event)

    def _press(self, event: QKeyEvent) -> bool:
        act = self._act_of(event)
        if act is not None:
            act()
        return act is not None

    def _claim(self, event: QEvent) -> bool:
        """Keep a key of the panel from being taken for one of the window."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
            return False
        is_ours = self._act_of(event) is not None
        if is_ours:
            event.accept()
        return is_ours

    def _act_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        """Return what a key does here, or None."""
        key = event.key()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_Escape:
            return self.put_away.emit
        if control and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self.save_wanted.emit
        if control and key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return partial(self.turned.emit, 1 if key == Qt.Key.Key_Tab else -1)
        pressed = QKeySequence(event.keyCombination())
        for name, action in self._ends.items():
            if pressed in action.shortcuts():
                return partial(self.ends_moved.emit, *ENDS[name])
        return None

    def _settle(self) -> None:
        height = self._column.totalHeightForWidth(WIDTH)
        size = QSize(WIDTH, max(height, self.minimumSizeHint().height()))
        size = size.boundedTo(self._room.size()) if self._room.isValid() else size
        place = beside(size, self._words, self._room) if self._room.isValid() else QPoint(0, 0)
        if QRect(place, size) != self.geometry():
            self.setGeometry(QRect(place, size))

    def _connect(self) -> None:
        buttons = (self.save, self.delete, self.listing, self.back, self.on, self.close_button)
        for part in (self.tags.line, self.memo, self.everywhere, *buttons):
            part.installEventFilter(self)
        self.tags.accepted.connect(self.save_wanted)
        self.tags.changed.connect(lambda: self.say(""))
        self.memo.textChanged.connect(lambda: self.say(""))
        self.save.clicked.connect(self.save_wanted)
        self.delete.clicked.connect(self.delete_wanted)
        self.listing.clicked.connect(self.listing_wanted)
        self.close_button.clicked.connect(self.put_away)
        self.back.clicked.connect(lambda: self.turned.emit(-1))
        self.on.clicked.connect(lambda: self.turned.emit(1))

    def _lay_out(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(GRID + 4, GRID, GRID + 4, GRID + 4)
        column.setSpacing(GRID)
        head = _row(self.heading, None, self.turn, self.back, self.on, self.close_button)
        column.addLayout(head)
        for part in (
            self.quote,
            self.tags,
            self.memo,
            self.everywhere,
            self.nowhere,
            self.said,
            self.made,
        ):
            column.addWidget(part)
        column.addLayout(_row(self.delete, self.listing, None, self.save))


def _row(*parts: QWidget | None) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GRID // 2)
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part)
    return row
