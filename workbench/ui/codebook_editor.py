"""CodebookEditor: what a tag is called, means and looks like, each field stored when it is left."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QToolButton,
    QWidget,
)

from workbench.project.tagging import COLOURS
from workbench.ui.flow_layout import FlowLayout
from workbench.ui.parts import label
from workbench.ui.tag_colours import DOT, dot
from workbench.ui.theme import GRID, Theme, sans

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from workbench.model import Tag

NAMES = (
    *("red", "blue", "green", "ochre", "violet"),
    *("teal", "rust", "slate", "crimson", "olive"),
)
COLOUR = re.compile("#[0-9a-f]{6}")
LINES = 3
NOTHING = "Choose a tag to say what it means."


class _Text(QPlainTextEdit):
    """A few lines that tell when they are left."""

    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFixedHeight(LINES * self.fontMetrics().lineSpacing() + 2 * GRID)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was left."""
        super().focusOutEvent(event)
        self.left.emit()


class CodebookEditor(QScrollArea):
    """The fields of one tag; `changed` brings the tag as it is to be."""

    changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tag: Tag | None = None
        self.setAccessibleName("The chosen tag")
        self.setWidgetResizable(True)
        self.name = _line("Name")
        self.key = _line("Key", "A letter or digit: with Alt it gives this tag")
        self.key.setMaxLength(1)
        self.colour = _line("Colour as #rrggbb", "A colour of your own, such as #2471a3")
        self.definition, self.examples = _Text("Definition"), _Text("Examples")
        self.swatches = self._make_swatches()
        self.fields = QWidget()
        self._lay_out()
        for field in (self.name, self.key, self.colour):
            field.editingFinished.connect(self._tell)
        for text in (self.definition, self.examples):
            text.left.connect(self._tell)
        self.show_tag(None)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours from now on."""
        self._theme = theme
        self._paint_swatches()

    def show_tag(self, tag: Tag | None) -> None:
        """Show a tag; what was written on another one is told first."""
        if self._tag is not None and (tag is None or tag.id != self._tag.id):
            self._tell()
        self._tag = tag
        self.fields.setEnabled(tag is not None)
        self.name.setText(tag.name if tag else "")
        self.key.setText(tag.key if tag else "")
        self.colour.setText(tag.colour if tag else "")
        for field, text in (
            (self.definition, tag.definition if tag else ""),
            (self.examples, tag.examples if tag else ""),
        ):
            if field.toPlainText() != text:
                field.setPlainText(text)
        self._paint_swatches()

    def _lay_out(self) -> None:
        colours = QWidget()
        flow = FlowLayout(2, colours)
        for swatch in self.swatches:
            flow.addWidget(swatch)
        form = QFormLayout(self.fields)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setContentsMargins(GRID, GRID // 2, GRID, GRID)
        form.setSpacing(GRID // 2)
        first = QHBoxLayout()
        first.addWidget(self.name, 1)
        self.key.setFixedWidth(56)
        self.key.setPlaceholderText("Key")
        first.addWidget(self.key)
        form.addRow(label("Name and key", sans(11), dim=True), first)
        form.addRow(label("Colour", sans(11), dim=True), colours)
        form.addRow(self.colour)
        form.addRow(label("Definition", sans(11), dim=True), self.definition)
        form.addRow(label("Examples", sans(11), dim=True), self.examples)
        self.setWidget(self.fields)

    def _make_swatches(self) -> tuple[QToolButton, ...]:
        made = []
        for colour, name in zip(COLOURS, NAMES, strict=True):
            swatch = QToolButton()
            swatch.setAccessibleName(f"Colour {name}")
            swatch.setToolTip(name.capitalize())
            swatch.setCheckable(True)
            swatch.setIconSize(QSize(DOT, DOT))
            swatch.setStyleSheet("padding: 3px;")
            swatch.clicked.connect(lambda _, colour=colour: self._choose_colour(colour))
            made.append(swatch)
        return tuple(made)

    def _paint_swatches(self) -> None:
        for swatch, colour in zip(self.swatches, COLOURS, strict=True):
            swatch.setIcon(dot(colour, self._theme, self.devicePixelRatioF()))
            swatch.setChecked(self._tag is not None and self._tag.colour == colour)

    def _choose_colour(self, colour: str) -> None:
        self.colour.setText(colour)
        self._tell()
        self._paint_swatches()

    def _tell(self) -> None:
        """Tell of the tag as it stands in the fields, where that is another one."""
        if self._tag is None:
            return
        colour = self.colour.text().strip().lower()
        is_colour = not colour or COLOUR.fullmatch(colour)
        changed = replace(
            self._tag,
            name=" ".join(self.name.text().split()) or self._tag.name,
            key=self.key.text().strip().lower(),
            colour=colour if is_colour else self._tag.colour,
            definition=self.definition.toPlainText().strip(),
            examples=self.examples.toPlainText().strip(),
        )
        if changed != self._tag:
            self._tag = changed
            self.changed.emit(changed)


def _line(name: str, tip: str = "") -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(name)
    made.setToolTip(tip)
    return made
