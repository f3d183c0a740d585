"""SearchHelp: what can be searched for, by examples, and what was searched for before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from workbench.ui.parts import label, tool_button
from workbench.ui.theme import GRID, sans

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

INSET = 5  # pixels by which a button sets its words in
EXAMPLES = {
    "ferry harbour": "Articles and annotations that have both words",
    '"the old harbour"': "These words, one after the other",
    "harb*": "Words that begin so",
    "ferry OR boat": "Either of them",
    "ferry -storm": "The first, without the second",
    "(ferry OR boat) storm": "Parentheses put together",
    "ferry NEAR/5 harbour": "At most five words between them",
    'outlet:"Morning Post"': "Of an outlet; so also headline: byline: language:",
    "after:2024-02 before:2024-03": "Published from one day on, until before another",
    "tag:framing": "Annotated with a tag, or one below it; so also memo: author:",
}


class SearchHelp(QScrollArea):
    """Searches to begin with: the saved ones, the last ones, and examples; a click asks one."""

    query_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("What can be searched for")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.show_searches({}, ())

    def show_searches(self, saved: Mapping[str, str], recent: Iterable[str]) -> None:
        """Offer these beside the examples."""
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(GRID + 4, GRID, GRID + 4, GRID)
        self._column.setSpacing(0)
        self._add_group("Saved searches", saved)
        self._add_group("Last searches", {query: query for query in recent})
        self._add_head("Examples")
        for query, meaning in EXAMPLES.items():
            self._add(query, query, meaning)
            words = label(meaning, sans(11), dim=True, wraps=True)
            words.setContentsMargins(INSET, 0, 0, GRID)
            self._column.addWidget(words)
        self._column.addStretch(1)
        before = self.takeWidget()
        if before is not None:
            before.deleteLater()
        self.setWidget(page)

    def _add_group(self, head: str, searches: Mapping[str, str]) -> None:
        if searches:
            self._add_head(head)
            for name, query in searches.items():
                self._add(name, query, query)
            self._column.addSpacing(GRID)

    def _add_head(self, words: str) -> None:
        head = label(words, sans(11), dim=True)
        head.setContentsMargins(INSET, GRID // 2, 0, 0)
        self._column.addWidget(head)

    def _add(self, words: str, query: str, tip: str) -> None:
        button = tool_button(words.replace("&", "&&"), name=f"Search {words}", tip=tip)
        button.setProperty("link", "true")
        button.clicked.connect(lambda: self.query_chosen.emit(query))
        self._column.addWidget(button)
