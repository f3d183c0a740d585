"""MetadataPanel: what is known of the marked articles, to be changed for all of them at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from workbench.project.describing import FIELDS, common_values
from workbench.ui.metadata_form import MetadataForm
from workbench.ui.metadata_words import APPLY_FIRST, NO_ARTICLES, READ_ONLY, heading, listed
from workbench.ui.parts import Elided, label, tool_button
from workbench.ui.shown_late import ShownLate
from workbench.ui.theme import GRID, sans

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workbench.model import Article

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MetadataPanel(ShownLate):
    """A form with what it is about above it; Ctrl+Enter applies, Esc takes back or leaves.

    What was written stays until it is applied or taken back, whatever is marked meanwhile.
    """

    applied = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.articles: tuple[Article, ...] = ()
        self.setAccessibleName("Details")
        self.heading = Elided("", sans(13, semibold=True))
        self.form = MetadataForm()
        self.said = label("", sans(12), wraps=True)
        self.apply = QPushButton("Apply")
        self.apply.setProperty("primary", "true")
        self.apply.setToolTip("Store what is written (Ctrl+Enter)")
        self.revert = tool_button("Revert", tip="Take back what is written (Esc)")
        self._empty = label(NO_ARTICLES, sans(12), dim=True, wraps=True)
        self._empty.setMargin(GRID * 2)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._can_write = True
        self._lay_out()
        self.form.written.connect(self._offer)
        self.form.refused.connect(self.say)
        self.apply.clicked.connect(self._apply)
        self.revert.clicked.connect(self.take_back)
        self.show_articles(())

    @property
    def empty_words(self) -> str:
        """What is said instead of fields, or an empty string while there are some."""
        return self._empty.text() if self._stack.currentWidget() is self._empty else ""

    def show_articles(self, articles: Sequence[Article], *, can_write: bool = True) -> None:
        """Show what these articles have in common, in place of what was written."""
        self.articles, self._can_write = tuple(articles), can_write
        self.heading.setText(heading(articles))
        self.heading.setToolTip(heading(articles))
        values = common_values(articles)
        several = [field for field, value in values.items() if value is None and articles]
        tips = {field: listed(getattr(one, field) for one in articles) for field in several}
        self.form.show_values(values if articles else dict.fromkeys(FIELDS, ""), tips)
        for line in self.form.lines.values():
            line.setReadOnly(not can_write)
        self.say("" if can_write else READ_ONLY)
        self._stack.setCurrentIndex(0 if articles else 1)

    def offer(self, known: Mapping[str, Sequence[str]]) -> None:
        """Complete what is begun in a field to one of the known values."""
        for field, values in known.items():
            self.form.offer(field, values)

    def begin(self) -> None:
        """Give the keyboard to the field that is changed first."""
        self.form.lines["headline" if len(self.articles) == 1 else "outlet"].setFocus()

    def say(self, words: str) -> None:
        """Say something about what stands in the fields; nothing for no words."""
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def keep(self) -> None:
        """Say that what is written keeps others from being shown."""
        self.say(APPLY_FIRST)

    def take_back(self) -> None:
        """Show again what is stored."""
        self.show_articles(self.articles, can_write=self._can_write)
        self.refresh()

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the panel from the window."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and self._is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Apply, take back, or leave."""
        if not self._is_ours(event):
            super().keyPressEvent(event)
        elif event.key() != Qt.Key.Key_Escape:
            self._apply()
        elif self.form.is_written:
            self.take_back()
        else:
            self.left.emit()

    def _is_ours(self, event: QKeyEvent) -> bool:
        is_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        return event.key() == Qt.Key.Key_Escape or (is_control and event.key() in ENTER)

    def _apply(self) -> None:
        values = self.form.values() if self.apply.isEnabled() else None
        if values is not None:
            self.applied.emit(values)

    def _offer(self) -> None:
        is_written = self.form.is_written
        for button in (self.apply, self.revert):
            button.setEnabled(is_written and self._can_write)
        if not is_written or self.said.text() != APPLY_FIRST:
            self.say("" if self._can_write else READ_ONLY)

    def _lay_out(self) -> None:
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, GRID // 2, 0, GRID)
        column.setSpacing(GRID // 2)
        head = QHBoxLayout()
        head.setContentsMargins(GRID + 4, 0, GRID + 4, 0)
        head.addWidget(self.heading, 1)
        column.addLayout(head)
        column.addWidget(self.form, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(GRID + 4, 0, GRID + 4, 0)
        foot.addWidget(self.said)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.revert)
        buttons.addWidget(self.apply)
        foot.addLayout(buttons)
        column.addLayout(foot)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(full)
        self._stack.addWidget(self._empty)
