"""MemoField: the analyst's own words, in a field that grows with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit

from workbench.ui.theme import sans

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

LEAST_LINES, MOST_LINES = 2, 8
MARGIN = 7  # pixels above and below the words, as the style sheet has it


class MemoField(QPlainTextEdit):
    """Two lines at first, eight at most; Tab leads on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("Memo")
        self.setAccessibleName("Memo")
        self.setTabChangesFocus(True)
        self.setFont(sans(13))
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    @property
    def text(self) -> str:
        """The words, without blanks at their ends."""
        return self.toPlainText().strip()

    def _grow(self) -> None:
        lines = round(self.document().size().height())  # a plain text document counts in lines
        lines = max(LEAST_LINES, min(MOST_LINES, lines))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 2 * MARGIN)
