"""ImportPages: the pages of imports, of their reports and of exports, in place of the texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget

from workbench.ui.import_reports import ImportReports
from workbench.ui.import_view import ImportView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from workbench.ui.export_view import ExportView
    from workbench.ui.theme import Theme


class ImportPages(QStackedWidget):
    """The pages, of which the one that is current is shown in place of the texts."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._export: ExportView | None = None
        self.view = ImportView(theme)
        self.reports = ImportReports()
        self.addWidget(self.view)
        self.addWidget(self.reports)

    @property
    def export(self) -> ExportView:
        """The page of exports, made when it is wanted first: the window opens sooner without."""
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
        self.view.set_theme(theme)
        if self._export is not None:
            self._export.set_theme(theme)
