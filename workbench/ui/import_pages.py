"""ImportPages: the pages of imports, of their reports and of exports, in place of the texts.

Each is made when it is wanted first: the window opens sooner without.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from workbench.ui.export_view import ExportView
    from workbench.ui.import_reports import ImportReports
    from workbench.ui.import_view import ImportView
    from workbench.ui.theme import Theme


class ImportPages(QStackedWidget):
    """The pages, of which the one that is current is shown in place of the texts.

    `view_made` and `reports_made` tell that a page is there to be connected.
    """

    view_made = Signal()
    reports_made = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._export: ExportView | None = None
        self._view: ImportView | None = None
        self._reports: ImportReports | None = None

    @property
    def view(self) -> ImportView:
        """The page of what was read."""
        if self._view is None:
            from workbench.ui.import_view import ImportView

            self._view = ImportView(self._theme, self)  # Qt would style all of it twice without
            self.addWidget(self._view)
            self.view_made.emit()
        return self._view

    @property
    def reports(self) -> ImportReports:
        """The page of what became of imports."""
        if self._reports is None:
            from workbench.ui.import_reports import ImportReports

            self._reports = ImportReports(self)
            self.addWidget(self._reports)
            self.reports_made.emit()
        return self._reports

    @property
    def export(self) -> ExportView:
        """The page of exports."""
        if self._export is None:
            from workbench.ui.export_view import ExportView

            self._export = ExportView(self._theme)
            self.addWidget(self._export)
        return self._export

    def minimumSizeHint(self) -> QSize:
        """Return next to nothing: as long as a page is shown nothing else needs room."""
        return QSize()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours from now on."""
        self._theme = theme
        if self._view is not None:
            self._view.set_theme(theme)
        if self._export is not None:
            self._export.set_theme(theme)
