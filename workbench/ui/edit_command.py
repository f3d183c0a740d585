"""EditCommand: the one undo command, which wraps every edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.model import Edit


class EditCommand(QUndoCommand):
    """An edit that has been applied, and the edit that takes it back."""

    def __init__(
        self, apply: Callable[[Edit], Edit | None], edit: Edit, inverse: Edit, words: str
    ) -> None:
        super().__init__(words)
        self._apply = apply
        self._edit = edit
        self._inverse = inverse
        self._is_applied = True

    def undo(self) -> None:
        """Apply the inverse; where that fails the command is dropped and the project unchanged."""
        again = self._apply(self._inverse)
        if again is None:
            self.setObsolete(True)
        else:
            self._edit = again
            self._is_applied = False

    def redo(self) -> None:
        """Apply the edit again; Qt calls this once more when the command is pushed."""
        if self._is_applied:
            return
        inverse = self._apply(self._edit)
        if inverse is None:
            self.setObsolete(True)
        else:
            self._inverse = inverse
            self._is_applied = True
