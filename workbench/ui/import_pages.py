"""ImportPages: the page on which an import is looked at, and that of the reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget

from workbench.ui.import_reports import ImportReports
from workbench.ui.import_view import ImportView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from workbench.ui.theme import Theme


class ImportPages(QStackedWidget):
    """The two pages, of which the one that is current is shown in place of the texts."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = ImportView(theme)
        self.reports = ImportReports()
        self.addWidget(self.view)
        self.addWidget(self.reports)

    def minimumSizeHint(self) -> QSize:
        """Return next to nothing: as long as a page is shown nothing else needs room."""
        return QSize()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours from now on."""
        self.view.set_theme(theme)
