"""Tour: a few bubbles, one after the other, each beside the part of the window it tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench.ui.beside import beside
from workbench.ui.parts import label, tool_button
from workbench.ui.theme import GRID, sans, scaled
from workbench.ui.tour_steps import STEPS, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from workbench.ui.main_window import MainWindow

WIDTH = 320
LINE = 3  # pixels of the ring
FOLLOW_EVERY = 100  # milliseconds: panes and docks move in many ways, none of them often


class Ring(QWidget):
    """A line around the part that is told of; the mouse goes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().highlight().color(), LINE))
        inset = LINE / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, 6, 6)


class Tour(QFrame):
    """One bubble at a time; the window can be used meanwhile, and Esc ends it.

    While the bubble has the keyboard, Right and Enter lead on, and Left back.
    """

    ended = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._place = 0
        self._before: QWidget | None = None
        self.ring = Ring(window)
        self.title = label("", sans(14, semibold=True), wraps=True)
        self.words = label("", sans(13), wraps=True)
        self.count = label("", sans(11), dim=True)
        self.back = QPushButton("Back")
        self.next = QPushButton()
        self.next.setProperty("primary", "true")
        self.close_button = tool_button("×", name="End the tour", tip="End the tour (Esc)")
        self._lay_out()
        self.back.clicked.connect(lambda: self.step(-1))
        self.next.clicked.connect(lambda: self.step(1))
        self.close_button.clicked.connect(self.end)
        self._following = QTimer(self, interval=FOLLOW_EVERY)
        self._following.timeout.connect(self._settle)
        for part in (self.back, self.next, self.close_button):
            part.installEventFilter(self)
        self.hide()

    def begin(self) -> None:
        """Show the first bubble and give it the keyboard."""
        self._before = self._window.focusWidget()
        self._following.start()
        self._show(0)

    def step(self, by: int) -> None:
        """Go on or back by so many bubbles; after the last the tour ends."""
        place = self._place + by
        if place >= len(STEPS):
            self.end()
        else:
            self._show(max(0, place))

    def end(self) -> None:
        """Put the bubble away and give the keyboard back."""
        self._following.stop()
        had_keyboard = self.isAncestorOf(self._window.focusWidget() or self._window)
        self.hide()
        self.ring.hide()
        if had_keyboard and self._before is not None and self._before.isVisible():
            self._before.setFocus()
        self.ended.emit()

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the tour from the window's commands."""
        return self._claim(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key stands for; all others go no further."""
        if (act := self._act_of(event)) is not None:
            act()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear keys before a button does."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            act = self._act_of(event)
            if act is not None:
                act()
            return act is not None
        return self._claim(event) or super().eventFilter(watched, event)

    def _claim(self, event: QEvent) -> bool:
        """Keep a key of the tour from being taken for one of the window."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
            return False
        is_ours = self._act_of(event) is not None
        if is_ours:
            event.accept()
        return is_ours

    def _act_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            return self.end
        if key == Qt.Key.Key_Left:
            return lambda: self.step(-1)
        is_enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if key == Qt.Key.Key_Right or (is_enter and self.next.hasFocus()):
            return lambda: self.step(1)
        return None

    def _show(self, place: int) -> None:
        self._place = place
        step = STEPS[place]
        if step.dock:
            self._window.show_dock(step.dock)
        words = told(step.words, self._window.actions_by_name)
        count = f"{place + 1} of {len(STEPS)}"
        self.title.setText(step.title)
        self.words.setText(words)
        self.count.setText(count)
        self.back.setEnabled(place > 0)
        self.next.setText("Next" if place + 1 < len(STEPS) else "Done")
        self.setAccessibleName(f"Tour, {count}: {step.title}")
        self.next.setAccessibleDescription(f"{step.title}. {words}")
        self._settle()
        self.show()
        self.ring.raise_()
        self.raise_()
        self.next.setFocus()

    def _settle(self) -> None:
        """Put bubble and ring where the part is now; a part that is hidden has no ring."""
        room = self._room()
        part = STEPS[self._place].part(self._window)
        there = QRect(room.bottomLeft(), QSize(1, 1))
        is_seen = part is not None and part.isVisible()
        if part is not None and is_seen:
            there = QRect(part.mapTo(self._window, QPoint(0, 0)), part.size()) & room
            self.ring.setGeometry(there)
        self.ring.setVisible(is_seen)
        width = scaled(WIDTH)
        size = QSize(width, self._column.totalHeightForWidth(width)).boundedTo(room.size())
        self.setGeometry(QRect(beside(size, there, room), size))

    def _room(self) -> QRect:
        """Return the window without its menus and its status, in its own pixels."""
        top = self._window.menuBar().geometry().bottom() + 1
        bottom = self._window.statusBar().geometry().top()
        return QRect(0, top, self._window.width(), bottom - top).adjusted(2, 2, -2, -2)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        foot.addWidget(self.back)
        foot.addWidget(self.next)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GRID * 2, GRID, GRID + 4, GRID + 4)
        self._column.setSpacing(GRID)
        self._column.addLayout(head)
        self._column.addWidget(self.words)
        self._column.addLayout(foot)
