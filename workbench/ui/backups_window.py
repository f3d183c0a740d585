"""BackupsWindow: the backups of a project, to look at and to go back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from workbench.ui.listing import Listing
from workbench.ui.parts import label, tool_button
from workbench.ui.rows_model import Row, RowsModel
from workbench.ui.theme import GRID, sans
from workbench.ui.wording import moment

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from workbench.project.backups import BackupFacts

HEADS = ("Made", "Articles", "Annotations", "Remarks")
WIDTHS = (150, 66, 86, 220)  # pixels that the columns need at least
SIZE = (640, 420)
EMPTY = (
    "There is no backup yet. One is made whenever this project is opened "
    "and has changed since the last one."
)
NOT_MARKED = "Choose a backup to look at it or to go back to it."
MARKED = "Going back keeps the project as it is now among its backups."


class BackupsWindow(QDialog):
    """A row for each backup, the newest first, and below them what can be done with one."""

    look_wanted = Signal(object)
    copy_wanted = Signal(object)
    return_wanted = Signal(object)
    leave_wanted = Signal()

    def __init__(self, rule: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("backups")
        self.setWindowTitle("Backups")
        self.setAccessibleName("Backups")
        self.resize(*SIZE)
        self.listing = Listing(RowsModel(HEADS, self), "Backups", WIDTHS)
        self.listing.search.hide()  # there are never many
        self.listing.view.setRootIsDecorated(False)
        self.listing.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.listing.view.selectionModel().selectionChanged.connect(self._offer)
        self.look = tool_button("Look at it", tip="Open the backup, which never changes")
        self.copy = tool_button("Restore as…", tip="Write the backup to a project of its own")
        self.go_back = tool_button("Go back to it", tip="Let the project be as it was then")
        self.leave = tool_button("Open the project", tip="Leave the backup that is open")
        self._said = label(NOT_MARKED, sans(12), dim=True, wraps=True)
        for button, signal in (
            (self.look, self.look_wanted),
            (self.copy, self.copy_wanted),
            (self.go_back, self.return_wanted),
        ):
            button.clicked.connect(lambda _=False, signal=signal: signal.emit(self.marked()))
        self.leave.clicked.connect(self.leave_wanted)
        self._lay_out(rule)
        self._offer()

    @property
    def said(self) -> str:
        """What the window says about the choice."""
        return self._said.text()

    def show_backups(self, found: Iterable[BackupFacts], *, is_inside: bool) -> None:
        """List backups; `is_inside` where one of them is open now."""
        self.listing.model.show(map(_row, found))
        self.listing.show_rows(EMPTY)
        self.leave.setVisible(is_inside)
        self._offer()

    def marked(self) -> Path | None:
        """Return the file of the backup that is marked."""
        facts = next((row.leads for row in self.listing.marked_rows()), None)
        path: Path | None = getattr(facts, "path", None)
        return path

    def open_here(self) -> None:
        """Show the window; it does not hold up the other one, and ends when it is closed."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.show()
        self.listing.view.setFocus()

    def _lay_out(self, rule: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(GRID // 2)
        row.addWidget(self._said, 1)
        for button in (self.leave, self.look, self.copy, self.go_back):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID * 2)
        column.setSpacing(GRID)
        column.addWidget(self.listing, 1)
        column.addWidget(label(rule, sans(12), dim=True, wraps=True))
        column.addLayout(row)

    def _offer(self) -> None:
        rows = self.listing.marked_rows()
        is_whole = bool(rows) and getattr(rows[0].leads, "articles", None) is not None
        for button in (self.look, self.copy, self.go_back):
            button.setEnabled(is_whole)
        self._said.setText(MARKED if is_whole else NOT_MARKED)


def _row(facts: BackupFacts) -> Row:
    remark = "before it was brought up to date" if facts.is_of_old else ""
    if facts.articles is None:
        remark = "damaged"
    articles = "" if facts.articles is None else facts.articles
    annotations = "" if facts.annotations is None else facts.annotations
    return Row((moment(facts.made), articles, annotations, remark), facts)
