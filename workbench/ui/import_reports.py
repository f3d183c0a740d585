"""ImportReports: what became of the last imports of the project, to be read and saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from workbench.project.import_reports import ImportReport, report_text
from workbench.ui.import_words import REPORTED
from workbench.ui.listing import RowsDelegate, RowsView
from workbench.ui.parts import BARE, label
from workbench.ui.rows_model import Row, RowsModel
from workbench.ui.theme import GRID, sans
from workbench.ui.wording import long_date

if TYPE_CHECKING:
    from collections.abc import Sequence

HEADS = ("Import", "Files", "Articles")
WIDTHS = (152, 64, 72)
SIDES = (300, 700)  # pixels at first: the imports, and the report of one
EMPTY = "Nothing was imported into this project yet. Press Ctrl+I to choose files."


class ImportReports(QWidget):
    """The last imports, the latest first, and the report of the chosen one."""

    save_wanted = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import_reports")
        self.setAccessibleName("Import reports")
        self.model = RowsModel(HEADS, self)
        self.view = RowsView()
        self.view.setModel(self.model)
        self.view.setAccessibleName("Imports")
        self.view.setRootIsDecorated(False)
        self.view.setItemDelegate(RowsDelegate(self.view))
        self.view.setAllColumnsShowFocus(True)
        self.view.header().setStretchLastSection(False)
        for place, width in enumerate(WIDTHS):
            self.view.setColumnWidth(place, width)
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setAccessibleName("Report")
        self.text.setFont(sans(13))
        self.text.setStyleSheet(BARE)
        self.text.document().setDocumentMargin(GRID * 2)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.save_button = QPushButton("Save report…")
        self.save_button.setToolTip("Write this report as a web page or as text")
        self.close_button = QPushButton("Close")
        self.close_button.setToolTip("Back to the articles (Esc)")
        self._empty = label(EMPTY, sans(13), dim=True, wraps=True)
        self._lay_out()
        self.view.selectionModel().currentChanged.connect(lambda *_: self._show())
        self.save_button.clicked.connect(lambda: self.save_wanted.emit(self.chosen()))
        self.close_button.clicked.connect(self.closed)

    def show_reports(self, reports: Sequence[ImportReport]) -> None:
        """Show reports, the latest first, and choose the first."""
        self.model.show(_row(one) for one in reports)
        self._stack.setCurrentIndex(0 if reports else 1)
        self.save_button.setEnabled(bool(reports))
        if reports:
            self.view.setCurrentIndex(self.model.index(0, 0))
        self.view.setFocus()

    def chosen(self) -> ImportReport | None:
        """Return the chosen report."""
        row = self.model.row_of(self.view.currentIndex())
        return row.leads if row and isinstance(row.leads, ImportReport) else None

    def event(self, event: QEvent) -> bool:
        """Keep Esc from the actions of the window."""
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_escape and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the articles."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(label("Import reports", sans(15, semibold=True)), 1)
        head.addWidget(self.save_button)
        head.addWidget(self.close_button)
        sides = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        sides.setHandleWidth(1)
        sides.addWidget(self.view)
        sides.addWidget(self.text)
        sides.setSizes(list(SIDES))
        sides.setStretchFactor(1, 1)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        below = QWidget()
        self._stack = QStackedLayout(below)
        self._stack.addWidget(sides)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID)
        column.setSpacing(GRID * 2)
        column.addLayout(head)
        column.addWidget(below, 1)

    def _show(self) -> None:
        report = self.chosen()
        self.text.setPlainText(report_text(report, REPORTED) if report else "")


def _row(report: ImportReport) -> Row:
    """Return when it was, how many files there were, and how many articles came of them."""
    when = f"{long_date(report.when)}, {report.when[11:16]}"
    return Row((when, len(report.files), report.total("imported")), report)
