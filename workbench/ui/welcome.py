"""Welcome: what an empty window says and offers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench.ui.parts import label
from workbench.ui.theme import GRID, sans, serif

INVITATION = (
    "Drop articles here, paste them, or choose files. Crossread lays them next to each other and "
    "shows what they share, and where the wording differs."
)
KINDS = "Text, Markdown, saved web pages, Word documents and PDF."


class Welcome(QWidget):
    """An invitation to bring articles, or to look at the sample story."""

    import_requested = Signal()
    sample_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Empty project")
        text = label(INVITATION, serif(16), wraps=True)
        text.setFixedWidth(520)
        column = QVBoxLayout()
        column.setSpacing(GRID * 2)
        column.addWidget(label("Read several outlets side by side", serif(26, semibold=True)))
        column.addWidget(text)
        column.addLayout(self._buttons())
        column.addWidget(label(KINDS, sans(12), dim=True))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addLayout(column)
        row.addStretch(1)
        middle = QVBoxLayout(self)
        middle.addStretch(2)
        middle.addLayout(row)
        middle.addStretch(3)

    def _buttons(self) -> QHBoxLayout:
        choose = QPushButton("Choose files…")
        choose.setProperty("primary", "true")
        choose.clicked.connect(self.import_requested)
        sample = QPushButton("Open the sample story")
        sample.clicked.connect(self.sample_requested)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(choose)
        row.addWidget(sample)
        row.addStretch(1)
        return row
