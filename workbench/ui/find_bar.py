"""FindBar: the line in which one looks for words, in the open articles and in the project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from workbench.ui.hits_list import HitsList
from workbench.ui.parts import Elided, tool_button
from workbench.ui.theme import GRID, sans
from workbench.ui.wording import count

if TYPE_CHECKING:
    from workbench.ui.desk import Desk
    from workbench.ui.finder import Finder

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
LEAST_FIELD, MOST_FIELD = 120, 300  # pixels


class FindBar(QWidget):
    """A field, how to look, what was found, and the way from one to the next."""

    step_requested = Signal(int)
    closed = Signal(str)

    def __init__(self, desk: Desk, finder: Finder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find")
        self._finder = finder
        self.hits = HitsList(desk, finder)
        self.field = QLineEdit(clearButtonEnabled=True)
        self.field.setPlaceholderText("Find in the articles")
        self.field.setAccessibleName("Find in the articles")
        self.field.setMinimumWidth(LEAST_FIELD)
        self.field.setMaximumWidth(MOST_FIELD)
        self.field.installEventFilter(self)
        self.whole_word = _switch("Word", "Find whole words only")
        self.match_case = _switch("Case", "Tell capitals from small letters")
        self.is_pattern = _switch("Pattern", "What is typed is a regular expression")
        self.everywhere = _switch("Everywhere", "List all articles that have it, open or not")
        self._said = Elided("")
        self._lay_out()
        self.setAccessibleName("Find")
        self.field.textChanged.connect(self._ask)
        for switch in (self.whole_word, self.match_case, self.is_pattern):
            switch.toggled.connect(self._ask)
        self.everywhere.toggled.connect(finder.set_everywhere)
        self.hits.article_wanted.connect(finder.go_to)
        finder.changed.connect(self._tell)
        self.hide()

    @property
    def said(self) -> str:
        """What the bar says about what was found."""
        return self._said.text()

    def open(self, words: str = "") -> None:
        """Show the bar with the field ready to type in; `words` stand in it where there are any."""
        self.show()
        if words:
            self.field.setText(words)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._ask()

    def close_bar(self) -> None:
        """Put the bar away; nothing is marked any more. Tells in which article one was."""
        from workbench.text.find import Query

        at = self._finder.current
        self.hide()
        self._finder.look_for(Query(""))
        self.closed.emit(at[0] if at else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Step with Enter, backwards with Shift and Enter."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.key() in ENTER:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()  # or an action that has the key would take it
            elif event.type() == QEvent.Type.KeyPress:
                back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self.step_requested.emit(-1 if back else 1)
            return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        previous = tool_button("Previous", name="Previous find", tip="Go to the one before")
        following = tool_button("Next", name="Next find", tip="Go to the next one")
        previous.setFont(sans(12))
        following.setFont(sans(12))
        close = tool_button("×", name="Close the find bar", tip="Close")
        previous.clicked.connect(lambda: self.step_requested.emit(-1))
        following.clicked.connect(lambda: self.step_requested.emit(1))
        close.clicked.connect(self.close_bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(GRID * 2, GRID // 2, GRID, GRID // 2)
        row.setSpacing(GRID // 2)
        column.addLayout(row)
        column.addWidget(self.hits)
        switches = (self.whole_word, self.match_case, self.is_pattern, self.everywhere)
        row.addWidget(self.field, 1)
        for widget in (*switches, previous, following):
            row.addWidget(widget)
        row.addSpacing(GRID)
        row.addWidget(self._said, 2)
        row.addWidget(close)

    def _ask(self) -> None:
        from workbench.text.find import Query

        self._finder.look_for(
            Query(
                self.field.text(),
                self.whole_word.isChecked(),
                self.is_pattern.isChecked(),
                self.match_case.isChecked(),
            )
        )

    def _tell(self) -> None:
        self._said.setText(self._words())
        self._said.setToolTip(self.said)
        self._said.setAccessibleName(self.said or "Nothing is looked for")
        self.field.setAccessibleDescription(self.said)

    def _words(self) -> str:
        finder = self._finder
        if finder.problem or not finder.is_asked:
            return finder.problem
        here, _ = finder.count(everywhere=False)
        everywhere, articles = finder.count(everywhere=True)
        if not everywhere:
            return "Looking…" if finder.is_looking else "Not found"
        among = everywhere if finder.everywhere else here
        place = f"{finder.place:,} of {among:,}" if finder.place else f"{here:,} in the panes"
        more = "…" if finder.is_looking else ""
        return f"{place}   ·   {everywhere:,} in {count(articles, 'article')}{more}"


def _switch(text: str, tip: str) -> QToolButton:
    switch = tool_button(text, tip=tip)
    switch.setCheckable(True)
    switch.setFont(sans(12))
    return switch
