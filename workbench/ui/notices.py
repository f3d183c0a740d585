"""Notices: short messages above the panes that wait to be read and never ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from workbench.ui.parts import label, tool_button
from workbench.ui.theme import GRID, Theme, sans

Action = tuple[str, Callable[[], object]]

MOST = 4  # notices shown at once; the oldest goes first


class Notice(QFrame):
    """One message, with more of it behind a button, and a button to put it away.

    `actions` are what else can be done about it: the words of each button, and what it does.
    """

    closed = Signal()

    def __init__(
        self, text: str, details: str, actions: Iterable[Action], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.text = text
        self.details = details
        self.setAccessibleName("Notice")
        self.setAccessibleDescription(f"{text} {details}".strip())
        words = label(text, sans(13), wraps=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._more = label(details, sans(12), dim=True, wraps=True)
        self._more.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._more.hide()
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(words, 1)
        if details:
            more = tool_button("Details")
            more.setCheckable(True)
            more.toggled.connect(self._more.setVisible)
            row.addWidget(more)
        for name, do in actions:
            act = tool_button(name)
            act.clicked.connect(do)
            row.addWidget(act)
        close = tool_button("×", name="Put this notice away")
        close.clicked.connect(self.closed)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID * 2, GRID // 2, GRID, GRID // 2)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._more)


class Notices(QWidget):
    """The notices that have not been put away, newest last."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Notices")
        self._notices: list[Notice] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        self.set_theme(theme)
        self.hide()

    @property
    def texts(self) -> tuple[str, ...]:
        """What the notices say, oldest first."""
        return tuple(notice.text for notice in self._notices)

    @property
    def details(self) -> tuple[str, ...]:
        """What stands behind the notices' details, oldest first."""
        return tuple(notice.details for notice in self._notices)

    def say(
        self,
        text: str,
        details: str = "",
        action: Action | None = None,
        also: Action | None = None,
    ) -> Notice:
        """Add a notice and return it; its signal `closed` puts it away."""
        notice = Notice(text, details, filter(None, (action, also)))
        notice.closed.connect(lambda: self._drop(notice))
        self._notices.append(notice)
        self._column.addWidget(notice)
        for oldest in self._notices[:-MOST]:
            self._drop(oldest)
        self.show()
        return notice

    def withdraw(self, *texts: str) -> None:
        """Put away what holds no longer."""
        for notice in tuple(self._notices):
            if notice.text in texts:
                self._drop(notice)

    def clear(self) -> None:
        """Put all notices away."""
        for notice in tuple(self._notices):
            self._drop(notice)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours from now on."""
        self.setStyleSheet(
            f"Notice {{ background: {theme.selected}; border-bottom: 1px solid {theme.hairline}; }}"
        )

    def _drop(self, notice: Notice) -> None:
        if notice in self._notices:
            self._notices.remove(notice)
            self._column.removeWidget(notice)
            notice.hide()
            notice.deleteLater()
        self.setVisible(bool(self._notices))
