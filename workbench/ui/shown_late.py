"""ShownLate: a widget whose contents are made when somebody looks at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent


class ShownLate(QWidget):
    """Asks with `contents_wanted` for its contents, at once or when it is next shown."""

    contents_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_stale = True

    @property
    def is_stale(self) -> bool:
        """Whether the contents are not those of the present state."""
        return self._is_stale

    def refresh(self) -> None:
        """Want the contents made anew."""
        self._is_stale = True
        if self.isVisible():
            self._want()

    def showEvent(self, event: QShowEvent) -> None:
        """Want the contents where they are not made yet, or not of the present state."""
        super().showEvent(event)
        if self._is_stale:
            self._want()

    def _want(self) -> None:
        self._is_stale = False
        self.contents_wanted.emit()
