"""ManualText: a page of the manual as it is read, with its pictures and the words searched for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRegularExpression, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QImage,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextTable,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from workbench.project.manual import page_html, picture
from workbench.ui.theme import GRID, sans, scaled, serif

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.project.manual import ManualPage
    from workbench.ui.theme import Theme

PICTURE = 640  # pixels: as wide as the words are at first
LEADING = 128  # per cent
SIZES = (26, 18, 16)  # pixels of the headings, from the title on
WORDS, SMALL, TYPED = 15, 13, 13  # pixels


class ManualText(QTextBrowser):
    """Shows one page; links are told by `anchorClicked`, and nothing is fetched from elsewhere."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Page of the manual")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(GRID * 4)
        self._page: ManualPage | None = None
        self._found: list[int] = []  # where words begin that are set off
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Show the page in other colours, and in words as large as those of the window are."""
        self._theme = theme
        self.setStyleSheet(
            f"QTextBrowser {{ background: {theme.paper}; color: {theme.ink};"
            f" selection-background-color: {theme.accent}; selection-color: {theme.paper}; }}"
        )
        self.document().setDefaultFont(serif(WORDS))
        self.document().setDefaultStyleSheet(_looks(theme))
        if self._page is not None:
            self.show_page(self._page)

    def show_page(self, page: ManualPage, place: str = "") -> None:
        """Show a page from its top, or from the heading with this anchor."""
        self._page = page
        self.setHtml(page_html(page))
        self._space_lines()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)
        if place:
            self.scrollToAnchor(place)

    def mark(self, words: list[str]) -> None:
        """Set off these words, and lead to the first of them."""
        look = QTextCharFormat()
        look.setBackground(QColor(self._theme.found))
        marks = []
        places = list(self._places(words))
        for place in places:
            mark = QTextEdit.ExtraSelection()
            mark.cursor, mark.format = place, look  # type: ignore[attr-defined]
            marks.append(mark)
        self.setExtraSelections(marks)
        self._found = [place.selectionStart() for place in places]
        if self._found:
            self._lead_to(self._found[0])

    def go_on(self) -> None:
        """Lead to the next place that is set off, after the last to the first."""
        here = self.textCursor().position()
        if self._found:
            self._lead_to(next((one for one in self._found if one > here), self._found[0]))

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: N802 - Qt's
        """Load a picture of the manual, as wide as the words, and nothing else."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        try:
            image = QImage.fromData(picture(QUrl(name).fileName()))
        except OSError:
            return None
        ratio = self.devicePixelRatioF()
        smooth = Qt.TransformationMode.SmoothTransformation
        image = image.scaledToWidth(round(scaled(PICTURE) * ratio), smooth)
        image.setDevicePixelRatio(ratio)
        return image

    def _places(self, words: list[str]) -> Iterator[QTextCursor]:
        """Yield where any of some words stands, in the order of the text."""
        either = "|".join(map(QRegularExpression.escape, words))
        wanted = QRegularExpression(either, QRegularExpression.PatternOption.CaseInsensitiveOption)
        place = self.document().find(wanted) if words else QTextCursor()
        while not place.isNull():
            yield place
            place = self.document().find(wanted, place)

    def _lead_to(self, position: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _space_lines(self) -> None:
        """Give paragraphs their leading, which a style sheet of Qt's knows no way to."""
        leading = QTextBlockFormat()
        kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight
        leading.setLineHeight(LEADING, kind.value)
        block = self.document().begin()
        while block.isValid():
            cursor = QTextCursor(block)
            if (
                not isinstance(cursor.currentFrame(), QTextTable)
                and not block.charFormat().isImageFormat()
            ):
                cursor.mergeBlockFormat(leading)
            block = block.next()


def _looks(theme: Theme) -> str:
    """Return how the parts of a page look."""
    family = ", ".join(f"'{name}'" for name in sans(SMALL).families())
    title, part, section = map(scaled, SIZES)
    small, typed = scaled(SMALL), scaled(TYPED)
    return f"""
h1, h2, h3 {{ font-weight: 600; }}
h1 {{ font-size: {title}px; margin-top: 0px; margin-bottom: 16px; }}
h2 {{ font-size: {part}px; margin-top: 28px; margin-bottom: 8px; }}
h3 {{ font-size: {section}px; margin-top: 20px; margin-bottom: 4px; }}
p {{ margin-top: 0px; margin-bottom: 12px; }}
li {{ margin-bottom: 5px; }}
.source {{ font-family: {family}; font-size: {small}px; color: {theme.dim}; margin-bottom: 20px; }}
code {{ font-family: monospace; font-size: {typed}px; background-color: {theme.track}; }}
th {{ font-family: {family}; font-size: {small}px; font-weight: 400; color: {theme.dim};
  padding: 5px 12px 5px 0px; }}
td {{ font-family: {family}; font-size: {small}px; padding: 6px 12px 6px 0px;
  border-top: 1px solid {theme.hairline}; }}
a {{ color: {theme.accent}; text-decoration: none; }}
"""
