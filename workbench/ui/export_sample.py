"""ExportSample: how that which goes out begins, as paper shows it, and what of it is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QTextOption
from PySide6.QtWidgets import QFrame, QStackedLayout, QTextBrowser, QVBoxLayout, QWidget

from workbench.ui.parts import label
from workbench.ui.theme import GRID, mixture, sans, scaled, serif

if TYPE_CHECKING:
    from workbench.ui.theme import Theme

SHADES = 9  # steps of a heat map, as the rich text has them
SIZES = (12, 13, 16)  # pixels: heads of tables, sources, the words that lead
DARKEST = 0.42  # of the accent behind a cell; its number stays readable


class ExportSample(QWidget):
    """A page of paper with the beginning, or words where there is none; below it what is lost."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = Paper()
        self.said = label("", sans(13), dim=True, wraps=True)
        self.lost = label("", sans(12), dim=True, wraps=True)
        self._theme = theme
        self._html = ""
        self._lay_out()
        self.set_theme(theme)

    @property
    def said_words(self) -> str:
        """What is said in place of a preview, or an empty string."""
        return self.said.text() if self._stack.currentWidget() is self._words else ""

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours from now on."""
        self._theme = theme
        self.text.setStyleSheet(
            f"QTextBrowser {{ background: {theme.paper}; color: {theme.ink};"
            f" border: 1px solid {theme.hairline};"
            f" selection-background-color: {theme.accent}; }}"
        )
        self.text.document().setDefaultFont(serif(14))
        self.text.document().setDefaultStyleSheet(_looks(theme))
        self.text.setHtml(self._html)

    def show_sample(self, html: str, lost: str = "") -> None:
        """Show how it begins, from the top, and say what the format cannot carry."""
        is_same = html == self._html
        self._html = html
        if not is_same:
            self.text.setHtml(html)
        self._stack.setCurrentWidget(self.text)
        self._say_lost(lost)

    def say(self, words: str, lost: str = "") -> None:
        """Say something in place of a preview."""
        self.said.setText("\n\n".join(filter(None, (words, lost))))
        self._stack.setCurrentWidget(self._words)
        self._say_lost("")

    def _say_lost(self, words: str) -> None:
        self.lost.setText(words)
        self.lost.setVisible(bool(words))

    def _lay_out(self) -> None:
        self._words = QWidget()
        inside = QVBoxLayout(self._words)
        inside.setContentsMargins(GRID * 4, GRID * 4, GRID * 4, GRID * 4)
        inside.addWidget(self.said)
        inside.addStretch(1)
        above = QWidget()
        self._stack = QStackedLayout(above)
        self._stack.addWidget(self.text)
        self._stack.addWidget(self._words)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 2, GRID, 0, GRID)
        column.setSpacing(GRID)
        column.addWidget(above, 1)
        column.addWidget(self.lost)
        self.lost.hide()


class Paper(QTextBrowser):
    """A text to be read, of which no picture is fetched and no link followed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Preview")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)  # wide tables grow, and are scrolled
        self.document().setDocumentMargin(GRID * 4)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: N802 - Qt's
        """Load nothing."""
        return None


def _looks(theme: Theme) -> str:
    """Return how the classes of the rich text look."""
    paper, accent = QColor(theme.paper), QColor(theme.accent)
    shades = "".join(
        f".shade{step} {{ background-color:"
        f" {mixture(paper, accent, DARKEST * step / SHADES).name()}; }}"
        for step in range(1, SHADES + 1)
    )
    family = ", ".join(f"'{name}'" for name in sans(12).families())
    small, plain, lead = (scaled(pixels) for pixels in SIZES)
    return f"""
h1, h2, h3, h4 {{ font-weight: 600; margin-top: 20px; margin-bottom: 6px; }}
h1 {{ font-size: x-large; }}
h2 {{ font-size: large; }}
h3, h4 {{ font-size: medium; margin-top: 14px; }}
p {{ margin-top: 4px; margin-bottom: 6px; line-height: 118%; }}
li {{ line-height: 115%; }}
.lead {{ font-size: {lead}px; color: {theme.dim}; }}
.source, .caption, .literature {{ font-size: {plain}px; color: {theme.dim}; }}
.quote {{ margin-left: 24px; margin-right: 24px; line-height: 122%; }}
.context, .faint {{ color: {theme.dim}; }}
.memo {{ margin-left: 24px; font-family: {family}; font-size: {plain}px; }}
code, pre {{ font-family: monospace; font-size: {plain}px; }}
th {{ font-family: {family}; font-size: {small}px; font-weight: 400; color: {theme.dim};
  text-align: left; padding: 3px 8px; }}
td {{ font-size: {plain}px; padding: 3px 8px; border-top: 1px solid {theme.hairline}; }}
.number {{ text-align: right; }}
a {{ color: {theme.accent}; text-decoration: none; }}
{shades}"""
