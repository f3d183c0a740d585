"""CodebookComing: what a codebook from a file will bring, before it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workbench.ui.listing import Listing
from workbench.ui.parts import label, tool_button
from workbench.ui.rows_model import Row, RowsModel
from workbench.ui.theme import GRID, sans
from workbench.ui.wording import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QKeyEvent

    from workbench.model import Tag
    from workbench.project.codebook_files import Merger

NOTHING_NEW = "The project has all tags of this file as they are there."
FIELDS = ("name", "parent", "colour", "definition", "examples", "key")
SAID = {"parent": "place"}


class CodebookComing(QWidget):
    """New tags and changed ones in a list; `accepted` brings what was shown."""

    accepted = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._merger: Merger | None = None
        self.title = label("", sans(12), wraps=True)
        self.listing = Listing(RowsModel(("Tag", "Change"), self), "Tags of the file", (64, 60))
        self.listing.view.setRootIsDecorated(False)
        self.bring = tool_button("Import", tip="Bring these tags into the codebook")
        self.bring.clicked.connect(self._accept)
        cancel = tool_button("Cancel", tip="Esc")
        cancel.clicked.connect(self.closed)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.bring)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        column.setSpacing(GRID // 2)
        column.addWidget(self.title)
        column.addWidget(self.listing, 1)
        column.addLayout(row)

    def ask(self, merger: Merger) -> None:
        """Show what would come."""
        self._merger = merger
        parts = (
            count(len(merger.new), "new tag"),
            f"{len(merger.changed):,} changed",
            f"{merger.same:,} as they are",
        )
        self.title.setText(", ".join(parts) + ".")
        self.listing.model.show(_rows(merger))
        self.listing.show_rows(NOTHING_NEW)
        self.bring.setEnabled(bool(merger.new or merger.changed))
        self.bring.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave all as it is on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _accept(self) -> None:
        self.accepted.emit(self._merger)


def _rows(merger: Merger) -> Iterator[Row]:
    for tag in merger.new:
        yield Row((tag.name, "new"))
    for before, after in merger.changed:
        yield Row((after.name, "other " + ", ".join(_differing(before, after))))


def _differing(before: Tag, after: Tag) -> Iterator[str]:
    for name in FIELDS:
        if getattr(before, name) != getattr(after, name):
            yield SAID.get(name, name)
