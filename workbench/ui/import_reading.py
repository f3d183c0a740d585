"""ImportReading: how an article begins, before it is imported; or what could not be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from workbench.messages import sentence
from workbench.model import ArticleError, FileError
from workbench.project.duplicates import Likeness
from workbench.ui.import_words import called, likeness_words, problem_name
from workbench.ui.parts import BARE, label
from workbench.ui.theme import GRID, sans, serif
from workbench.ui.wording import count, long_date

if TYPE_CHECKING:
    from workbench.project.import_preview import Newcomer, ReadFile
    from workbench.ui.import_cells import Line

MOST_SHOWN = 2_000  # code points
MOST_REJOINED = 60  # words that are listed
EMPTY = "Choose an article, and how it begins is shown here."


class ImportReading(QWidget):
    """The headline, what is known, the first words, and what reading has put together."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._headline = label("", serif(17, semibold=True), wraps=True)
        self._facts = label("", sans(12), dim=True, wraps=True)
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setAccessibleName("How the article begins")
        self.text.setFont(serif(15))
        self.text.setStyleSheet(BARE)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.document().setDocumentMargin(0)
        self.text.setViewportMargins(0, 0, GRID, 0)
        self.text.setViewportMargins(0, 0, GRID, 0)
        self.rejoined = label("", sans(12), dim=True, wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        column.setSpacing(GRID)
        for widget in (self._headline, self._facts):
            column.addWidget(widget)
        column.addWidget(self.text, 1)
        column.addWidget(self.rejoined)
        self.show_nothing()

    @property
    def words(self) -> str:
        """All that is shown, for tests and screen readers."""
        parts = (self._headline.text(), self._facts.text(), self.text.toPlainText())
        return "\n".join(part for part in (*parts, self.rejoined.text()) if part)

    def show_nothing(self) -> None:
        """Say what to do."""
        self._show("", EMPTY, "", "")

    def show_line(self, line: Line, file: ReadFile | None, other: str) -> None:
        """Show an article of a file, or a problem; `other` is the headline that it is like."""
        if isinstance(line, FileError):
            raw = line.raw if isinstance(line, ArticleError) else ""
            self._show(problem_name(line), sentence(line), raw[:MOST_SHOWN], "")
            return
        article = line.article
        told = [article.outlet, article.byline, long_date(article.published)]
        facts = " · ".join(part for part in (*told, count(line.words, "word")) if part)
        if line.likeness is not Likeness.NEW:
            facts += f"\n{likeness_words(line, other)}."
        text = article.text[:MOST_SHOWN] + ("…" if len(article.text) > MOST_SHOWN else "")
        self._show(article.headline or called(""), facts, text, _rejoined(line, file))

    def _show(self, headline: str, facts: str, text: str, rejoined: str) -> None:
        for part, words in (
            (self._headline, headline),
            (self._facts, facts),
            (self.rejoined, rejoined),
        ):
            part.setText(words)
            part.setVisible(bool(words))
        self.text.setPlainText(text)
        self.text.setVisible(bool(text))
        self._keep_up(has_text=bool(text))

    def _keep_up(self, *, has_text: bool) -> None:
        """Let the words stand at the top where there is no text below them."""
        column = self.layout()
        if column is not None:
            up = Qt.AlignmentFlag.AlignTop
            column.setAlignment(Qt.AlignmentFlag(0) if has_text else up)


def _rejoined(line: Newcomer, file: ReadFile | None) -> str:
    """Say which words a line end had divided."""
    spans = file.rejoined if file is not None else ()
    if not spans:
        return ""
    words = [span.of(line.article.text) for span in spans[:MOST_REJOINED]]
    more = f" and {len(spans) - len(words):,} more" if len(spans) > len(words) else ""
    return f"Put together at line ends: {', '.join(words)}{more}."
