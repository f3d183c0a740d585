"""AnnotationKeys: the keys of annotated words, and those of tags."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut

from workbench.ui.panes.article_view import ArticleView

if TYPE_CHECKING:
    from collections.abc import Callable, Container

    from PySide6.QtWidgets import QMainWindow

    from workbench.model import Codebook, Tag


def sequence_of(tag: Tag, menu_letters: Container[str] = ()) -> QKeySequence:
    """Return what is pressed to give a tag: Alt and its key, which is a letter or a digit.

    Empty where it has none, or one of the letters that open a menu with Alt.
    """
    key = tag.key.casefold()
    is_usable = len(key) == 1 and key.isalnum() and key not in menu_letters
    return QKeySequence(f"Alt+{key}" if is_usable else "")


class AnnotationKeys(QObject):
    """Enter edits the annotation at the cursor of a text, Del deletes it; Alt and a key tags."""

    edit_wanted = Signal()
    delete_wanted = Signal()
    tag_wanted = Signal(str)

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._shortcuts: list[QShortcut] = []

    def offer(self, codebook: Codebook) -> None:
        """Let the keys of these tags give them; of two tags with one key the first has it."""
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        titles = (action.text().casefold() for action in self._window.menuBar().actions())
        letters = {after[:1] for _, mark, after in (t.partition("&") for t in titles) if mark}
        given = [(sequence_of(tag, letters), tag) for tag in reversed(codebook.branch())]
        tags = {keys: tag for keys, tag in given if not keys.isEmpty()}
        self._shortcuts = [QShortcut(keys, self._window) for keys in tags]
        for shortcut, tag in zip(self._shortcuts, tags.values(), strict=True):
            shortcut.activated.connect(partial(self.tag_wanted.emit, tag.id))

    def serve(self, view: ArticleView) -> None:
        """Watch the keys of a text."""
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter and Del where the cursor is in annotated words."""
        if not isinstance(event, QKeyEvent) or not isinstance(watched, ArticleView):
            return False
        wanted = self._wanted(event)
        if wanted is None or not watched.annotated.at(watched.cursor_point()):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() == QEvent.Type.KeyPress:
            wanted()
        return True

    def _wanted(self, event: QKeyEvent) -> Callable[[], object] | None:
        keypad = Qt.KeyboardModifier.KeypadModifier
        if event.modifiers() not in (Qt.KeyboardModifier.NoModifier, keypad):
            return None
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self.edit_wanted.emit
        return self.delete_wanted.emit if event.key() == Qt.Key.Key_Delete else None
